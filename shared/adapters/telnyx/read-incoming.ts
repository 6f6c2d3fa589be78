import { z } from 'zod';
import { jsonOf } from '#http/json-of.ts';
import type { Incoming, ReadIncoming, ReportRequest } from '#ports/provider.ts';
import { isOurs, type ReportReader } from './read-report.ts';

/** Ten segments, ten pictures' addresses, and what Telnyx repeats of the number. */
const largestBody = 256 * 1024;
const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/);

const addressed = z.object({ data: z.object({ event_type: z.string(), payload: z.object({ messaging_profile_id: z.string() }) }) });
const received = z.object({
  id: z.uuid(),
  from: z.object({ phone_number: z.string() }),
  to: z.array(z.object({ phone_number: e164 })).min(1),
  text: z.string().nullish(),
  media: z.array(z.object({ url: z.string() })).nullish(),
  received_at: z.string().nullish(),
  /** which of its own replies it has given */
  autoresponse_type: z.string().nullish(),
});

const taken: Readonly<Record<string, Incoming['taken']>> = { STOP: 'stop', START: 'start', HELP: 'help' };

const incomingOf = (
  accountId: string,
  { id, from, to, text, media, received_at: saidAt, autoresponse_type: told }: z.infer<typeof received>,
): readonly Incoming[] => {
  const sender = e164.safeParse(from.phone_number);
  const urls = (media ?? []).map(({ url }) => url).slice(0, 10);
  const [own] = to;
  // short codes and names are nobody who could be answered
  if (!sender.success || !own) return [];
  const kind = taken[told?.toUpperCase() ?? ''];
  const base = { accountId, reference: id, from: sender.data, to: own.phone_number, body: text ?? '', ...(kind && { taken: kind }) };
  return [
    { ...base, channel: urls.length > 0 ? 'mms' : 'sms', ...(urls.length > 0 && { media: urls }), ...(saidAt != null && { saidAt }) },
  ];
};

/**
 * Reads a webhook of the messaging profile: Telnyx's signature over time and body, our profile. Of its events only those of messages that came
 * in are taken; all others are answered. https://developers.telnyx.com/docs/messaging/messages/receive-message. `why` never quotes the request.
 */
export const readIncoming = (reader: ReportReader, request: ReportRequest): ReadIncoming => {
  if (request.method !== 'POST') return { kind: 'malformed', why: 'not a POST' };
  if (request.body.length > largestBody) return { kind: 'malformed', why: 'the body is too large' };
  if (!isOurs(reader, request)) return { kind: 'foreign', why: 'no signature of the last 5 minutes that matches' };
  const body = jsonOf(request.body);
  const to = addressed.safeParse(body);
  if (!to.success) return { kind: 'malformed', why: 'the webhook names no messaging profile' };
  const { event_type: type, payload } = to.data.data;
  if (payload.messaging_profile_id !== reader.accountId) return { kind: 'foreign', why: 'another messaging profile' };
  if (type !== 'message.received') return { kind: 'nothing' };
  const read = z.object({ data: z.object({ payload: received }) }).safeParse(body);
  if (!read.success) return { kind: 'malformed', why: 'no message that came in' };
  const messages = incomingOf(reader.accountId, read.data.data.payload);
  return messages.length > 0 ? { kind: 'messages', messages } : { kind: 'nothing' };
};
