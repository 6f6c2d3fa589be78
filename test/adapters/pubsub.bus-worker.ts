import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPubSub } from '#adapters/pubsub/open-pubsub.ts';
import { openPushReceiver } from '#adapters/pubsub/push-receiver.ts';

/** Publishes and takes until it is killed, and says what it did: see the worker of the message bus contract. */
const [host = '', projectId = '', port = '', label = ''] = process.argv.slice(2);
const receiver = await openPushReceiver(Number(port));
const bus = await openPubSub({ projectId, host, receiver, log: { info: () => undefined } });
const say = (line: string): void => void fs.writeSync(1, `${line}\n`);

bus.subscribe('work', { concurrency: 8, leaseMs: 10_000, maxAttempts: 1000 }, async ({ data }) => {
  await sleep(1);
  say(`delivered ${String(data['name'])}`);
});

const publishForEver = async (publisher: number): Promise<void> => {
  for (let n = 0; ; n++) {
    const name = `${label}${publisher}-${n}`;
    await bus.publish('work', [{ data: { name } }]);
    say(`published ${name}`);
  }
};

await Promise.all([0, 1, 2, 3].map(publishForEver));
