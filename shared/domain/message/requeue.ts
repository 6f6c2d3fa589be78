import { messageIdOf } from '../kernel/ids.ts';
import { reachData, saidIn, type AssembledTouch } from './chunk.ts';
import type { FollowUp, KnownAppointment, MessageEvent } from './events.ts';

/** A message that waits in the queue, and what its touch is in the version that sends now. */
export type Waiting = Readonly<{
  touch: AssembledTouch;
  /** of the run that queued it */ run: number;
  /** that it holds now */ claim: string;
  followUp?: FollowUp;
  appointment?: KnownAppointment;
}>;

export type Requeue = Readonly<{
  packetId: string;
  chunk: number;
  campaignId: string;
  version: number;
  from: string;
  waiting: readonly Waiting[];
}>;

const keepsClaim = ({ touch, claim }: Waiting): boolean => touch.kind === 'message' && touch.claim === claim;

/**
 * Each waiting message is queued again or canceled. Claims of all of them are given out anew: those that keep theirs come first, then the
 * first one wins; a claim of somebody who does not wait here stays theirs.
 */
export const requeue = ({ packetId, chunk, campaignId, version, from, waiting }: Requeue): readonly MessageEvent[] => {
  const idOf = ({ touch }: Waiting): string => messageIdOf(packetId, chunk, touch.place);
  const own = new Set(waiting.map(idOf));
  const given = new Set<string>();
  const requeueOne = ({ touch, run, followUp, appointment }: Waiting): MessageEvent => {
    const at = { ...touch.place, campaignId };
    if (touch.kind !== 'message') return { type: 'MessageCanceled', data: { ...at, code: touch.code } };
    if (touch.joins !== undefined) return { type: 'MessageCanceled', data: { ...at, code: 'joined' } };
    const { held, to, sendAt, validUntil, reach, segments, claim } = touch;
    if (given.has(claim) || (held && !own.has(held.owner))) return { type: 'MessageCanceled', data: { ...at, code: 'duplicate' } };
    given.add(claim);
    const valid = validUntil === undefined ? {} : { validUntil };
    const data = {
      ...at,
      version,
      run,
      from: touch.from ?? from,
      sendAt,
      ...valid,
      ...reachData(reach),
      segments,
      claim,
      ...(appointment ? { appointment } : {}),
      ...(followUp ? { followUp } : {}),
    };
    return { type: 'MessageQueued', data, private: { to, ...saidIn(touch) } };
  };
  const keepers = waiting.filter(keepsClaim);
  return [...keepers, ...waiting.filter((one) => !keepsClaim(one))].map(requeueOne);
};
