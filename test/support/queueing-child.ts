import { once } from 'node:events';
import { queueRows } from '#app/queue-rows.ts';
import type { House } from '#app/house.ts';
import type { Documents } from '#ports/documents.ts';
import { openTestStore } from './store.ts';

/** Queues a chunk on another process's folder, and waits for a word before it writes what it has read of the claims: `FILE CHUNK NOW`. */
const [file = '', path = '', now = ''] = process.argv.slice(2);
const opened = openTestStore({ file });
const nothing = (): void => undefined;
let hasRead = false;

const getMany: Documents['getMany'] = async (paths) => {
  const found = await opened.documents.getMany(paths);
  if (hasRead || !paths.some((one) => one.startsWith('claims/'))) return found as never;
  hasRead = true;
  const word = once(process, 'message');
  process.send?.('read');
  await word;
  return found as never;
};

const house = {
  ...opened,
  documents: { ...opened.documents, getMany },
  bus: { publish: async () => undefined },
  clock: { now: () => now, realMs: () => performance.now() },
  log: { info: nothing, warn: nothing, error: nothing },
} as unknown as House;

await queueRows(house, { path, run: 1 }, { id: `child-${process.pid}`, now });
opened.close();
process.disconnect?.();
