import type { Event } from '../kernel/event.ts';
import { firingOfOffset } from '../kernel/firing-offset.ts';
import type { Place } from '../kernel/ids.ts';
import type { MessageEvent } from '../message/events.ts';
import type { PacketEvent } from '../packet/events.ts';
import { statusAfter, statusOf, type MessageStatus } from './delivery.ts';
import type { DeliveryEvent } from './events.ts';

/** What the log itself says of a company's touches and messages: the yardstick for reports and provider. It grows with the messages. */
export type Tally = {
  rows: number;
  /** per packet's stream: rows that stand in the log */
  readonly packets: Map<string, number>;
  rejected: Record<string, number>;
  skipped: Record<string, number>;
  /** touches that are told in another one's message */
  joined: number;
  /** touches of firings, whatever became of them: a recurring campaign has one per row and firing so far */
  fired: number;
  /** per stream, per place: the message's status and the provider's reference once it was accepted */
  readonly messages: Map<string, Map<string, Tallied>>;
};

type Tallied = Readonly<{ status: MessageStatus; reference?: string; /** no touch asked for it */ followUp?: true }>;

export const emptyTally = (): Tally => ({
  rows: 0,
  packets: new Map(),
  rejected: {},
  skipped: {},
  joined: 0,
  fired: 0,
  messages: new Map(),
});

const placeKey = ({ row, channel, offset }: Place): string => `${row}-${channel}-${offset}`;

type Counted = PacketEvent | MessageEvent | DeliveryEvent;

/** A report shows that the provider has the message, also where its answer was lost. */
const referenceIn = (event: MessageEvent | DeliveryEvent, known: string | undefined): string | undefined => {
  if (event.type === 'MessageSent') return event.data.reference;
  return event.type === 'DeliveryReported' ? (known ?? event.data.reference) : known;
};

const countFiring = (tally: Tally, { offset }: Place): void => {
  if (firingOfOffset(offset) !== undefined) tally.fired += 1;
};

const countMessage = (tally: Tally, stream: string, event: MessageEvent | DeliveryEvent): void => {
  const status = statusOf(event);
  if (status === undefined) return;
  const places = tally.messages.get(stream) ?? new Map<string, Tallied>();
  tally.messages.set(stream, places);
  const key = placeKey(event.data);
  const known = places.get(key);
  // a report about a message that was never queued is nobody's
  if (!known && event.type !== 'MessageQueued') return;
  const reference = referenceIn(event, known?.reference);
  if (!known && event.type === 'MessageQueued' && event.data.followUp === undefined) countFiring(tally, event.data);
  const followUp = known?.followUp ?? (event.type === 'MessageQueued' && event.data.followUp !== undefined);
  const kind = followUp ? { followUp: true as const } : {};
  places.set(key, { status: statusAfter(known?.status, status), ...(reference === undefined ? {} : { reference }), ...kind });
};

/** Adds one event of the log; a company's events in the order of their streams. */
export const count = (tally: Tally, event: Event & Readonly<{ stream: string }>): void => {
  const counted = event as Counted;
  switch (counted.type) {
    case 'PacketLoaded':
    case 'PacketFailed':
      // one that failed may go on when its file comes again, and then counts all of its rows
      tally.rows += counted.data.rows - (tally.packets.get(event.stream) ?? 0);
      tally.packets.set(event.stream, counted.data.rows);
      break;
    case 'TouchRejected':
      countFiring(tally, counted.data);
      tally.rejected[counted.data.code] = (tally.rejected[counted.data.code] ?? 0) + 1;
      break;
    case 'TouchSkipped':
      countFiring(tally, counted.data);
      tally.skipped[counted.data.code] = (tally.skipped[counted.data.code] ?? 0) + 1;
      break;
    case 'TouchJoined':
      countFiring(tally, counted.data);
      tally.joined += 1;
      break;
    default:
      countMessage(tally, event.stream, counted as MessageEvent | DeliveryEvent);
  }
};

export type Totals = Readonly<Record<MessageStatus, number>> & Readonly<{ messages: number; followUps: number; accepted: number }>;

const noTotals = { queued: 0, sending: 0, in_doubt: 0, sent: 0, delivered: 0, undelivered: 0, failed: 0, expired: 0, canceled: 0, read: 0 };

/**
 * Messages by the status they have come to, follow-ups among them; `messages` counts those that touches asked for. `accepted`: those that a
 * provider has taken, whatever became of them.
 */
export const totalsOf = (tally: Tally): Totals => {
  const byStatus: Record<MessageStatus, number> = { ...noTotals };
  let messages = 0;
  let followUps = 0;
  let accepted = 0;
  for (const places of tally.messages.values()) {
    for (const { status, reference, followUp } of places.values()) {
      byStatus[status] += 1;
      if (followUp) followUps += 1;
      else messages += 1;
      if (reference !== undefined) accepted += 1;
    }
  }
  return { ...byStatus, messages, followUps, accepted };
};

export const sumOf = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, n) => sum + n, 0);
