import { tickNames, TicksAway, type TickName, type Ticks, type TickStatus } from '#ports/ticks.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { askRunning, checkThere } from './command-client.ts';
import type { Config } from './config.ts';
import { ConfigInvalid } from './config-invalid.ts';
import { pausedTicks } from './paused-ticks.ts';

/** A folder whose house does not run: what is paused stands in it, and there is nobody to tick. */
const restingTicks = (dataDir: string): Ticks => {
  const paused = pausedTicks(dataDir);
  return {
    status: async () => {
      const rests = paused.read();
      return tickNames.map((tick): TickStatus => ({ tick, state: rests.has(tick) ? 'paused' : 'stopped' }));
    },
    pause: async (tick) => paused.pause(tick),
    resume: async (tick) => paused.resume(tick),
    run: () => Promise.reject(new Refusal('house_not_running', 'nobody is there to tick: open the house with "carillon start"')),
    close: async () => undefined,
  };
};

/** The ticks of the folder's house: asked of the house itself where it runs. */
const embeddedTicks = (config: Config): Ticks => {
  checkThere(config, 'ticks');
  const resting = restingTicks(config.dataDir);
  const act = (action: 'pause' | 'resume' | 'run') => async (tick: TickName) => {
    if (!(await askRunning(config, 'ticks', { action, tick }))) await resting[action](tick);
  };
  return {
    status: async () => {
      const asked = await askRunning(config, 'ticks', { action: 'status' });
      return asked ? (asked.result as readonly TickStatus[]) : resting.status();
    },
    pause: act('pause'),
    resume: act('resume'),
    run: act('run'),
    close: async () => undefined,
  };
};

/** The ticks of the configured house. Throws ConfigInvalid, HouseUnavailable, or TicksAway where nobody keeps them. */
export const ticksOf = async (config: Config): Promise<Ticks> => {
  const { googleCloud } = config;
  if (!googleCloud) return embeddedTicks(config);
  if (googleCloud.pubsubHost !== undefined)
    throw new TicksAway("beside Google's emulators there is no Cloud Scheduler; who starts them ticks");
  if (googleCloud.region === undefined)
    throw new ConfigInvalid('CARILLON_REGION must be set: a region like us-central1, where the jobs are');
  const { cloudScheduler } = await import('#adapters/scheduler/cloud-scheduler.ts');
  return cloudScheduler({ projectId: googleCloud.projectId, region: googleCloud.region });
};

/** How the ticks stand, as far as whoever asks may know it. */
export const ticksNow = async (config: Config): Promise<readonly TickStatus[]> => {
  try {
    const ticks = await ticksOf(config);
    const status = await ticks.status();
    await ticks.close();
    return status;
  } catch (error) {
    if (error instanceof TicksAway || error instanceof ConfigInvalid) return [];
    throw error;
  }
};
