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
  errorCode: z.number().int().optional(),
  message: z.object({
    id: z.string().regex(/^[0-9a-z-]{20,64}$/),
    applicationId: z.string(),
    tag: z.string().regex(/^[\w-]{1,200}$/),
  }),
});
const owned = z.array(z.object({ message: z.object({ applicationId: z.string() }) })).min(1);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/** Called with the name and password of our application. */
export const isOurs = ({ callbackUser, callbackPassword }: ReportReader, { headers }: ReportRequest): boolean =>
  same(headers['authorization'] ?? '', `Basic ${Buffer.from(`${callbackUser}:${callbackPassword}`).toString('base64')}`);

const reportOf = ({ type, errorCode, message }: z.infer<typeof event>): StatusReport => {
  const common = { messageId: message.tag, accountId: message.applicationId, reference: message.id };
  if (type !== 'message-failed') return { ...common, status: type === 'message-delivered' ? 'delivered' : 'sent' };
  const code = errorCode === undefined ? 'provider_error' : codeOf(errorCode);
  return { ...common, status: 'undelivered', code, ...(errorCode !== undefined && { providerCode: String(errorCode) }) };
};

/**
 * Reads a callback: a list of events, ours by the name and password that our application gave Bandwidth, for it signs nothing. The message is
 * named by its tag. `why` never quotes the request.
 */
export const readReport = (reader: ReportReader, request: ReportRequest): ReadReport => {
  const { applicationId } = reader;
  if (request.method !== 'POST') return { kind: 'malformed', why: 'not a POST' };
  if (!isOurs(reader, request)) return { kind: 'foreign', why: 'another name or password' };
  const events = request.body.length > largestBody ? undefined : jsonOf(request.body);
  const owners = owned.safeParse(events);
  if (!owners.success) return { kind: 'malformed', why: 'no events of messages' };
  if (owners.data.some(({ message }) => message.applicationId !== applicationId)) return { kind: 'foreign', why: 'another application' };
  const read = z.array(event).safeParse(events);
  const [report, ...also] = read.success ? read.data.map(reportOf) : [];
  if (!report) return { kind: 'malformed', why: 'no event of a message that was sent from here' };
  return { kind: 'report', report, ...(also.length > 0 && { also }) };
};
