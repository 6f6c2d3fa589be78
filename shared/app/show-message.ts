import type { RecordedEvent } from '#domain/catalogue.ts';
import { messagesIn, placeKeyOf } from '#domain/delivery/chunk-messages.ts';
import { statusOf, type MessageStatus } from '#domain/delivery/delivery.ts';
import { parseMessageId, type Channel, type Place } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import type { House } from './house.ts';

/** Something that was said about the message, in the order of the log. */
export type Receipt = Readonly<{ at: string; status: MessageStatus; code?: string; words?: string; provider?: string; reference?: string }>;

/** As the log tells it, this very moment. `to` and `body` are left out where its people were forgotten. */
export type ShownMessage = Readonly<{
  messageId: string;
  packetId: string;
  campaignId: string;
  row: number;
  channel: Channel;
  status: MessageStatus;
  code?: string;
  words?: string;
  from: string;
  to?: string;
  body?: string;
  segments: number;
  price?: string;
  currency?: string;
  queuedAt: string;
  sendAt: string;
  validUntil?: string;
  receipts: readonly Receipt[];
}>;

type Told = Readonly<{ code?: string; provider?: string; reference?: string; price?: string; currency?: string; segments?: number }>;

const receiptOf = (event: RecordedEvent): Receipt => {
  const { code, provider, reference } = event.data as Told;
  return {
    at: event.occurredAt,
    status: statusOf(event)!,
    ...(code === undefined ? {} : { code, words: wordsFor(code) }),
    ...(provider === undefined ? {} : { provider }),
    ...(reference === undefined ? {} : { reference }),
  };
};

/** What providers said that it costs: the newest word counts. */
const costIn = (events: readonly RecordedEvent[]): Pick<Told, 'price' | 'currency' | 'segments'> => {
  const told = events.map(({ data }) => data as Told);
  const price = told.findLast((one) => one.price !== undefined);
  const counted = events.findLast(({ type, data }) => type !== 'MessageQueued' && (data as Told).segments !== undefined);
  const { segments } = (counted?.data ?? {}) as Told;
  return {
    ...(price?.price === undefined ? {} : { price: price.price, currency: price.currency }),
    ...(segments === undefined ? {} : { segments }),
  };
};

/** Throws a Refusal `message_unknown`, also for a message of another company. */
export const showMessage = async (
  house: House,
  { companyId, messageId }: Readonly<{ companyId: string; messageId: string }>,
): Promise<ShownMessage> => {
  const unknown = (): Refusal =>
    new Refusal('message_unknown', `there is no message ${messageId}: its id stands in the answer that made it`);
  const parsed = parseMessageId(messageId);
  if (!parsed) throw unknown();
  const key = placeKeyOf(parsed.place);
  const all = (await house.store.read(chunkStream(parsed.packetId, parsed.chunk))).events;
  const events = all.filter((event) => statusOf(event) !== undefined && placeKeyOf(event.data as unknown as Place) === key);
  const message = messagesIn(events).get(key);
  if (!message || events[0]?.companyId !== companyId) throw unknown();
  const { queued, status, code } = message;
  const { campaignId, from, segments, sendAt, validUntil } = queued.data;
  const { to, body } = queued.private ?? {};
  return {
    messageId,
    packetId: parsed.packetId,
    campaignId,
    row: parsed.place.row,
    channel: parsed.place.channel,
    status,
    ...(code === undefined ? {} : { code, words: wordsFor(code) }),
    from,
    ...(to === undefined ? {} : { to }),
    ...(body === undefined ? {} : { body }),
    segments,
    ...costIn(events),
    queuedAt: events[0].occurredAt,
    sendAt,
    ...(validUntil === undefined ? {} : { validUntil }),
    receipts: events.map(receiptOf),
  };
};
