import type { Channel } from '#domain/kernel/ids.ts';
import type { Document, DocumentWrite } from '#ports/documents.ts';
import type { FoundPerson } from './found-person.ts';
import type { House } from './house.ts';

/** How many of each tell of the person. `proofs`: lines of the consent ledger, kept sealed. */
export type ForgetTally = Readonly<{
  rows: number;
  conversations: number;
  others: number;
  files: number;
  tableRows: number;
  proofs: number;
}>;

/**
 * Positions up to which each partition was looked through; `pending`: found, and not yet gone everywhere; `files`: packets that are not cleared yet.
 * `asked`: whom it is about, sealed, while there is something left to do; `lastLookAt`: when what came late is looked for.
 */
export type Progress = Readonly<{
  companyId: string;
  positions: Readonly<Record<string, number>>;
  pending?: FoundPerson;
  files: readonly string[];
  tally: ForgetTally;
  declaredBy?: string;
  asked?: string;
  lastLookAt?: string;
}>;

/** A user whose key is still to be destroyed. */
export type UserForgetting = Readonly<{ userId: string }>;

export type Standing = { progress: Progress; found: Document<Progress> | undefined };

/** Whom to forget, as whoever goes on has to know it. */
export type Asked = Readonly<{ channel: Channel; to: string; by: string }>;

export const forgettingPath = (companyId: string, contact: string): string => `forgetting/${companyId}-${contact}`;
export const userForgettingPath = (userId: string): string => `forgetting/user-${userId}`;

const scopeOf = (companyId: string): string => `forgetting/${companyId}`;

export const sealAsked = async ({ vault }: House, companyId: string, asked: Asked): Promise<string | undefined> =>
  (await vault.keyFor(scopeOf(companyId)))?.seal(Buffer.from(JSON.stringify(asked))).toString('base64');

/** Undefined: it is at its end. */
export const openAsked = async ({ vault }: House, { companyId, asked }: Progress): Promise<Asked | undefined> => {
  const key = asked === undefined ? undefined : await vault.existingKey(scopeOf(companyId));
  return key && asked !== undefined ? (JSON.parse(key.open(Buffer.from(asked, 'base64')).toString()) as Asked) : undefined;
};

/** Whoever has done nothing for so long is dead; business time. */
const deadAfterMs = 120_000;

export const afterMs = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

type At = Readonly<{ path: string; now: string }>;

/** Due while somebody has still to go on: the sweep finds it. */
export const progressWrite = (
  { path, now }: At,
  { found }: Standing,
  progress: Progress,
  dueAt = afterMs(now, deadAfterMs),
): DocumentWrite => ({
  path,
  data: progress,
  ...(progress.asked === undefined ? {} : { dueAt }),
  ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }),
});
