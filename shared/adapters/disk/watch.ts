import { mkdirSync, type BigIntStats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { isFilePath } from '#domain/kernel/file-path.ts';
import { walkFiles } from './file-walk.ts';
import { folderWatchers } from './folder-watchers.ts';

export type WatchOptions = Readonly<{
  /** a folder below the root, with a slash behind; made when it is not there */
  prefix?: string;
  /** how often everything is looked at, watchers or not */
  pollMs?: number;
  /** a file is told of when nothing has touched it for this long */
  settleMs?: number;
}>;

/** The system stamps files by ticks of a few milliseconds, and some file systems by seconds. */
const stampSlackMs = 2000;
/** Looking at a large tree must not keep the machine busy. */
const pausesPerPoll = 20;
const mostExpected = 1000;

const changedAt = ({ ctimeMs }: BigIntStats): number => Number(ctimeMs);

/**
 * Tells of files that were made, replaced or moved in below a prefix, once nothing touches them any more: at once where the system says
 * so, at the latest with the next look. What it tells are hints: some come twice, and files from before the start are the sweep's.
 */
export const watchDrops = (root: string, onFile: (path: string) => void, options: WatchOptions = {}): Readonly<{ close: () => void }> => {
  const { prefix = 'drops/', pollMs = 2000, settleMs = 500 } = options;
  mkdirSync(join(root, prefix), { recursive: true, mode: 0o700 });
  /** timers of files that are expected to come to rest */
  const expected = new Map<string, NodeJS.Timeout>();
  let known: ReadonlySet<string> | undefined;
  let since = Date.now() - stampSlackMs;
  let told = new Map<string, number>();
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let pollAgain = false;
  let polling = false;

  const tell = (path: string, at: number): void => {
    if (closed || told.get(path) === at) return;
    told.set(path, at);
    onFile(path);
  };

  const expect = (path: string, inMs: number): void => {
    if (closed || (expected.size >= mostExpected && !expected.has(path))) return;
    clearTimeout(expected.get(path));
    const look = (): void => {
      expected.delete(path);
      check(path).catch(() => {});
    };
    expected.set(path, setTimeout(look, inMs).unref());
  };

  const check = async (path: string): Promise<void> => {
    const stat = await lstat(join(root, path), { bigint: true });
    if (stat.isDirectory() && known?.has(`${path}/`) === false) pollSoon();
    if (!stat.isFile()) return;
    const ageMs = Date.now() - changedAt(stat);
    if (ageMs >= 0 && ageMs < settleMs) expect(path, settleMs - ageMs + 1);
    else tell(path, changedAt(stat));
  };

  const watchers = folderWatchers(root, (folder, name) => {
    if (name === null || !isFilePath(folder + name)) return;
    check(folder + name).catch(() => {});
  });

  const look = async (): Promise<void> => {
    const begun = Date.now();
    const folders = new Set<string>();
    const moved = (folder: string): boolean => known !== undefined && !known.has(folder);
    const onFolder = async (folder: string): Promise<void> => void folders.add(folder);
    for await (const path of walkFiles({ root, prefix, onFolder })) {
      if (closed) return;
      const stat = await lstat(join(root, path), { bigint: true }).catch(() => undefined);
      if (!stat) continue;
      // A folder that was moved in brings files with it that nothing has touched.
      if (changedAt(stat) >= since || moved(path.slice(0, path.lastIndexOf('/') + 1))) await check(path).catch(() => {});
    }
    known = folders;
    watchers.watchOnly(folders);
    since = begun - settleMs - stampSlackMs;
    told = new Map([...told].filter(([, at]) => at >= since));
  };

  const poll = async (): Promise<void> => {
    clearTimeout(timer);
    polling = true;
    const begun = performance.now();
    // A folder that can't be read now may be readable at the next look.
    await look().catch(() => {});
    polling = false;
    if (closed) return;
    pollIn(pollAgain ? 0 : Math.max(pollMs, (performance.now() - begun) * pausesPerPoll));
    pollAgain = false;
  };

  const pollIn = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void poll(), ms).unref();
  };

  /** A new folder may have files in it already. */
  const pollSoon = (): void => {
    if (polling) pollAgain = true;
    else pollIn(0);
  };

  void poll();
  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
      for (const one of expected.values()) clearTimeout(one);
      watchers.close();
    },
  };
};
