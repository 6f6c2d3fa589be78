import { z } from 'zod';
import { jsonOf } from '#http/json-of.ts';
import type { Incoming, ReadIncoming, ReportRequest } from '#ports/provider.ts';
import { strangerIn, type ReportReader } from './read-report.ts';

const largestBody = 256 * 1024;
const number = z.string().regex(/^\+[1-9]\d{6,14}$/);

const owned = z.array(z.object({ type: z.string(), message: z.looseObject({ applicationId: z.string() }) })).min(1);
const received = z.object({
  type: z.literal('message-received'),
  /** our number that it came to */
  to: number,
  message: z.object({
    id: z.string().regex(/^[0-9a-zA-Z-]{20,64}$/),
    from: number,
    time: z.string().optional(),
    text: z.string().optional(),
    media: z.array(z.string()).optional(),
  }),
});

/** Bandwidth's own description of a picture message (SMIL) is no picture. */
const isPicture = (url: string): boolean => !/\.smil$/i.test(url);

const incomingOf = (accountId: string, { to, message }: z.infer<typeof received>): Incoming => {
  const media = (message.media ?? []).filter(isPicture).slice(0, 10);
  const base = { accountId, reference: message.id, from: message.from, to, body: message.text ?? '' };
  const more = { ...(media.length > 0 && { media }), ...(message.time !== undefined && { saidAt: message.time }) };
  return { ...base, channel: media.length > 0 ? 'mms' : 'sms', ...more };
};

/**
 * Reads a callback of the messaging application: a list of events, ours by the name and password that it was given, for Bandwidth signs nothing.
 * https://dev.bandwidth.com/docs/messaging/webhooks. `why` never quotes the request.
 */
export const readIncoming = (reader: ReportReader, request: ReportRequest): ReadIncoming => {
  if (request.method !== 'POST') return { kind: 'malformed', why: 'not a POST' };
  const stranger = strangerIn(reader, request);
  if (stranger) return stranger;
  const events = request.body.length > largestBody ? undefined : jsonOf(request.body);
  const owners = owned.safeParse(events);
  if (!owners.success) return { kind: 'malformed', why: 'no events of messages' };
  const { applicationId } = reader;
  if (owners.data.some(({ message }) => message.applicationId !== applicationId)) return { kind: 'foreign', why: 'another application' };
  const messages = (events as readonly unknown[]).flatMap((event) => {
    const { success, data } = received.safeParse(event);
    return success ? [incomingOf(applicationId, data)] : [];
  });
  return messages.length > 0 ? { kind: 'messages', messages } : { kind: 'nothing' };
};
