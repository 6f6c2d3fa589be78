import { execFile } from 'node:child_process';

/** The most memory that the processes had together, in megabytes, as `ps` saw it every other second; 0 where there is no `ps`. */
export type Memory = Readonly<{ peakMb: () => number; stop: () => void }>;

const everyMs = 2_000;
const askMs = 5_000;

export const memoryOf = (pids: () => readonly (number | undefined)[]): Memory => {
  let peakKb = 0;
  const look = (): void => {
    const alive = pids().filter((pid) => pid !== undefined);
    execFile('ps', ['-o', 'rss=', '-p', alive.join(',')], { timeout: askMs }, (_error, stdout) => {
      const kb = stdout.split('\n').reduce((sum, line) => sum + (Number(line.trim()) || 0), 0);
      peakKb = Math.max(peakKb, kb);
    });
  };
  const timer = setInterval(look, everyMs);
  look();
  return { peakMb: () => Math.round(peakKb / 1024), stop: () => clearInterval(timer) };
};
