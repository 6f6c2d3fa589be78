import { inData, type Config } from './config.ts';
import { takeFirstSteps } from './first-steps.ts';
import { openLiveHouse, type LiveHouse } from './live-house.ts';
import { watchWords } from './watch-words.ts';

export type RunOptions = Readonly<{ firstSteps: boolean; say: (line: string) => void }>;

const minutesMs = 300_000;
const secondsMs = 5_000;
const lookMs = 1_000;

/** Ctrl-C reaches us twice under npm, which passes it on: only one that comes later means that somebody will not wait. */
const secondThoughtMs = 2_000;

const toldToStop = (say: (line: string) => void): Promise<void> =>
  new Promise((resolve) => {
    let toldAt: number | undefined;
    const told = (): void => {
      if (toldAt !== undefined && Date.now() - toldAt > secondThoughtMs) process.exit(1);
      if (toldAt === undefined) say('closing: what is under way is ended first (Ctrl-C once more does not wait) …');
      toldAt ??= Date.now();
      resolve();
    };
    process.on('SIGINT', told).on('SIGTERM', told);
  });

/** Says a line when something has changed since the last one. */
const watch = (live: LiveHouse, say: (line: string) => void): (() => void) => {
  let before = '';
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      const line = await watchWords(live);
      if (line !== before) say(line);
      before = line;
    } catch {
      // the house is closing, or tells of its trouble itself
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look(), lookMs);
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
  const stop = toldToStop(say);
  const tickMs = firstSteps ? secondsMs : minutesMs;
  const live = await openLiveHouse(config, { tickMs });
  say(`the house is open on 127.0.0.1:${live.port}; its data is in ${config.dataDir}; it ticks every ${tickMs / 1000} s`);
  if (live.simulator) say(`messages go to a simulated phone network at ${live.simulator.url}: nobody is texted`);
  if (live.simulator && !config.smtp) say(`e-mails go to nobody either: each is a file in ${inData(config, 'mails')}`);
  const rests = (await live.ticks.status()).filter(({ state }) => state === 'paused').map(({ tick }) => tick);
  if (rests.length > 0) say(`PAUSED: ${rests.join(', ')}; nobody ticks for them until "carillon ticks resume"`);
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
    unwatch();
    await live.close();
    say('closed');
  }
};
