import type { Context } from '#domain/conversation/match-reply.ts';
import { messageIdIn, parseMessageId, type Place } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import type { House } from './house.ts';

type Named = Readonly<{ messageId?: string | undefined; quotes?: string | undefined }>;

const streamOf = (messageId: string): string | undefined => {
  const parsed = parseMessageId(messageId);
  return parsed && chunkStream(parsed.packetId, parsed.chunk);
};

/** As it was queued: for a call whose key was pressed, of which no context was kept. */
const contextOf = async ({ store }: House, messageId: string): Promise<Context | undefined> => {
  const stream = streamOf(messageId);
  const { events } = stream === undefined ? { events: [] } : await store.read(stream);
  for (const event of [...events].reverse()) {
    if (event.type !== 'MessageQueued' || messageIdIn(event.stream, event.data) !== messageId) continue;
    const { campaignId, appointment, sendAt: sentAt, validUntil: until, claim, run } = event.data;
    return {
      messageId,
      campaignId,
      ...(appointment ? { appointment: appointment.key } : {}),
      sentAt,
      ...(until ? { until } : {}),
      claim,
      run,
    };
  }
  return undefined;
};

/** The message of which a provider says that it was answered, by our id or by its own. */
export const namedContext = async (
  house: House,
  contexts: readonly Context[],
  { messageId, quotes }: Named,
): Promise<Context | undefined> => {
  if (messageId !== undefined) return contexts.find((one) => one.messageId === messageId) ?? contextOf(house, messageId);
  if (quotes === undefined) return undefined;
  for (const stream of new Set(contexts.flatMap((one) => streamOf(one.messageId) ?? []))) {
    const { events } = await house.store.read(stream);
    const sent = events.find(
      (event) => (event.type === 'MessageSent' || event.type === 'DeliveryReported') && event.data.reference === quotes,
    );
    const id = sent && messageIdIn(stream, sent.data as Place);
    const found = contexts.find((one) => one.messageId === id);
    if (found) return found;
  }
  return undefined;
};
