import type { DemoProgress } from '#wiring/demo-progress.ts';
import { say } from './output.ts';

export type DemoBar = Readonly<{ tell: (progress: DemoProgress) => void; stop: () => void }>;

const calmMs = 5_000;

const stageOf = ({ now, reading, rows, touches, done, reports }: DemoProgress): string => {
  if (reading) return `reading the file: ${rows} rows so far`;
  const waits = reports === 'away' ? '; waiting for the reporting database' : '';
  return `${done} of ${touches} done; it is ${now.slice(0, 16).replace('T', ' ')} UTC${waits}`;
};

/** Where nobody watches: a line now and then. */
const lines = (): DemoBar => {
  let saidAt = Date.now();
  return {
    tell: (progress) => {
      if (Date.now() - saidAt < calmMs) return;
      say(stageOf(progress));
      saidAt = Date.now();
    },
    stop: () => {},
  };
};

/** How far the demo is: a bar on stderr where that is a terminal. */
export const demoBar = async (): Promise<DemoBar> => {
  if (!process.stderr.isTTY) return lines();
  const { default: progress } = await import('cli-progress');
  const options = { format: '{bar} {stage}', barsize: 24, stream: process.stderr, clearOnComplete: true, hideCursor: true };
  const bar = new progress.SingleBar(options, progress.Presets.shades_classic);
  let started = false;
  return {
    tell: (told) => {
      const stage = stageOf(told);
      const total = Math.max(1, told.touches);
      if (!started) bar.start(total, 0, { stage });
      started = true;
      bar.setTotal(total);
      bar.update(told.reading ? 0 : told.done, { stage });
    },
    stop: () => bar.stop(),
  };
};
