import type { Command } from '../kernel/decider.ts';
import type { Place } from '../kernel/ids.ts';
import type { MessageEvent } from '../message/events.ts';
import type { WorkItem } from './work-item.ts';

/** What happens to the messages of a work item: each decision gives the events to append and the item as it is stored beside them. */

// Commands

type Sender = Readonly<{ provider: string; accountId: string }>;
type Indexes = Readonly<{ indexes: readonly number[] }>;

export type CallOutcome =
  | Readonly<{ kind: 'accepted'; reference: string; segments?: number; price?: string; currency?: string }>
  | Readonly<{ kind: 'refused'; code: string; providerCode?: string; retryable: boolean }>
  | Readonly<{ kind: 'unknown'; code: string }>
  /** the lease ran short before the provider was called: nothing happened */
  | Readonly<{ kind: 'not_called' }>;

/** What the provider's list or a late callback says of a message in doubt; `absent`: the provider does not know it. */
export type DoubtOutcome =
  Readonly<{ kind: 'found'; reference: string }> | Readonly<{ kind: 'absent' }> | Readonly<{ kind: 'untold'; code: string }>;

export type ExpireMessages = Command<'ExpireMessages', Indexes & { code: string }>;
export type CancelMessages = Command<'CancelMessages', Indexes & { code: string }>;
export type PostponeMessages = Command<'PostponeMessages', { to: readonly (readonly [number, string])[] }>;
export type IntendMessages = Command<'IntendMessages', Indexes & Sender & { startedAt: string }>;
export type RecordOutcomes = Command<'RecordOutcomes', Sender & { outcomes: readonly (readonly [number, CallOutcome])[]; now: string }>;
export type SettleDoubts = Command<'SettleDoubts', Sender & { doubts: readonly (readonly [number, DoubtOutcome])[]; now: string }>;
export type WorkCommand = ExpireMessages | CancelMessages | PostponeMessages | IntendMessages | RecordOutcomes | SettleDoubts;

// State

/** The item with the places of its messages, by index. */
export type Work = Readonly<{ item: WorkItem; places: readonly Place[] }>;
export type WorkDecision = Readonly<{ events: readonly MessageEvent[]; item: WorkItem }>;

// Decide

const at = ({ item, places }: Work, index: number): Place & { campaignId: string } => {
  const place = places[index];
  if (!place) throw new Error(`the work item has no message ${index}`);
  return { row: place.row, channel: place.channel, offset: place.offset, campaignId: item.campaignId };
};

const withoutPending = (item: WorkItem, indexes: ReadonlySet<number>): WorkItem['pending'] => item.pending.filter(([n]) => !indexes.has(n));
const withoutInFlight = (item: WorkItem, indexes: ReadonlySet<number>): WorkItem['inFlight'] =>
  item.inFlight.filter(([n]) => !indexes.has(n));

/** Only what still waits can end unsent: an index that is in flight or settled stays as it is. */
const endUnsent = (work: Work, { indexes, code }: Indexes & { code: string }, type: 'MessageExpired' | 'MessageCanceled'): WorkDecision => {
  const waiting = new Set(work.item.pending.map(([index]) => index));
  const ended = indexes.filter((index) => waiting.has(index));
  const events = ended.map((index): MessageEvent => ({ type, data: { ...at(work, index), code } }));
  return { events, item: { ...work.item, pending: withoutPending(work.item, new Set(ended)) } };
};

const postpone = (work: Work, { to }: PostponeMessages['data']): WorkDecision => {
  const times = new Map(to);
  return {
    events: [],
    item: { ...work.item, pending: work.item.pending.map(([index, sendAt]) => [index, times.get(index) ?? sendAt] as const) },
  };
};

const intend = (work: Work, { indexes, provider, accountId, startedAt }: IntendMessages['data']): WorkDecision => {
  const { item } = work;
  const attempt = item.attempt + 1;
  const events = indexes.map((index): MessageEvent => ({
    type: 'MessageSending',
    data: { ...at(work, index), provider, accountId, attempt },
  }));
  const inFlight = [...item.inFlight, ...indexes.map((index) => [index, startedAt] as const)];
  return { events, item: { ...item, pending: withoutPending(item, new Set(indexes)), inFlight } };
};

const sent = (
  work: Work,
  index: number,
  facts: Sender & { reference: string; segments?: number; price?: string; currency?: string },
): MessageEvent => ({
  type: 'MessageSent',
  data: { ...at(work, index), ...facts },
});

const record = (work: Work, { outcomes, provider, accountId, now }: RecordOutcomes['data']): WorkDecision => {
  const events: MessageEvent[] = [];
  const settled = new Set<number>();
  const again: (readonly [number, string])[] = [];
  let turnedAway = false;
  for (const [index, outcome] of outcomes) {
    if (outcome.kind === 'unknown') continue;
    settled.add(index);
    if (outcome.kind === 'accepted') {
      const { kind: _, ...facts } = outcome;
      events.push(sent(work, index, { provider, accountId, ...facts }));
    } else if (outcome.kind === 'not_called' || outcome.retryable) {
      turnedAway ||= outcome.kind === 'refused';
      again.push([index, now]);
    } else {
      const { code, providerCode } = outcome;
      events.push({ type: 'MessageFailed', data: { ...at(work, index), code, ...(providerCode === undefined ? {} : { providerCode }) } });
    }
  }
  const { item } = work;
  const attempt = turnedAway ? item.attempt + 1 : 0;
  return { events, item: { ...item, attempt, inFlight: withoutInFlight(item, settled), pending: [...item.pending, ...again] } };
};

const settle = (work: Work, { doubts, provider, accountId, now }: SettleDoubts['data']): WorkDecision => {
  const events: MessageEvent[] = [];
  const again: (readonly [number, string])[] = [];
  for (const [index, doubt] of doubts) {
    if (doubt.kind === 'found') events.push(sent(work, index, { provider, accountId, reference: doubt.reference }));
    else if (doubt.kind === 'absent') again.push([index, now]);
    else events.push({ type: 'MessageDoubted', data: { ...at(work, index), code: doubt.code } });
  }
  const settled = new Set(doubts.map(([index]) => index));
  return { events, item: { ...work.item, inFlight: withoutInFlight(work.item, settled), pending: [...work.item.pending, ...again] } };
};

export const decideWork = (command: WorkCommand, work: Work): WorkDecision => {
  switch (command.type) {
    case 'ExpireMessages':
      return endUnsent(work, command.data, 'MessageExpired');
    case 'CancelMessages':
      return endUnsent(work, command.data, 'MessageCanceled');
    case 'PostponeMessages':
      return postpone(work, command.data);
    case 'IntendMessages':
      return intend(work, command.data);
    case 'RecordOutcomes':
      return record(work, command.data);
    case 'SettleDoubts':
      return settle(work, command.data);
  }
};
