import { createHash, timingSafeEqual } from 'node:crypto';
import { parse } from 'node:querystring';
import { z } from 'zod';
import type { ReportRequest } from '#ports/provider.ts';
import type { ReadNotice } from '#ports/registrar.ts';
import { tokensOf, type AuthToken } from './auth-tokens.ts';
import { isSigned } from './signature.ts';

export type NoticeReader = Readonly<{ accountId: string; authToken: AuthToken; publicUrl?: string | undefined }>;

const largestBody = 256 * 1024;
const ours = /^(?:BN|MG|PN|BU)[0-9a-fA-F]{32}$/;

/** Event Streams hands events over as CloudEvents, one or a list; everything in `data` is flat. */
const events = z.union([
  z.array(z.looseObject({ data: z.record(z.string(), z.unknown()) })),
  z.looseObject({ data: z.record(z.string(), z.unknown()) }),
]);

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const sameText = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** A JSON body is signed by its hash in the URL, a form by its fields. */
const isOurs = ({ authToken, publicUrl = '' }: NoticeReader, { url, headers, body }: ReportRequest): boolean => {
  const whole = url.startsWith('/') ? `${publicUrl}${url}` : url;
  const signature = headers['x-twilio-signature'] ?? '';
  const hash = /[?&]bodySHA256=([0-9a-f]{64})/i.exec(url)?.[1];
  if (hash !== undefined && !sameText(hash.toLowerCase(), createHash('sha256').update(body).digest('hex'))) return false;
  const { current, previous } = tokensOf(authToken);
  const params = hash === undefined ? parse(body) : {};
  return isSigned(current, signature, whole, params) || (previous !== undefined && isSigned(previous, signature, whole, params));
};

const idsIn = (values: readonly unknown[]): readonly string[] => [
  ...new Set(values.filter((value): value is string => typeof value === 'string' && ours.test(value))),
];

const accountOf = (data: Readonly<Record<string, unknown>>): unknown => data['accountsid'] ?? data['AccountSid'];

/** A status callback of the Trust Hub, or events of an Event Stream about brands, campaigns and numbers; both signed with the account's token. */
export const readNotice = (reader: NoticeReader, request: ReportRequest): ReadNotice => {
  if (request.method !== 'POST') return { kind: 'malformed', why: 'not a POST' };
  if (request.body.length > largestBody) return { kind: 'malformed', why: 'the body is too large' };
  if (!isOurs(reader, request)) return { kind: 'foreign', why: 'no signature of the account that matches' };
  const read = events.safeParse(jsonOf(request.body));
  const told = read.success ? [read.data].flat().map(({ data }) => data) : [parse(request.body) as Readonly<Record<string, unknown>>];
  const foreign = told.some((data) => ![undefined, reader.accountId].includes(accountOf(data) as string | undefined));
  if (foreign) return { kind: 'foreign', why: 'another account' };
  return { kind: 'notice', references: idsIn(told.flatMap((data) => Object.values(data))) };
};
