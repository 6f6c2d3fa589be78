import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock } from '#ports/clock.ts';

/** Monotonic while the process lives, so that setting the machine's clock neither ends a lease nor keeps one. */
const realMs = (): number => Math.round(performance.timeOrigin + performance.now());

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** Many ask within one millisecond: every report of a provider does. */
const systemNow = (): (() => string) => {
  let [at, text] = [Number.NaN, ''];
  return () => {
    const ms = Date.now();
    if (ms !== at) [at, text] = [ms, new Date(ms).toISOString()];
    return text;
  };
};

export const systemClock: Clock = { now: systemNow(), realMs, pause };

export type LapseClock = Clock & Readonly<{ jumpTo: (instant: string) => void }>;

/** Business time that stands still until it is told to jump; kept in a file, so that a killed demo goes on in its own time. */
export const lapseClock = (file: string, first: string): LapseClock => {
  const kept = (): string | undefined => {
    try {
      const text = readFileSync(file, 'utf8').trim();
      return Number.isNaN(Date.parse(text)) ? undefined : text;
    } catch {
      return undefined;
    }
  };
  const store = (instant: string): string => {
    writeFileSync(`${file}.new`, `${instant}\n`);
    renameSync(`${file}.new`, file);
    return instant;
  };
  let current = kept() ?? store(first);
  return {
    now: () => current,
    realMs,
    jumpTo: (instant) => {
      if (instant > current) current = store(instant);
    },
  };
};
