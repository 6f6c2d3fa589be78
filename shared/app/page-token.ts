import { timingSafeEqual } from 'node:crypto';
import type { Vault } from '#ports/vault.ts';

/** What a link of ours leads to: an answer to a message's appointment, or the end of messages of its channel. */
export type PageKind = 'answer' | 'unsubscribe';

export type PageLink = Readonly<{ kind: PageKind; companyId: string; messageId: string; /** UTC ISO */ until: string }>;

const letters = { answer: 'a', unsubscribe: 'u' } as const satisfies Record<PageKind, string>;
const shape = /^([au])~([0-9a-z]{1,9})~([a-z0-9]{1,32})~([a-z0-9-]{1,80})~([\w.-]{10,80})$/;

const secondsOf = (until: string): string => Math.floor(Date.parse(until) / 1000).toString(36);

const signatureOf = (vault: Pick<Vault, 'fingerprint'>, companyId: string, signed: string): string =>
  vault.fingerprint(companyId, JSON.stringify(['page', signed]));

/** A link that nobody but us could have made, for the part of an address behind `/pages/`. It tells of nobody. */
export const pageToken = (vault: Pick<Vault, 'fingerprint'>, { kind, companyId, messageId, until }: PageLink): string => {
  const signed = [letters[kind], secondsOf(until), companyId.slice('co_'.length), messageId.slice('msg_'.length)].join('~');
  return `${signed}~${signatureOf(vault, companyId, signed)}`;
};

/** Undefined for what we did not sign; `until` may have passed. Compares in constant time. */
export const readPageToken = (vault: Pick<Vault, 'fingerprint'>, token: string): PageLink | undefined => {
  const [, letter, seconds = '', company, message, signature = ''] = shape.exec(token) ?? [];
  if (letter === undefined) return undefined;
  const companyId = `co_${company}`;
  const expected = Buffer.from(signatureOf(vault, companyId, [letter, seconds, company, message].join('~')));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  const until = new Date(Number.parseInt(seconds, 36) * 1000).toISOString();
  return { kind: letter === 'a' ? 'answer' : 'unsubscribe', companyId, messageId: `msg_${message}`, until };
};
