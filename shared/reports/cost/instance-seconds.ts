import type { BilledDoor } from './message-quantities.ts';

/** How full the autoscaler keeps instances. */
const fullness = 0.6;

/**
 * Seconds for which instances of a door are billed when requests come at random over `seconds`: a lonely request is billed by itself; where they
 * overlap they share an instance. With λ requests a second of d seconds each, λd are under way on average: one instance is busy for 1 - e^-λd of
 * the time (M/G/∞), and more are needed where that is more than it takes.
 */
export const instanceSeconds = (door: Pick<BilledDoor, 'seconds' | 'concurrency'>, requests: number, seconds: number): number => {
  const underWay = (requests * door.seconds) / seconds;
  return seconds * Math.max(1 - Math.exp(-underWay), underWay / (door.concurrency * fullness));
};
