import { duePages } from '#app/due-pages.ts';
import { waitingTouches } from '#app/waiting-touches.ts';
import type { ClockDocument } from '#app/wake-clock.ts';
import { ReadModelAway } from '#ports/read-model.ts';
import type { LapseClock } from './clocks.ts';
import { HouseUnavailable } from './house-unavailable.ts';
import type { LiveHouse } from './live-house.ts';

const pollMs = 3;
const longPollMs = 100;
/** A house that stands still for this long in real time has stopped for good: better an error than a wait without end. */
const stuckMs = 600_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Why the projection is behind: `true`, or the error of a database that does not answer. */
const projectionLags = async ({ house: { store, readModel } }: LiveHouse): Promise<boolean | ReadModelAway> => {
  try {
    for (const partition of store.partitions()) {
      if ((await readModel.checkpoint(partition)) < (await store.tail(partition))) return true;
    }
    return false;
  } catch (error) {
    if (error instanceof ReadModelAway) return error;
    throw error;
  }
};

const givenUp = ({ cause }: ReadModelAway): HouseUnavailable => {
  const why = cause instanceof Error ? cause.message : 'nobody knows why';
  return new HouseUnavailable(
    `the reporting database has not answered for ${stuckMs / 60_000} minutes (${why}), so time stands still; what was due is sent. Mend the database (or unset MYSQL_URL), then give the same command again: it goes on from here`,
  );
};

/** A projection that is behind though nobody has a task for it has lost its hint, while the database was away: a tick wakes it. */
const lostHintMs = 1_000;

/** Nothing is in flight: no unacknowledged task, no timer of the simulator, no projection behind. Two quiet looks, since one may fall between. */
const untilQuiet = async (live: LiveHouse, say: () => Promise<void>): Promise<void> => {
  let lagsSince: number | undefined;
  let awaySince: number | undefined;
  for (let quiet = 0; quiet < 2;) {
    const busy = ((await live.bus.pending()) ?? 0) > 0 || ((await live.simulator?.pending()) ?? 0) > 0;
    const lags = !busy && (await projectionLags(live));
    awaySince = lags instanceof ReadModelAway ? (awaySince ?? Date.now()) : undefined;
    if (lags instanceof ReadModelAway && Date.now() - (awaySince ?? 0) > stuckMs) throw givenUp(lags);
    quiet = busy || lags ? 0 : quiet + 1;
    lagsSince = lags ? (lagsSince ?? Date.now()) : undefined;
    if (quiet > 0) continue;
    await say();
    if (lagsSince !== undefined && Date.now() - lagsSince > lostHintMs) {
      await live.tick();
      lagsSince = undefined;
    }
    await pause(pollMs);
  }
};

const nextMoment = async ({ house: { documents } }: LiveHouse): Promise<string | undefined> => {
  const moments = [await documents.nextDue('campaignClock'), await documents.nextDue('queue'), await documents.nextDue('watches')];
  return moments.filter((moment) => moment !== undefined).sort()[0];
};

/** A rule without an end would fire for ever: after this nothing but the next firing is waited for no more. */
const firingDays = 62;

/** Nothing waits but firings that are still to come. */
const onlyFirings = async ({ house: { documents } }: LiveHouse): Promise<boolean> => {
  if ((await documents.nextDue('queue')) !== undefined) return false;
  for await (const clocks of duePages<ClockDocument>(documents, 'campaignClock', '9999')) {
    for (const { data } of clocks) if ((await waitingTouches(documents, data.campaignId)) > 0) return false;
  }
  return true;
};

/**
 * Runs the house until nothing waits: when nothing is in flight, time jumps to the next due moment. What is due already but does not
 * move waits for real time (an answer in doubt). Of a rule that never ends two months are run. Throws when a task was given up, or nothing moves for ten minutes.
 */
export const runTimeLapse = async (live: LiveHouse, clock: LapseClock, say: () => Promise<void>): Promise<void> => {
  let movedAt = Date.now();
  let before = '';
  const firesUntil = new Date(Date.parse(clock.now()) + firingDays * 86_400_000).toISOString();
  for (;;) {
    await untilQuiet(live, say);
    const [dead] = await live.bus.deadLetters(1);
    if (dead) throw new Error(`a task of ${dead.topic} was given up after ${dead.attempts} tries: ${dead.error}`);
    const next = await nextMoment(live);
    if (next === undefined || (next > firesUntil && (await onlyFirings(live)))) return;
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
