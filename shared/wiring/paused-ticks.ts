import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { tickNames, type TickName } from '#ports/ticks.ts';
import { inFolder } from './data-folder.ts';
import { HouseUnavailable } from './house-unavailable.ts';

const kept = z.object({ paused: z.array(z.enum(tickNames)) });

export type PausedTicks = Readonly<{
  read: () => ReadonlySet<TickName>;
  pause: (tick: TickName) => void;
  resume: (tick: TickName) => void;
}>;

/** Which ticks of a folder's house are paused: kept in a file, so that they stay so whoever starts the house next. Throws HouseUnavailable. */
export const pausedTicks = (dataDir: string): PausedTicks => {
  const file = join(dataDir, 'ticks.json');
  const read = (): ReadonlySet<TickName> => {
    try {
      return new Set(kept.parse(JSON.parse(readFileSync(file, 'utf8'))).paused);
    } catch (error) {
      // a folder that can't be one is told of by whoever opens it
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return new Set();
      // whoever paused a tick had a reason: not knowing which one is no leave to go on
      throw new HouseUnavailable(`${file} can't be read: remove it, then pause again with "carillon ticks pause" what has to rest`);
    }
  };
  const write = (paused: ReadonlySet<TickName>): void =>
    inFolder(dataDir, () => {
      if (paused.size === 0) return rmSync(file, { force: true });
      writeFileSync(`${file}.new`, JSON.stringify({ paused: [...paused] }), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    });
  return {
    read,
    pause: (tick) => write(read().union(new Set([tick]))),
    resume: (tick) => write(read().difference(new Set([tick]))),
  };
};
