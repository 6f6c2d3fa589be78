import { z } from 'zod';
import type { Incoming, ReadIncoming, ReportRequest } from '#ports/provider.ts';
import { readReport, readSigned, type ReportReader } from './read-report.ts';

const mid = z.string().regex(/^[\w=:.-]{8,400}$/);
const id = z.string().regex(/^\d{5,25}$/);
const people = { sender: z.object({ id }), recipient: z.object({ id }), timestamp: z.number().optional() };

const written = z.object({
  ...people,
  message: z.object({
    mid,
    is_echo: z.literal(false).optional(),
    text: z.string().optional(),
    quick_reply: z.object({ payload: z.string() }).optional(),
    reply_to: z.object({ mid: mid.optional() }).optional(),
    attachments: z.array(z.object({ payload: z.object({ url: z.string().optional() }).nullish() })).optional(),
  }),
});
/** A button of ours that was pressed. */
const pressed = z.object({ ...people, postback: z.object({ mid, payload: z.string() }) });

type Written = z.infer<typeof written>['message'];

const saidIn = ({ text, quick_reply: quick, reply_to: quoted, attachments = [] }: Written) => {
  const media = attachments.flatMap(({ payload }) => payload?.url ?? []).slice(0, 10);
  return {
    body: quick?.payload ?? text ?? '',
    ...(media.length > 0 && { media }),
    ...(quoted?.mid !== undefined && { quotes: quoted.mid }),
  };
};

const incomingOf = (channel: Incoming['channel'], { accountId, instagramId }: ReportReader, event: unknown): readonly Incoming[] => {
  const [text, button] = [written.safeParse(event), pressed.safeParse(event)];
  const found = text.success ? text.data : button.success ? button.data : undefined;
  if (!found || ![accountId, instagramId].includes(found.recipient.id)) return [];
  const said =
    'message' in found
      ? { reference: found.message.mid, ...saidIn(found.message) }
      : { reference: found.postback.mid, body: found.postback.payload };
  const { timestamp } = found;
  const saidAt = timestamp !== undefined && timestamp > 0 && timestamp < 8.64e15 ? new Date(timestamp).toISOString() : undefined;
  return [{ channel, accountId, from: found.sender.id, to: found.recipient.id, ...said, ...(saidAt !== undefined && { saidAt }) }];
};

/**
 * Reads what people write to our page, or press in its messages; and, as Meta has one address for everything, the echoes of what we sent. What
 * it is about otherwise is answered and dropped. `why` never quotes the request.
 */
export const readIncoming = (reader: ReportReader, request: ReportRequest): ReadIncoming => {
  const read = readReport(reader, request);
  if (read.kind === 'foreign' || read.kind === 'malformed' || request.method === 'GET')
    return read.kind === 'report' ? { kind: 'nothing' } : read;
  const { object, events } = readSigned(reader, request.body);
  const channel = object === 'page' ? 'messenger' : 'instagram';
  const messages = events.flatMap((event) => incomingOf(channel, reader, event));
  const reports = read.kind === 'report' ? [read.report, ...(read.also ?? [])] : [];
  return messages.length + reports.length > 0 ? { kind: 'messages', messages, reports } : { kind: 'nothing' };
};
