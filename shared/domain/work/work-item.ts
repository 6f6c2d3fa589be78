import type { Channel } from '../kernel/ids.ts';
import type { LimitKind } from './limit.ts';

/** A limit of pace, or the hours in which its recipients may be reached. */
export type WaitReason = LimitKind | 'window' | 'registration';

/** Up to 500 messages that one function handles at a time; the working document behind `companies/{id}/queue/{work}`. */
export type WorkItem = Readonly<{
  companyId: string;
  campaignId: string;
  channel: Channel;
  /** `now`: one person waits for it; it goes by a topic and handlers of its own, past whatever a campaign has queued */
  priority: 'now' | 'bulk';
  /** the campaign's version that its messages were made from; left out by items of before this was noted */
  version?: number;
  /** the locations that its messages were made by, each in the state that it had then; left out: none */
  sites?: readonly string[];
  /** the append whose MessageQueued events are this item's messages; an index counts them */
  payload: Readonly<{ stream: string; partition: string; position: number; cause: string }>;
  /** [index, business time from which it may be sent] */
  pending: readonly (readonly [number, string])[];
  /**
   * [index, real time of the intent, or of the end of a call that nobody answered, `viaOf` who was asked]: sent or not, nobody has stored an
   * answer yet. Without the last: the company's own account
   */
  inFlight: readonly (readonly [number, string, string?])[];
  /** nothing of what was due at `at` (business time) had a way that was open; `as` names the ways there were, and changes with them */
  noRoute?: Readonly<{ as: string; at: string }>;
  /** indexes whose messages gave way to newer ones before they were sent; that this is so, their own stream has still to be told */
  replaced?: readonly number[];
  /** what holds its messages back, and until when the first of them waits for it, in business time; left out: nothing but their hour */
  waits?: Readonly<{ why: WaitReason; until: string }>;
  /** requests that a provider turned away for now */
  attempt: number;
  /** real time in milliseconds: whoever leased it may act until then */
  lease?: Readonly<{ owner: string; until: number }>;
  /** real time in milliseconds before which a provider wants to be left alone */
  notBefore?: number;
}>;

type Account = Readonly<{ provider: string; accountId: string }>;

/** A provider's account as one word, and back. */
export const viaOf = ({ provider, accountId }: Account): string => `${provider}/${accountId}`;
export const accountOf = (via: string): Account => {
  const at = via.indexOf('/');
  return { provider: via.slice(0, at), accountId: via.slice(at + 1) };
};

export const queueOf = (companyId: string): string => `companies/${companyId}/queue`;

/**
 * The messages of one append that go by one channel are an item of their own: another provider may carry them, and what holds one channel back
 * leaves the others alone. Texts have the append's own name.
 */
export const workOf = (cause: string, channel: Channel): string => (channel === 'sms' ? cause : `${cause}.${channel}`);

/** An item is named by `workOf` the append that queued its messages. */
export const workPath = (companyId: string, cause: string): string => `${queueOf(companyId)}/${cause.replaceAll('/', '.')}`;

/** Business time from which the item wants a hand; undefined: nothing is left to do. */
export const dueAtOf = (item: WorkItem, now: string): string | undefined => {
  if (item.inFlight.length > 0 || item.replaced) return now;
  let earliest: string | undefined;
  for (const [, sendAt] of item.pending) if (earliest === undefined || sendAt < earliest) earliest = sendAt;
  return earliest;
};

/** Indexes whose hour has come, earliest first, at most `limit`. */
export const dueIndexes = (item: WorkItem, now: string, limit: number): readonly number[] =>
  item.pending
    .filter(([, sendAt]) => sendAt <= now)
    .sort(([, one], [, other]) => (one < other ? -1 : one > other ? 1 : 0))
    .slice(0, limit)
    .map(([index]) => index);

/** The item after some of its messages gave way to newer ones; undefined where one of them waits here no more. */
export const withoutReplaced = (item: WorkItem, indexes: readonly number[]): WorkItem | undefined => {
  const gone = new Set(indexes);
  const pending = item.pending.filter(([index]) => !gone.has(index));
  if (pending.length !== item.pending.length - gone.size) return undefined;
  return { ...item, pending, replaced: [...(item.replaced ?? []), ...gone] };
};
