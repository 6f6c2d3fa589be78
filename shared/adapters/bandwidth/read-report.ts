import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { jsonOf } from '#http/json-of.ts';
import type { ReadReport, ReportRequest, StatusReport } from '#ports/provider.ts';
import { codeOf } from './error-codes.ts';

export type ReportReader = Readonly<{
  /** the messaging application: whoever sends has one of his own */
  applicationId: string;
  /** what Bandwidth names itself with at our door, as the application says it */
  callbackUser: string;
  callbackPassword: string;
}>;

const largestBody = 256 * 1024;

const event = z.object({
  type: z.enum(['message-sending', 'message-delivered', 'message-failed']),
  errorCode: z.number().int().nullish(),
  message: z.object({
    id: z.string().regex(/^[0-9a-z-]{20,64}$/),
    applicationId: z.string(),
    tag: z.string().regex(/^[\w-]{1,200}$/),
  }),
});
const owned = z.array(z.object({ message: z.object({ applicationId: z.string() }) })).min(1);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

type Stranger = Extract<ReadReport, { kind: 'foreign' }>;

/**
 * Whoever does not call with the name and password of our application. Bandwidth calls without them first, and once more only where it is asked
 * for them: https://dev.bandwidth.com/docs/numbers/webhooks.
 */
export const strangerIn = ({ callbackUser, callbackPassword }: ReportReader, { headers }: ReportRequest): Stranger | undefined => {
  const given = headers['authorization'];
  if (!given) return { kind: 'foreign', why: 'no name and password', challenge: 'Basic realm="callbacks", charset="UTF-8"' };
  const expected = `Basic ${Buffer.from(`${callbackUser}:${callbackPassword}`).toString('base64')}`;
  return same(given, expected) ? undefined : { kind: 'foreign', why: 'another name or password' };
};

const reportOf = ({ type, errorCode, message }: z.infer<typeof event>): StatusReport => {
  const common = { messageId: message.tag, accountId: message.applicationId, reference: message.id };
  if (type !== 'message-failed') return { ...common, status: type === 'message-delivered' ? 'delivered' : 'sent' };
  const code = errorCode == null ? 'provider_error' : codeOf(errorCode);
  return { ...common, status: 'undelivered', code, ...(errorCode != null && { providerCode: String(errorCode) }) };
};

/**
 * Reads a callback: a list of events, ours by the name and password that our application gave Bandwidth, for it signs nothing. The message is
 * named by its tag. Events of kinds that we do not know are left out beside others. `why` never quotes the request.
 */
export const readReport = (reader: ReportReader, request: ReportRequest): ReadReport => {
  const { applicationId } = reader;
  if (request.method !== 'POST') return { kind: 'malformed', why: 'not a POST' };
  const stranger = strangerIn(reader, request);
  if (stranger) return stranger;
  const events = request.body.length > largestBody ? undefined : jsonOf(request.body);
  const owners = owned.safeParse(events);
  if (!owners.success) return { kind: 'malformed', why: 'no events of messages' };
  if (owners.data.some(({ message }) => message.applicationId !== applicationId)) return { kind: 'foreign', why: 'another application' };
  const [report, ...also] = z
    .array(event.nullable().catch(null))
    .parse(events)
    .flatMap((read) => (read ? [reportOf(read)] : []));
  if (!report) return { kind: 'malformed', why: 'no event of a message that was sent from here' };
  return { kind: 'report', report, ...(also.length > 0 && { also }) };
};
