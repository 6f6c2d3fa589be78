import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { sqliteBus } from '#adapters/sqlite/bus.ts';
import { openDatabase } from '#adapters/sqlite/database.ts';

/** Publishes and takes until it is killed, and says what it did: see the worker of the message bus contract. */
const [file = '', label = ''] = process.argv.slice(2);
const bus = sqliteBus({ db: openDatabase(file), log: { error: () => {} }, random: () => 0.01 });
const say = (line: string): void => void fs.writeSync(1, `${line}\n`);

bus.subscribe('work', { concurrency: 8, leaseMs: 10_000, maxAttempts: 1000 }, async ({ data, attempt }) => {
  const name = String(data.name);
  if (name.endsWith('3')) await sleep(5);
  if (name.endsWith('7') && attempt === 1) throw new Error('once more');
  say(`delivered ${name}`);
});

const publishForEver = async (publisher: number): Promise<void> => {
  for (let n = 0; ; n++) {
    const name = `${label}${publisher}-${n}`;
    await bus.publish('work', [{ data: { name } }]);
    say(`published ${name}`);
  }
};

await Promise.all([0, 1, 2, 3].map(publishForEver));
