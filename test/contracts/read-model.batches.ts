import assert from 'node:assert/strict';
import { CheckpointMoved } from '#ports/read-model.ts';
import { contractTables, standing, thing, type Rule } from './opened-read-model.ts';

const { things } = contractTables;

export const batchRules = (rule: Rule): void => {
  rule('begins every partition at 0 and keeps each where it is', async ({ readModel }) => {
    assert.equal(await readModel.checkpoint('bulk-0'), 0);
    await readModel.transact({ partition: 'bulk-0', after: 0, upTo: 7 }, async () => undefined);
    await readModel.transact({ partition: 'bulk-1', after: 0, upTo: 3 }, async () => undefined);
    await readModel.transact({ partition: 'bulk-0', after: 7, upTo: 9 }, async () => undefined);
    assert.deepEqual(await Promise.all(['bulk-0', 'bulk-1', 'bulk-2'].map(readModel.checkpoint)), [9, 3, 0]);
  });
  rule('writes rows and checkpoint, or nothing', async ({ readModel }) => {
    const failure = new Error('in the middle');
    await assert.rejects(
      readModel.transact({ partition: 'bulk-0', after: 0, upTo: 1 }, async (tx) => {
        await tx.put(things, [thing('a')]);
        throw failure;
      }),
      (error) => error === failure,
    );
    assert.equal(await readModel.checkpoint('bulk-0'), 0);
    assert.deepEqual(await standing(readModel, things, [{ id: 'a' }]), []);
  });
  rule('takes a batch once: the second time the checkpoint has moved', async ({ readModel }) => {
    const batch = { partition: 'bulk-0', after: 0, upTo: 1 };
    await readModel.transact(batch, (tx) => tx.put(things, [thing('a')]));
    let worked = false;
    await assert.rejects(
      readModel.transact(batch, async () => {
        worked = true;
      }),
      CheckpointMoved,
    );
    assert.equal(worked, false);
    await assert.rejects(
      readModel.transact({ partition: 'bulk-0', after: 5, upTo: 6 }, async () => undefined),
      CheckpointMoved,
    );
  });
};
