import path from 'node:path';
import { sqliteBus } from '#adapters/sqlite/bus.ts';
import { diskFileStore } from '#adapters/disk/file-store.ts';
import type { House } from '#app/house.ts';
import { enterHouse } from '#wiring/current-house.ts';
import { doorRoutes } from '#wiring/doors.ts';
import { rowReaders } from '#wiring/row-readers.ts';
import { serve } from '#wiring/serve.ts';
import { openTestStore } from './store.ts';

/** The API's door in a process of its own, on the folder of another one's house: `FOLDER NOW`. Tells its port, and ends with its parent. */
const [folder = '', now = ''] = process.argv.slice(2);
const opened = openTestStore({ file: path.join(folder, 'house.db') });
const nothing = (): void => undefined;
const log = { info: nothing, warn: nothing, error: nothing };

const server = await serve(doorRoutes(), { asked: 0 });
enterHouse({
  ...opened,
  bus: sqliteBus({ db: opened.db, log, random: () => 0 }),
  files: diskFileStore(folder, { settleMs: 0 }),
  rows: rowReaders(),
  clock: { now: () => now, realMs: () => Date.now() },
  log,
  providerFor: () => undefined,
  providerNamed: () => undefined,
  publicUrl: `http://127.0.0.1:${server.port}`,
} as unknown as House);
process.on('disconnect', () => process.exit());
process.send?.(server.port);
