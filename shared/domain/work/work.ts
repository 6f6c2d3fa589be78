import type { Command } from '../kernel/decider.ts';
import type { Place } from '../kernel/ids.ts';
import { stopScopeOf } from '../kernel/stop-codes.ts';
import type { MessageEvent } from '../message/events.ts';
import { viaOf, type WorkItem } from './work-item.ts';

/** What happens to the messages of a work item: each decision gives the events to append and the item as it is stored beside them. */

// Commands

type Sender = Readonly<{ provider: string; accountId: string }>;
type Indexes = Readonly<{ indexes: readonly number[] }>;

export type CallOutcome =
  | Readonly<{ kind: 'accepted'; reference: string; segments?: number; price?: string; currency?: string }>
  | Readonly<{ kind: 'refused'; code: string; providerCode?: string; retryable: boolean; retryAfterMs?: number }>
  | Readonly<{ kind: 'unknown'; code: string }>
  /** the lease ran short before the provider was called: nothing happened */
  | Readonly<{ kind: 'not_called' }>;

/** What the provider's list or a late callback says of a message in doubt; `absent`: the provider does not know it. */
export type DoubtOutcome =
  Readonly<{ kind: 'found'; reference: string }> | Readonly<{ kind: 'absent' }> | Readonly<{ kind: 'untold'; code: string }>;

export type ExpireMessages = Command<'ExpireMessages', Indexes & { code: string }>;
export type CancelMessages = Command<'CancelMessages', Indexes & { code: string }>;
/** Tells the messages' own stream that they gave way to newer ones. */
export type CancelReplaced = Command<'CancelReplaced', { code: string }>;
/** `waits`: what holds back those that are left, if anything does */
export type PostponeMessages = Command<'PostponeMessages', { to: readonly (readonly [number, string])[]; waits?: WorkItem['waits'] }>;
export type IntendMessages = Command<
  'IntendMessages',
  Indexes & Sender & { startedAt: string; /** in place of the messages' own */ from?: string | undefined }
>;
export type RecordOutcomes = Command<'RecordOutcomes', Sender & { outcomes: readonly (readonly [number, CallOutcome])[]; now: string }>;
export type SettleDoubts = Command<'SettleDoubts', Sender & { doubts: readonly (readonly [number, DoubtOutcome])[]; now: string }>;
export type WorkCommand =
  ExpireMessages | CancelMessages | CancelReplaced | PostponeMessages | IntendMessages | RecordOutcomes | SettleDoubts;

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

type Pending = WorkItem['pending'];
type Listed = readonly (readonly [number, ...unknown[]])[];

const without = (list: Pending, indexes: ReadonlySet<number>): Pending => list.filter(([index]) => !indexes.has(index));
const indexesOf = (list: Listed): Set<number> => new Set(list.map(([index]) => index));

/** Each of these once, and only what the list still has: a decision that comes late or twice changes nothing. */
const stillIn = (list: Pending, indexes: readonly number[]): ReadonlySet<number> => {
  const there = indexesOf(list);
  return new Set(indexes.filter((index) => there.has(index)));
};

/** Only what still waits can end unsent: an index that is in flight or settled stays as it is. */
const endUnsent = (work: Work, { indexes, code }: Indexes & { code: string }, type: 'MessageExpired' | 'MessageCanceled'): WorkDecision => {
  const { item } = work;
  const ended = stillIn(item.pending, indexes);
  const events = Array.from(ended, (index): MessageEvent => ({ type, data: { ...at(work, index), code } }));
  return { events, item: { ...item, pending: without(item.pending, ended) } };
};

/** They stand no more among those that wait, and their claims are the newer ones'. */
const cancelReplaced = (work: Work, { code }: CancelReplaced['data']): WorkDecision => {
  const { replaced = [], ...item } = work.item;
  return { events: replaced.map((index) => ({ type: 'MessageCanceled', data: { ...at(work, index), code } })), item };
};

const postpone = ({ item }: Work, { to, waits }: PostponeMessages['data']): WorkDecision => {
  const times = new Map(to);
  const { waits: _, ...rest } = item;
  const pending = item.pending.map(([index, sendAt]) => [index, times.get(index) ?? sendAt] as const);
  return { events: [], item: { ...rest, pending, ...(waits ? { waits } : {}) } };
};

const intend = (work: Work, { indexes, provider, accountId, startedAt, from }: IntendMessages['data']): WorkDecision => {
  const { noRoute: _, ...item } = work.item;
  const going = stillIn(item.pending, indexes);
  const attempt = item.attempt + 1;
  const events = Array.from(going, (index): MessageEvent => ({
    type: 'MessageSending',
    data: { ...at(work, index), provider, accountId, attempt, ...(from === undefined ? {} : { from }) },
  }));
  const via = viaOf({ provider, accountId });
  const inFlight = [...item.inFlight, ...Array.from(going, (index) => [index, startedAt, via] as const)];
  return { events, item: { ...item, pending: without(item.pending, going), inFlight } };
};

type Taken = Omit<Extract<CallOutcome, { kind: 'accepted' }>, 'kind'>;

const sent = (work: Work, index: number, { provider, accountId, ...taken }: Sender & Taken): MessageEvent => ({
  type: 'MessageSent',
  data: { ...at(work, index), provider, accountId, ...taken },
});

const failed = (work: Work, index: number, { code, providerCode }: { code: string; providerCode?: string }): MessageEvent => ({
  type: 'MessageFailed',
  data: { ...at(work, index), code, ...(providerCode === undefined ? {} : { providerCode }) },
});

/** Whether nothing more of this kind gets through until somebody changes a setting: the message waits for that, or for another way. */
export const isMisconfigured = (outcome: CallOutcome): outcome is Extract<CallOutcome, { kind: 'refused' }> =>
  outcome.kind === 'refused' && stopScopeOf(outcome.code) !== undefined;

/** The provider asked to be left alone for a while. */
export const isTurnedAway = (outcome: CallOutcome): boolean => outcome.kind === 'refused' && outcome.retryable && !isMisconfigured(outcome);

/** A provider that turned a request away for now is counted; one that settled a message otherwise has recovered. */
const attemptAfter = (item: WorkItem, settled: readonly CallOutcome[]): number => {
  if (settled.some(isTurnedAway)) return item.attempt + 1;
  return settled.some(({ kind }) => kind !== 'not_called') ? 0 : item.attempt;
};

const record = (work: Work, { outcomes, provider, accountId, now }: RecordOutcomes['data']): WorkDecision => {
  const { item } = work;
  const flying = indexesOf(item.inFlight);
  // an unknown one stays in flight; of two for one message the first counts
  const settled = outcomes.filter(([index, { kind }]) => kind !== 'unknown' && flying.delete(index));
  const events: MessageEvent[] = [];
  const again: (readonly [number, string])[] = [];
  for (const [index, outcome] of settled) {
    if (outcome.kind === 'accepted') {
      const { kind: _, ...taken } = outcome;
      events.push(sent(work, index, { provider, accountId, ...taken }));
    } else if (outcome.kind === 'refused' && !outcome.retryable && !isMisconfigured(outcome)) events.push(failed(work, index, outcome));
    else again.push([index, now]);
  }
  const attempt = attemptAfter(
    item,
    settled.map(([, outcome]) => outcome),
  );
  const inFlight = item.inFlight.filter(([index]) => flying.has(index));
  return { events, item: { ...item, attempt, inFlight, pending: [...item.pending, ...again] } };
};

const settle = (work: Work, { doubts, provider, accountId, now }: SettleDoubts['data']): WorkDecision => {
  const { item } = work;
  const flying = indexesOf(item.inFlight);
  const events: MessageEvent[] = [];
  const again: (readonly [number, string])[] = [];
  for (const [index, doubt] of doubts) {
    if (!flying.delete(index)) continue;
    if (doubt.kind === 'found') events.push(sent(work, index, { provider, accountId, reference: doubt.reference }));
    else if (doubt.kind === 'absent') again.push([index, now]);
    else events.push({ type: 'MessageDoubted', data: { ...at(work, index), code: doubt.code } });
  }
  const inFlight = item.inFlight.filter(([index]) => flying.has(index));
  return { events, item: { ...item, inFlight, pending: [...item.pending, ...again] } };
};

export const decideWork = (command: WorkCommand, work: Work): WorkDecision => {
  switch (command.type) {
    case 'ExpireMessages':
      return endUnsent(work, command.data, 'MessageExpired');
    case 'CancelMessages':
      return endUnsent(work, command.data, 'MessageCanceled');
    case 'CancelReplaced':
      return cancelReplaced(work, command.data);
    case 'PostponeMessages':
      return postpone(work, command.data);
    case 'IntendMessages':
      return intend(work, command.data);
    case 'RecordOutcomes':
      return record(work, command.data);
    case 'SettleDoubts':
      return settle(work, command.data);
    default:
      return command satisfies never;
  }
};
