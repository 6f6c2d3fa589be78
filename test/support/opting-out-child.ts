import type { House } from '#app/house.ts';
import { recordOptOut } from '#app/record-opt-out.ts';
import { openTestStore } from './store.ts';

/** Writes opt-outs down on another process's folder, and says of each when it stood: `FILE NOW COMPANY PHONE…`. */
const [file = '', now = '', companyId = '', ...phones] = process.argv.slice(2);
const opened = openTestStore({ file });
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
    opened.close();
    process.disconnect?.();
  })();
});
