import type { WorkItem } from '#domain/work/work-item.ts';
import { readCampaign } from './campaign-document.ts';
import type { House } from './house.ts';
import type { ProjectionLag } from './projection-lag.ts';
import { lastTicks, tickNames } from './note-tick.ts';

/** Something that is wrong, and what to do about it. Anybody may read it: it names no company, campaign or person. */
export type HealthProblem = Readonly<{ code: string; says: string }>;

/** Reports may be so far behind before somebody should look. */
const lagSeconds = 300;
/** Three ticks of five minutes. */
const quietMs = 15 * 60_000;
const mostItems = 40;

const minutesOf = (ms: number): string => `${Math.round(ms / 60_000)} minutes`;
const before = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString();

export const lagProblem = (lag: ProjectionLag | undefined): readonly HealthProblem[] => {
  if (!lag) {
    const says =
      'the reporting database does not answer: sending goes on, reports wait and catch up. See that it runs, and that the house is told where (CARILLON_SQL_INSTANCE or MYSQL_URL)';
    return [{ code: 'reporting_away', says }];
  }
  if (lag.seconds <= lagSeconds) return [];
  const says = `reports are ${minutesOf(lag.seconds * 1000)} behind: every tick wakes their projection, so look what the door "project" says in its log`;
  return [{ code: 'projection_lags', says }];
};

/** Items of a paused campaign wait on purpose, and leased ones are being worked on. */
const isLeft = async (house: House, { data: { campaignId, lease, notBefore = 0 } }: { data: WorkItem }): Promise<boolean> => {
  const realMs = house.clock.realMs();
  if ((lease && lease.until > realMs) || notBefore > realMs) return false;
  return (await readCampaign(house.documents, campaignId))?.campaign.status === 'active';
};

const workProblem = async (house: House): Promise<readonly HealthProblem[]> => {
  const now = house.clock.now();
  const items = await house.documents.due<WorkItem>('queue', before(now, quietMs), mostItems);
  for (const item of items) {
    if (!(await isLeft(house, item))) continue;
    const says = `messages have been due for ${minutesOf(Date.parse(now) - Date.parse(item.dueAt ?? now))} and nobody sends them: look what the door "send-work" says in its log, and whether the provider's account is in the configuration`;
    return [{ code: 'work_waits', says }];
  }
  return [];
};

const packetProblem = async (house: House): Promise<readonly HealthProblem[]> => {
  const now = house.clock.now();
  const [stalled] = await house.documents.due('packets', before(now, quietMs), 1);
  if (!stalled) return [];
  const says = `a file has not been loaded any further for ${minutesOf(Date.parse(now) - Date.parse(stalled.dueAt ?? now))}: the hourly sweep wakes it, so look what the doors "load-packet" and "sweep" say in their log`;
  return [{ code: 'packets_stalled', says }];
};

const deadLetterProblem = async ({ tasks }: House): Promise<readonly HealthProblem[]> => {
  const dead = (await tasks?.deadLetters(1)) ?? [];
  if (dead.length === 0) return [];
  return [
    {
      code: 'dead_letters',
      says: 'work was given up after many tries: "carillon dead-letters list" shows it and why; mend that, then let it be tried again with "carillon dead-letters replay --all"',
    },
  ];
};

const tickProblem = async (house: House): Promise<readonly HealthProblem[]> => {
  const last = await lastTicks(house);
  const realMs = house.clock.realMs();
  const missed = tickNames.filter((name) => realMs - (last[name] ?? 0) > quietMs);
  return missed.map((name) => {
    const at = last[name];
    const when = at === undefined ? 'has not come yet' : `came ${minutesOf(realMs - at)} ago`;
    return {
      code: 'ticks_missed',
      says: `the tick of ${name} ${when}, it is to come every five: see that its schedule runs ("carillon ticks status")`,
    };
  });
};

/** What the store knows to be wrong. */
export const storeProblems = async (house: House): Promise<readonly HealthProblem[]> =>
  (await Promise.all([workProblem(house), packetProblem(house), deadLetterProblem(house), tickProblem(house)])).flat();
