import { setTimeout as sleep } from 'node:timers/promises';
import type { CampaignProgress } from '#app/campaign-progress.ts';
import { paceOf, type Pace, type Sample } from '#domain/delivery/pace.ts';
import { say } from './output.ts';
import { paceWords } from './progress-words.ts';

const lookMs = 2_000;
/** A limit of so many a minute lets them go in one moment of it: the speed is that of a whole minute. */
const looksKept = 60_000 / lookMs + 1;

type Bar = Readonly<{ tell: (sent: number, total: number, pace: Pace | undefined) => void; stop: () => void }>;

/** Where nobody watches: a line at each look. */
const lines: Bar = { tell: (sent, total, pace) => say(`${sent} of ${total} sent; ${paceWords(pace)}`), stop: () => {} };

const openBar = async (): Promise<Bar> => {
  if (!process.stderr.isTTY) return lines;
  const { default: progress } = await import('cli-progress');
  const format = '{bar} {value} of {total} sent; {pace}';
  const options = { format, barsize: 24, stream: process.stderr, clearOnComplete: true, hideCursor: true };
  const bar = new progress.SingleBar(options, progress.Presets.shades_classic);
  let started = false;
  return {
    tell: (sent, total, pace) => {
      const payload = { pace: paceWords(pace) };
      if (!started) bar.start(Math.max(1, total), sent, payload);
      started = true;
      bar.setTotal(Math.max(1, total));
      bar.update(sent, payload);
    },
    stop: () => bar.stop(),
  };
};

export type Watched = Readonly<{ progress: CampaignProgress; pace: Pace | undefined }>;

/**
 * Looks until nothing is left that could leave now; the last look. The speed is that of the last minute, so that a pause of a provider, or a
 * limit, does not make it jump.
 */
export const watch = async (look: () => Promise<CampaignProgress>): Promise<Watched> => {
  const bar = await openBar();
  const samples: Sample[] = [];
  try {
    for (;;) {
      const progress = await look();
      samples.push(progress.sample);
      if (samples.length > looksKept) samples.shift();
      const pace = paceOf(samples[0] ?? progress.sample, progress.sample);
      const { sent, left } = progress.sample;
      bar.tell(sent, sent + left, pace);
      if (left === 0) return { progress, pace };
      await sleep(lookMs);
    }
  } finally {
    bar.stop();
  }
};

/** One look, or two where something is under way: only two looks tell a speed. */
export const lookTwice = async (look: () => Promise<CampaignProgress>): Promise<Watched> => {
  const first = await look();
  if (first.sample.left === 0) return { progress: first, pace: undefined };
  await sleep(lookMs);
  const progress = await look();
  const pace = paceOf(first.sample, progress.sample);
  // two seconds in which nothing went are no speed: a limit may let it go on in the next minute
  return { progress, pace: pace?.perMinute === 0 ? undefined : pace };
};
