import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { describeOnEmulators, firestoreHost, freshProject } from '../support/emulators.ts';
import { connectTo, firestoreStoreOn } from '../support/firestore-store.ts';
import { eventually } from '../support/eventually.ts';
import type { Told } from '../support/firestore-writer.ts';
import { everything, positionsOf, rowsOf, upTo } from '../support/log-events.ts';

/** `CARILLON_COLLISIONS=20000 npm test …` for a long run. */
const collisions = Number(process.env['CARILLON_COLLISIONS'] ?? 1000);

type Writer = Readonly<{ result: Promise<Told>; met: () => number; stop: () => void }>;

const startWriter = (host: string, projectId: string, name: string): Writer => {
  const child = fork(join(import.meta.dirname, '../support/firestore-writer.ts'), [host, projectId, name]);
  let last: Told | undefined;
  const done = Promise.withResolvers<Told>();
  child.on('message', (told: Told) => {
    last = told;
    if (told.written) done.resolve(told);
  });
  child.once('exit', (code) => done.reject(new Error(`writer ${name} ended with ${code} and did not say what it wrote`)));
  const result = done.promise;
  return { result, met: () => last?.counts.conflicts ?? 0, stop: () => void child.send('stop') };
};

/** What the writers say that they wrote, once they have met each other often enough. */
const writeAtOnce = async (host: string, projectId: string): Promise<readonly Told[]> => {
  const writers = ['a', 'b'].map((name) => startWriter(host, projectId, name));
  const results = Promise.all(writers.map(({ result }) => result));
  const hasMetEnough = (): boolean => writers.reduce((sum, { met }) => sum + met(), 0) >= collisions;
  await Promise.race([eventually('the writers to meet', hasMetEnough, 100 * collisions + 30_000), results]);
  for (const { stop } of writers) stop();
  return results;
};

describeOnEmulators('two processes that write to the same partitions', () => {
  it('collide a thousand times, and lose, double or overlook nothing', async function () {
    this.timeout(200 * collisions + 60_000);
    const [host, projectId] = [await firestoreHost(), freshProject()];
    const results = await writeAtOnce(host, projectId);
    const connection = await connectTo(projectId);
    const { store, documents } = firestoreStoreOn(connection);
    try {
      const events = await everything(store);
      for (const partition of store.partitions()) {
        const positions = positionsOf(events.filter((event) => event.partition === partition));
        assert.deepEqual(
          positions,
          positions.map((_, n) => n + 1),
          `${partition} has a gap`,
        );
        assert.equal(await store.tail(partition), positions.length);
      }
      const stored = new Map<string, string>();
      for (const { cause, stream, position, id } of events) {
        const place = `${stream} ${position}`;
        assert.equal(stored.get(cause) ?? place, place, `${id} stands twice`);
        stored.set(cause, place);
      }
      const acknowledged = results.flatMap(({ written = [] }) => written);
      assert.equal(new Set(events.map(({ id }) => id)).size, events.length, 'an event stands twice');
      assert.equal(acknowledged.length, stored.size);
      for (const { by, stream, position } of acknowledged) assert.equal(stored.get(by), `${stream} ${position}`, `${by} is lost`);
      const counted = Map.groupBy(events, ({ stream }) => stream);
      for (const [stream, list] of counted)
        if (stream.startsWith('campaign-count')) assert.deepEqual(rowsOf(list), upTo(list.length), 'somebody decided on what was old');
      const claims = acknowledged.filter(({ by }) => by.includes('write')).slice(0, 300);
      const found = await documents.getMany(claims.map(({ by }) => `claims/${by}`));
      assert.deepEqual(
        found.map((claim) => claim?.data),
        claims.map(({ by }) => by),
      );
      if (process.env['CARILLON_COLLISIONS'] !== undefined)
        process.stdout.write(`${JSON.stringify(results.map(({ counts }) => counts))}\n`);
    } finally {
      await connection.close();
    }
  });
});
