import type { House } from '#app/house.ts';
import { recordOptOut } from '#app/record-opt-out.ts';
import { connectFirestore } from '#adapters/firestore/connection.ts';
import { firestoreStoreOn } from './firestore-store.ts';
import { openTestStore } from './store.ts';

/** Writes opt-outs down in another process's store, and says of each when it stood: `FILE NOW COMPANY PHONE…`; a project of Firestore's emulator is `HOST PROJECT`. */
const [file = '', now = '', companyId = '', ...phones] = process.argv.slice(2);
const [host = '', projectId] = file.split(' ');
const opened =
  projectId === undefined ? openTestStore({ file }) : firestoreStoreOn(connectFirestore({ projectId, databaseId: '(default)', host }));
const nothing = (): void => undefined;
const house = {
  ...opened,
  bus: { publish: async () => undefined },
  clock: { now: () => now, realMs: () => performance.now() },
  log: { info: nothing, warn: nothing, error: nothing },
} as unknown as House;

process.send?.('ready');
process.once('message', () => {
  void (async () => {
    for (const to of phones) {
      await recordOptOut(house, { companyId, channel: 'sms', to, source: 'reply' }, { id: `stop-${to}`, now });
      process.send?.([to, Date.now()]);
      await new Promise(setImmediate);
    }
    if ('close' in opened) opened.close();
    else await opened.connection.close();
    process.disconnect?.();
  })();
});
