import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Counts by name, only growing. */
export type Meter = Readonly<{ counts: () => Readonly<Record<string, number>> }>;

const everyMs = 500;

/** Keeps the process's counts in a file of its own while it lives: whoever adds them up afterwards need not ask a process that was killed. */
export const keepMeter = (dir: string | undefined, meter: Meter): Readonly<{ close: () => void }> => {
  if (dir === undefined) return { close: () => undefined };
  const file = join(dir, `${process.pid}.json`);
  mkdirSync(dir, { recursive: true });
  let written = '';
  const write = (): void => {
    const text = JSON.stringify(meter.counts());
    if (text === written) return;
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
    written = text;
  };
  const timer = setInterval(write, everyMs);
  timer.unref();
  process.on('exit', write);
  return {
    close: () => {
      clearInterval(timer);
      process.off('exit', write);
      write();
    },
  };
};

/** The sum over all processes that kept their counts in the folder. */
export const sumOfMeters = (dir: string): Readonly<Record<string, number>> => {
  const sum: Record<string, number> = {};
  for (const name of readdirSync(dir).filter((each) => each.endsWith('.json'))) {
    const counts = JSON.parse(readFileSync(join(dir, name), 'utf8')) as Record<string, number>;
    for (const [what, count] of Object.entries(counts)) sum[what] = (sum[what] ?? 0) + count;
  }
  return sum;
};
