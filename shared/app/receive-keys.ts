import type { Cause } from '#domain/kernel/event.ts';
import { messageIdIn, parseMessageId } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import type { ReportRequest, StatusReport } from '#ports/provider.ts';
import type { House } from './house.ts';
import { storeIncoming } from './receive-incoming.ts';

/** On the phone a recorded voice has to have a key that ends the calls: this one, in every campaign. */
const optOutKey = '9';

/**
 * Stores a key that somebody pressed who was called, as a reply to that call. The report itself was verified and stored before. The same key of the
 * same call again changes nothing.
 */
export const receiveKeys = async (
  house: House,
  { provider, report, raw }: Readonly<{ provider: string; report: StatusReport; raw: ReportRequest }>,
  cause: Cause,
): Promise<void> => {
  const { keys, messageId, accountId, reference } = report;
  const parsed = parseMessageId(messageId);
  if (keys === undefined || !parsed) return;
  const { events } = await house.store.read(chunkStream(parsed.packetId, parsed.chunk));
  const queued = events.find((event) => event.type === 'MessageQueued' && messageIdIn(event.stream, event.data) === messageId);
  // whoever was forgotten meanwhile is nobody's reply any more
  if (queued?.type !== 'MessageQueued' || !queued.private?.to) return;
  const { companyId } = queued;
  const said = {
    channel: parsed.place.channel,
    accountId,
    reference: `${reference}:${keys}`,
    from: queued.private.to,
    to: queued.data.from,
    body: keys,
  };
  const taken = keys === optOutKey ? ({ taken: 'stop' } as const) : {};
  await storeIncoming(house, { companies: [companyId], companyId }, { ...said, ...taken, provider, messageId, raw }, cause);
};
