import type { Event, Recorded } from '../kernel/event.ts';
import { messageIdIn, parseMessageId, type Channel, type Place } from '../kernel/ids.ts';
import { messagesIn, placeKeyOf, type ChunkMessages, type QueuedEvent } from './chunk-messages.ts';
import { noReference } from './decide-doubt.ts';
import type { MessageStatus } from './delivery.ts';

/** A message that was handed over, or was to be: what became of it, and what may follow. Times are business time, UTC ISO. */
export type Watched = Readonly<{
  id: string;
  queued: QueuedEvent;
  status: MessageStatus;
  code?: string;
  sentAt?: string;
  /** by whom, and under which id */
  sender?: Readonly<{ provider: string; accountId: string; reference: string }>;
  price?: string;
  /** the touch that it is told for, whichever channel it was told by before */
  origin: Place;
  /** another message came after it */
  isFollowed: boolean;
}>;

type Handed = { sentAt?: string; sender?: Watched['sender']; price?: string };

/** Whether the item of this append and channel has the message. */
const isOf = (queued: QueuedEvent, { cause, channel }: Readonly<{ cause: string; channel: Channel }>): boolean =>
  (queued as Recorded<QueuedEvent>).cause === cause && queued.data.channel === channel;

const followed: ReadonlySet<string> = new Set(['resend', 'fallback']);

/** The touch behind a chain of messages that were sent again, or by another channel. */
export const originOf = (messages: ChunkMessages, place: Place): Place => {
  let told = place;
  for (let left = messages.size; left > 0; left--) {
    const after = messages.get(placeKeyOf(told))?.queued.data.followUp;
    const before = after && followed.has(after.kind) ? parseMessageId(after.of)?.place : undefined;
    if (!before) return told;
    told = before;
  }
  return told;
};

const handedOver = (events: readonly (Event & Readonly<{ occurredAt: string }>)[]): ReadonlyMap<string, Handed> => {
  const found = new Map<string, Handed>();
  for (const event of events) {
    if (event.type !== 'MessageSent' && event.type !== 'DeliveryReported') continue;
    const { provider, accountId, reference, price, ...place } = event.data as Place & NonNullable<Watched['sender']> & { price?: string };
    const key = placeKeyOf(place);
    const known = found.get(key) ?? {};
    const sender = reference === noReference ? known.sender : (known.sender ?? { provider, accountId, reference });
    found.set(key, {
      sentAt: known.sentAt ?? event.occurredAt,
      ...(sender ? { sender } : {}),
      ...((price ?? known.price) === undefined ? {} : { price: price ?? known.price }),
    });
  }
  return found;
};

/** The messages of a work item, as the events of their chunk tell of them. */
export const watchedIn = (
  events: readonly (Event & Readonly<{ occurredAt: string }>)[],
  { stream, ...item }: Readonly<{ stream: string; cause: string; channel: Channel }>,
): readonly Watched[] => {
  const messages = messagesIn(events);
  const handed = handedOver(events);
  const after = new Set(Array.from(messages.values(), ({ queued }) => queued.data.followUp?.of));
  return [...messages.values()]
    .filter(({ queued }) => isOf(queued, item))
    .map(({ queued, status, code }) => {
      const id = messageIdIn(stream, queued.data);
      const key = placeKeyOf(queued.data);
      const origin = originOf(messages, queued.data);
      return { id, queued, status, ...(code === undefined ? {} : { code }), ...handed.get(key), origin, isFollowed: after.has(id) };
    });
};
