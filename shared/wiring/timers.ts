import { topics } from '#app/topics.ts';
import { tickNames, type TickName, type Ticks, type TickStatus } from '#ports/ticks.ts';
import type { OpenHouse } from './open-house.ts';
import type { PausedTicks } from './paused-ticks.ts';

/** The ticks of an embedded house: timers instead of Cloud Scheduler. */
export type Timers = Ticks &
  Readonly<{
    /** Ticks at once and then every `tickMs` of real time; gives the end of it. */
    start: (tickMs: number) => () => void;
  }>;

const hint = [{ data: {}, key: 'tick' }];

const publishes: Readonly<Record<TickName, (bus: OpenHouse['bus']) => Promise<void>>> = {
  campaigns: (bus) => bus.publish(topics.tickCampaigns, hint),
  sends: (bus) => bus.publish(topics.tickSends, hint),
  sweep: (bus) => bus.publish(topics.sweep, hint),
  maintain: (bus) => bus.publish(topics.maintain, hint),
};

const sweepMs = 3_600_000;
const maintainMs = 86_400_000;
const lookMs = 1_000;

const periodOf = (tick: TickName, tickMs: number): number => (tick === 'sweep' ? sweepMs : tick === 'maintain' ? maintainMs : tickMs);

/** What happens at the start: maintenance waits for its time, or a house that is started often would do nothing else. */
const atOnce: readonly TickName[] = ['sweep', 'campaigns', 'sends'];

type Given = Readonly<{ tick: TickName; at: number }>;

const instant = (ms: number): string => new Date(ms).toISOString();

/** Between two ticks of `sends`, what falls due (a limit's next minute) is woken at its time. */
const whatFallsDue = ({ house }: Pick<OpenHouse, 'house'>) => {
  let last = house.clock.now();
  return async (): Promise<boolean> => {
    const next = await house.documents.nextDue('queue');
    const now = house.clock.now();
    if (next === undefined || next <= last || next > now) return false;
    last = now;
    return true;
  };
};

export const houseTimers = (open: Pick<OpenHouse, 'house' | 'bus' | 'reporting'>, paused: PausedTicks): Timers => {
  const { house, bus, reporting } = open;
  const given = new Map<TickName, Given>();
  let running: Readonly<{ tickMs: number; since: number }> | undefined;

  const run = async (tick: TickName): Promise<void> => {
    reporting.look();
    await publishes[tick](bus);
    given.set(tick, { tick, at: Date.now() });
  };
  const runUnlessPaused = (tick: TickName): void => {
    const failed = (error: unknown): void =>
      house.log.error({ tick, reason: error instanceof Error ? error.message : 'unknown' }, 'a tick failed; the next one comes');
    try {
      if (!paused.read().has(tick)) run(tick).catch(failed);
    } catch (error) {
      failed(error);
    }
  };
  const statusOf = (tick: TickName, rests: boolean): TickStatus => {
    const last = given.get(tick);
    const about = { tick, ...(last && { lastAt: instant(last.at) }) };
    if (rests) return { ...about, state: 'paused' };
    if (!running) return { ...about, state: 'stopped' };
    const period = periodOf(tick, running.tickMs);
    const next = running.since + Math.ceil((Date.now() - running.since) / period) * period;
    return { ...about, state: 'running', schedule: `every ${period / 1000} s`, nextAt: instant(next) };
  };
  return {
    status: async () => {
      const rests = paused.read();
      return tickNames.map((tick) => statusOf(tick, rests.has(tick)));
    },
    pause: async (tick) => paused.pause(tick),
    resume: async (tick) => paused.resume(tick),
    run,
    close: async () => undefined,
    start: (tickMs) => {
      const isDue = whatFallsDue(open);
      const wake = async (): Promise<void> => {
        if (await isDue()) (['campaigns', 'sends'] as const).forEach(runUnlessPaused);
      };
      running = { tickMs, since: Date.now() };
      const timers = tickNames.map((tick) => setInterval(() => runUnlessPaused(tick), periodOf(tick, tickMs)));
      // what it can't read now it reads a second later
      timers.push(setInterval(() => void wake().catch(() => undefined), lookMs));
      atOnce.forEach(runUnlessPaused);
      return () => {
        running = undefined;
        timers.forEach(clearInterval);
      };
    },
  };
};
