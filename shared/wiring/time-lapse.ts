import { ReadModelAway } from '#ports/read-model.ts';
import type { LapseClock } from './clocks.ts';
import type { LiveHouse } from './live-house.ts';

const pollMs = 3;
const longPollMs = 100;
/** A house that stands still for this long in real time has stopped for good: better an error than a wait without end. */
const stuckMs = 600_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const projectionLags = async ({ house: { store, readModel } }: LiveHouse): Promise<boolean> => {
  try {
    for (const partition of store.partitions()) {
      if ((await readModel.checkpoint(partition)) < (await store.tail(partition))) return true;
    }
    return false;
  } catch (error) {
    if (error instanceof ReadModelAway) return true;
    throw error;
  }
};

/** Nothing is in flight: no unacknowledged task, no timer of the simulator, no projection behind. Two quiet looks, since one may fall between. */
const untilQuiet = async (live: LiveHouse, say: () => Promise<void>): Promise<void> => {
  for (let quiet = 0; quiet < 2;) {
    const busy = (await live.bus.pending()) > 0 || ((await live.simulator?.pending()) ?? 0) > 0;
    if (busy) {
      quiet = 0;
      await say();
      await pause(pollMs);
    } else if (await projectionLags(live)) {
      quiet = 0;
      // its hint may have been lost while the database was away
      await pause(pollMs);
      if (await projectionLags(live)) await live.tick();
      await pause(longPollMs);
    } else quiet += 1;
  }
};

const nextMoment = async ({ house: { documents } }: LiveHouse): Promise<string | undefined> => {
  const moments = [await documents.nextDue('campaignClock'), await documents.nextDue('queue')];
  return moments.filter((moment) => moment !== undefined).sort()[0];
};

/**
 * Runs the house until nothing waits: when nothing is in flight, time jumps to the next due moment. What is due already but does not
 * move waits for real time (an answer in doubt). Throws when a task was given up, or nothing moves for ten minutes.
 */
export const runTimeLapse = async (live: LiveHouse, clock: LapseClock, say: () => Promise<void>): Promise<void> => {
  let movedAt = Date.now();
  let before = '';
  for (;;) {
    await untilQuiet(live, say);
    const [dead] = await live.bus.deadLetters(1);
    if (dead) throw new Error(`a task of ${dead.topic} was given up after ${dead.attempts} tries: ${dead.error}`);
    const next = await nextMoment(live);
    if (next === undefined) return;
    const tails = await Promise.all(live.house.store.partitions().map((partition) => live.house.store.tail(partition)));
    const state = `${clock.now()} ${next} ${tails.join(' ')}`;
    if (state !== before) movedAt = Date.now();
    else if (Date.now() - movedAt > stuckMs)
      throw new Error(`nothing has moved for ${stuckMs / 60_000} minutes, though something was due at ${next}`);
    else await pause(longPollMs);
    before = state;
    clock.jumpTo(next);
    await say();
    await live.tick();
  }
};
