import assert from 'node:assert/strict';
import { CheckpointMoved } from '#ports/read-model.ts';
import { contractTables, standing, thing, type Rule } from './opened-read-model.ts';

const { things, counters } = contractTables;
const key = { id: 'c', day: '2026-11-02' };

export const raceRules = (rule: Rule): void => {
  rule('lets one of many projectors of a partition through, at its start and later', async ({ readModel, another }) => {
    const other = await another();
    for (const after of [0, 1, 2]) {
      const results = await Promise.allSettled(
        [readModel, other, readModel, other, readModel, other].map((model) =>
          model.transact({ partition: 'bulk-0', after, upTo: after + 1 }, (tx) =>
            tx.increment(counters, [{ key, add: { total: 1, other: 1 } }]),
          ),
        ),
      );
      const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
      assert.equal(lost.length, 5);
      for (const reason of lost) assert.ok(reason instanceof CheckpointMoved, String(reason));
    }
    assert.deepEqual(await standing(readModel, counters, [key]), [{ ...key, total: 3, other: 3 }]);
    await other.close();
  });
  rule('works on partitions side by side', async ({ readModel }) => {
    const inside = Promise.withResolvers<void>();
    const finished = Promise.withResolvers<void>();
    const slow = readModel.transact({ partition: 'bulk-0', after: 0, upTo: 1 }, async (tx) => {
      await tx.put(things, [thing('slow')]);
      inside.resolve();
      await finished.promise;
    });
    await inside.promise;
    await readModel.transact({ partition: 'bulk-1', after: 0, upTo: 1 }, (tx) => tx.put(things, [thing('fast')]));
    finished.resolve();
    await slow;
    assert.equal((await standing(readModel, things, [{ id: 'slow' }, { id: 'fast' }])).length, 2);
  });
  rule('does the work again when two transactions stand in each other’s way', async ({ readModel, another }) => {
    const other = await another();
    const bothHoldOne = Promise.withResolvers<void>();
    let holding = 0;
    const crossing = (first: string, second: string, partition: string, model = readModel) =>
      model.transact({ partition, after: 0, upTo: 1 }, async (tx) => {
        await tx.put(things, [thing(first, partition)]);
        if ((holding += 1) === 2) bothHoldOne.resolve();
        await bothHoldOne.promise;
        await tx.put(things, [thing(second, partition)]);
        await tx.increment(counters, [{ key, add: { total: 1, other: 0 } }]);
      });
    await Promise.all([crossing('a', 'b', 'bulk-0'), crossing('b', 'a', 'bulk-1', other)]);
    assert.ok(holding > 2, 'there was no deadlock to get out of');
    assert.deepEqual(await standing(readModel, counters, [key]), [{ ...key, total: 2, other: 0 }]);
    await other.close();
  });
};
