import { lagProblem, storeProblems, type HealthProblem } from './store-problems.ts';
import type { House } from './house.ts';
import { projectionLag, tailsOf, type ProjectionLag } from './projection-lag.ts';
import { within } from './within.ts';

/**
 * What a load balancer and an operator ask. `ready`: it can send; reports may be away or late. Anybody may ask, so that it tells of no
 * company, and is worked out once every few seconds however often it is asked.
 */
export type Health = Readonly<{
  status: 'ready' | 'unready';
  version: string;
  /** what runs, where the host has a name for it */
  revision?: string;
  reporting: 'ready' | 'away';
  /** of the reporting tables behind the log; left out while nobody can tell */
  behindCommits?: number;
  behindSeconds?: number;
  /** tasks waiting or under way, and whether any was given up: where the bus can tell */
  pending?: number;
  deadLetters?: boolean;
  problems: readonly HealthProblem[];
}>;

const storeMs = 4_000;
const readModelMs = 4_000;
const freshMs = 2_000;

type Seen = Pick<Health, 'status' | 'reporting' | 'behindCommits' | 'behindSeconds' | 'problems'>;

const storeSilent: Seen = {
  status: 'unready',
  reporting: 'away',
  problems: [
    {
      code: 'store_silent',
      says: 'the database of the log and the documents does not answer, so nothing is sent; nothing is lost either. See that it is there and that this service may use it ("carillon doctor")',
    },
  ],
};

const lookAt = async (house: House): Promise<Seen> => {
  try {
    const [tails, problems] = await within(storeMs, Promise.all([tailsOf(house), storeProblems(house)]));
    // away and slow are the same to whoever waits for a report
    const lag = await within(readModelMs, projectionLag(house, tails)).catch((): ProjectionLag | undefined => undefined);
    const all = [...lagProblem(lag), ...problems];
    if (!lag) return { status: 'ready', reporting: 'away', problems: all };
    return { status: 'ready', reporting: 'ready', behindCommits: lag.commits, behindSeconds: lag.seconds, problems: all };
  } catch (error) {
    house.log.error({ reason: error instanceof Error ? error.message : 'unknown' }, 'the store does not answer');
    return storeSilent;
  }
};

const logged = async (house: House): Promise<Seen> => {
  const seen = await lookAt(house);
  const { status, reporting, behindCommits, behindSeconds, problems } = seen;
  house.log.info({ status, reporting, behindCommits, behindSeconds, problems: problems.map(({ code }) => code) }, 'health checked');
  return seen;
};

type Kept = Readonly<{ until: number; seen: Promise<Seen> }>;
const kept = new WeakMap<House, Kept>();

const seenLately = (house: House): Promise<Seen> => {
  const known = kept.get(house);
  const realMs = house.clock.realMs();
  if (known && known.until > realMs) return known.seen;
  const seen = logged(house);
  kept.set(house, { until: realMs + freshMs, seen });
  return seen;
};

/** Never throws, and answers within seconds whatever is broken. */
export const healthOf = async (house: House): Promise<Health> => {
  const { about = { version: 'unknown' }, tasks } = house;
  const seen = await seenLately(house);
  return { ...about, ...seen, ...(await countOf(tasks)) };
};

/** Asked anew each time: it costs nothing where it can be had at all. */
const countOf = async (tasks: House['tasks']): Promise<Pick<Health, 'pending' | 'deadLetters'>> => {
  if (!tasks) return {};
  try {
    const [pending, dead] = await within(storeMs, Promise.all([tasks.pending(), tasks.deadLetters(1)]));
    return { ...(pending === undefined ? {} : { pending }), deadLetters: dead.length > 0 };
  } catch {
    return {};
  }
};
