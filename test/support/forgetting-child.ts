import path from 'node:path';
import { diskFileStore } from '#adapters/disk/file-store.ts';
import { forgetPerson } from '#app/forget-person.ts';
import type { House } from '#app/house.ts';
import { openTestStore } from './store.ts';

/** Forgets somebody in another process's folder, and is killed behind the nth thing that it has taken out of the log: `FOLDER COMPANY TO NOW NTH`. */
const [folder = '', companyId = '', to = '', now = '', nth = '1'] = process.argv.slice(2);
const opened = openTestStore({ file: path.join(folder, 'house.db') });
const nothing = (): void => undefined;
let left = Number(nth);

const house = {
  ...opened,
  store: {
    ...opened.store,
    erasePrivate: async (...given: Parameters<typeof opened.store.erasePrivate>) => {
      const done = await opened.store.erasePrivate(...given);
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      return done;
    },
  },
  files: diskFileStore(folder, { settleMs: 0 }),
  bus: { publish: async () => undefined },
  clock: { now: () => now, realMs: () => performance.now() },
  log: { info: nothing, warn: nothing, error: nothing },
} as unknown as House;

await forgetPerson(house, { companyId, channel: 'sms', to, by: 'usr_front' }, { id: `child-${process.pid}`, now });
