import type { Event } from '../kernel/event.ts';
import { firingOfOffset } from '../kernel/firing-offset.ts';
import { parseMessageId, type Place } from '../kernel/ids.ts';
import type { MessageEvent } from '../message/events.ts';
import { statusAfter, statusOf, type MessageStatus } from './delivery.ts';

export type QueuedEvent = Extract<MessageEvent, { type: 'MessageQueued' }>;

/** A message of a chunk as its stream tells it: how it was last queued, and what it has come to. */
export type ChunkMessage = Readonly<{
  queued: QueuedEvent;
  status: MessageStatus;
  /** why it has come to that, where it was said */
  code?: string;
}>;

export type ChunkMessages = ReadonlyMap<string, ChunkMessage>;

export const placeKeyOf = ({ row, channel, offset }: Place): string => `${row}.${channel}.${offset}`;

/** The messages in the events of a chunk's stream, by their places. */
export const messagesIn = (events: readonly Event[]): ChunkMessages => {
  const messages = new Map<string, ChunkMessage>();
  for (const event of events) {
    const next = statusOf(event);
    if (next === undefined) continue;
    const key = placeKeyOf(event.data as Place);
    const known = messages.get(key);
    const queued = event.type === 'MessageQueued' ? (event as QueuedEvent) : known?.queued;
    if (!queued) continue;
    const status = statusAfter(known?.status, next);
    const code = status === known?.status ? known.code : (event.data as Readonly<{ code?: string }>).code;
    messages.set(key, { queued, status, ...(code === undefined ? {} : { code }) });
  }
  return messages;
};

/** The touch that a message tells of: one that was sent again, perhaps more than once, is told by the touch of the first one. */
export const touchOf = (messages: ChunkMessages, place: Place): Place => {
  let told = place;
  for (let left = messages.size; left > 0; left--) {
    const after = messages.get(placeKeyOf(told))?.queued.data.followUp;
    const before = after?.kind === 'resend' ? parseMessageId(after.of)?.place : undefined;
    if (!before) return told;
    told = before;
  }
  return told;
};

/** Offsets of touches count up from 0; those of messages that no touch asked for begin here, in the order in which they came to be. */
export const followUpsFrom = 30_000;

/** A place of its own for one more message of a row by a channel. */
export const nextFollowUpPlace = (messages: ChunkMessages, { row, channel }: Omit<Place, 'offset'>): Place => {
  let offset = followUpsFrom;
  for (const { queued } of messages.values()) {
    const { data } = queued;
    // answers have places of their own, by what was said
    const isFollowUp = data.followUp?.kind !== 'answer' && data.offset >= offset && firingOfOffset(data.offset) === undefined;
    if (data.row === row && data.channel === channel && isFollowUp) offset = data.offset + 1;
  }
  return { row, channel, offset };
};
