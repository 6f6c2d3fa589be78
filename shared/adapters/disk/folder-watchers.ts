import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Beyond these the polling alone has to find what is new: the system gives out a limited number. */
const mostWatchers = 2000;

/** Watches folders one by one; recursive watching costs a watcher for every file on Linux. `onEvent` gets the folder (`a/b/`) and the name. */
export const folderWatchers = (root: string, onEvent: (folder: string, name: string | null) => void) => {
  const watchers = new Map<string, FSWatcher>();
  const unwatch = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  return {
    /** Watches exactly these. */
    watchOnly: (folders: ReadonlySet<string>): void => {
      for (const folder of watchers.keys()) if (!folders.has(folder)) unwatch(folder);
      for (const folder of folders) {
        if (watchers.has(folder) || watchers.size >= mostWatchers) continue;
        try {
          const watcher = watch(join(root, folder), { persistent: false }, (_, name) => onEvent(folder, name));
          watcher.on('error', () => unwatch(folder));
          watchers.set(folder, watcher);
        } catch {
          // No watcher to be had, or no folder any more: polling goes on.
        }
      }
    },
    close: (): void => {
      for (const folder of watchers.keys()) unwatch(folder);
    },
  };
};
