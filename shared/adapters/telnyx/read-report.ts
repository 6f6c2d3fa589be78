import { z } from 'zod';
import type { ReadReport, ReportRequest } from '#ports/provider.ts';
import { keysOf, type Key } from './keys.ts';
import { billOf, fateOf, sentMessage, type SentMessage } from './sent-message.ts';
import { isSigned } from './signature.ts';

export type ReportReader = Readonly<{
  /** the messaging profile */
  accountId: string;
  publicKey: Key;
  /** milliseconds since 1970; the system's clock */
  now?: (() => number) | undefined;
}>;

/** A webhook repeats the text of its message, ten segments at most, and its addresses. */
const largestBody = 256 * 1024;
const messageIdInQuery = /[?&]m=([^&#]*)/;

const webhook = z.object({
  data: z.object({ event_type: z.enum(['message.sent', 'message.finalized', 'message.read']), payload: sentMessage }),
});
const addressed = z.object({
  data: z.object({ payload: z.object({ messaging_profile_id: z.string(), webhook_url: z.string().nullish() }) }),
});

const malformed = (why: string): ReadReport => ({ kind: 'malformed', why });
/** Theirs, and in words that we do not know. */
const unknown = (why: string): ReadReport => ({ kind: 'malformed', why, isSigned: true });
const foreign = (why: string): ReadReport => ({ kind: 'foreign', why });
const encodedIdIn = (url: string): string => messageIdInQuery.exec(url)?.[1] ?? '';

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const reportOf = (messageId: string, accountId: string, message: SentMessage): ReadReport => {
  const fate = fateOf(message);
  if (!messageId) return malformed('the callback URL names no message');
  if (!fate) return unknown('the status is missing or unknown');
  return { kind: 'report', report: { messageId, accountId, reference: message.id, ...fate, ...billOf(message) } };
};

/** Signed with either of our keys, a moment ago. */
export const isOurs = ({ publicKey, now = Date.now }: ReportReader, { headers, body, receivedAtMs }: ReportRequest): boolean => {
  const signed = { signature: headers['telnyx-signature-ed25519'] ?? '', timestamp: headers['telnyx-timestamp'] ?? '', body };
  const { current, previous } = keysOf(publicKey);
  const at = receivedAtMs ?? now();
  return isSigned(current, signed, at) || (previous !== undefined && isSigned(previous, signed, at));
};

/**
 * Reads a webhook: Telnyx's signature over time and body, our messaging profile, our message id. The URL of the request is not signed, but
 * the body repeats the URL that we asked for: they must name the same message. `why` never quotes the request.
 */
export const readReport = (reader: ReportReader, request: ReportRequest): ReadReport => {
  if (request.method !== 'POST') return malformed('not a POST');
  if (request.body.length > largestBody) return malformed('the body is too large');
  if (!isOurs(reader, request)) return foreign('no signature of the last 5 minutes that matches');
  const body = jsonOf(request.body);
  const to = addressed.safeParse(body);
  if (!to.success) return unknown('the webhook names no messaging profile');
  const { messaging_profile_id: profile, webhook_url: asked } = to.data.data.payload;
  if (profile !== reader.accountId) return foreign('another messaging profile');
  const encodedId = encodedIdIn(request.url);
  if (asked != null && encodedIdIn(asked) !== encodedId) return foreign('the URL is not the one that was asked for');
  const read = webhook.safeParse(body);
  if (!read.success) return unknown('no event of a message that was sent');
  return reportOf(decoded(encodedId), reader.accountId, read.data.data.payload);
};
