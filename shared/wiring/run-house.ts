import { houseStatus } from '#app/house-status.ts';
import type { Config } from './config.ts';
import { takeFirstSteps } from './first-steps.ts';
import { openLiveHouse, type LiveHouse } from './live-house.ts';

export type RunOptions = Readonly<{ firstSteps: boolean; say: (line: string) => void }>;

const minutesMs = 300_000;
const secondsMs = 5_000;
const lookMs = 1_000;

const toldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });

const lineOf = async ({ house, bus }: LiveHouse): Promise<string> => {
  const { campaigns, queue, reporting } = await houseStatus(house, bus);
  let events = 0;
  for (const partition of house.store.partitions()) events += await house.store.tail(partition);
  const waiting = campaigns.reduce((sum, { waitingTouches }) => sum + waitingTouches, 0);
  const reports = reporting.state === 'away' ? 'reports are starting' : `reports are ${reporting.behindCommits} commits behind`;
  return `log ${events} commits; ${waiting} touches wait for their day, ${queue.messages} messages in the queue, ${queue.inFlight} in flight; ${reports}`;
};

/** Says a line whenever something has changed. */
const watch = (live: LiveHouse, say: (line: string) => void): (() => void) => {
  let before = '';
  const look = async (): Promise<void> => {
    const line = await lineOf(live);
    if (line !== before) say(line);
    before = line;
  };
  const timer = setInterval(() => void look().catch(() => undefined), lookMs);
  return () => clearInterval(timer);
};

const whereToLook = (config: Config, live: LiveHouse, companyId: string): readonly string[] => {
  const data = config.dataDir === '.carillon' ? '' : ` --data ${config.dataDir}`;
  return [
    `health:  http://127.0.0.1:${live.port}/health/live  and  /health/ready`,
    `status:  npm run -s carillon -- status${data}`,
    `report:  npm run -s carillon -- report --company ${companyId}${data}`,
    `stop:    Ctrl-C; the next start goes on where this one was`,
  ];
};

/** The house until Ctrl-C (or SIGTERM). */
export const runHouse = async (config: Config, { firstSteps, say }: RunOptions): Promise<void> => {
  const stop = toldToStop();
  const tickMs = firstSteps ? secondsMs : minutesMs;
  const live = await openLiveHouse(config, { tickMs });
  say(`the house is open on 127.0.0.1:${live.port}; its data is in ${config.dataDir}; it ticks every ${tickMs / 1000} s`);
  if (live.simulator) say(`messages go to a simulated phone network at ${live.simulator.url}: nobody is texted`);
  const unwatch = watch(live, say);
  try {
    let companyId = 'co_main';
    if (firstSteps) {
      const first = await takeFirstSteps(live);
      companyId = first.companyId;
      say(`first steps: examples/now.json is ${first.campaignId}; a file of 200 made-up rows was dropped for it`);
    }
    whereToLook(config, live, companyId).forEach(say);
    await stop;
  } finally {
    say('closing …');
    unwatch();
    await live.close();
  }
};
