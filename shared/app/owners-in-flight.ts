import type { AssembledTouch } from '#domain/message/chunk.ts';
import { mustWait } from '#domain/message/held-claim.ts';
import type { ToQueue } from './queue-touches.ts';

/** All that is left takes the place of messages that a provider is asked about in this moment: what becomes of them is known in seconds. */
export class OwnersInFlight extends Error {
  constructor() {
    super('the messages that these would replace are being sent');
    this.name = 'OwnersInFlight';
  }
}

/** Those whose claims are held by messages in flight. Nobody who waits for an answer waits for theirs. */
export const waitingFor = (
  { chunk, definition }: Pick<ToQueue, 'chunk' | 'definition'>,
  touches: readonly AssembledTouch[],
): ReadonlySet<number> => {
  const { campaignId, order = 0, onDemand = false } = chunk;
  const about = { campaignId, order, corrections: definition.corrections ?? false };
  const waiting = touches.flatMap((touch, n) => {
    if (touch.kind !== 'message' || !touch.held || onDemand) return [];
    return mustWait(touch.held, { ...about, facts: touch.facts ?? '', appointment: touch.appointment }) ? [n] : [];
  });
  return new Set(waiting);
};
