import assert from 'node:assert/strict';
import { CheckpointMoved, ReadModelAway, type ReadModel, type ReadModelTransaction } from '#ports/read-model.ts';
import type { Cut } from '../support/mysql-proxy.ts';
import { contractTables, standing, thing, type OpenedReadModel, type Rule } from './opened-read-model.ts';

const { things, counters } = contractTables;
const key = { id: 'c', day: '2026-11-02' };

const work = async (tx: ReadModelTransaction): Promise<void> => {
  const [before] = await tx.load(things, [{ id: 'a' }]);
  await tx.put(things, [thing('a', 'words', Number(before?.['amount'] ?? 0) + 1)]);
  await tx.insert(things, [thing('once')]);
  await tx.increment(counters, [{ key, add: { total: 1, other: 2 } }]);
};

/** As a projector does: reads where it stands, writes the next batch; whatever happens in between, it starts over. */
const nextBatch = async (model: ReadModel, upTo: number): Promise<void> => {
  const after = await model.checkpoint('bulk-0');
  if (after < upTo) await model.transact({ partition: 'bulk-0', after, upTo }, work);
};

const untilDone = async (model: ReadModel, upTo: number): Promise<void> => {
  for (let tries = 0; tries < 10; tries++) {
    try {
      return await nextBatch(model, upTo);
    } catch (error) {
      assert.ok(error instanceof ReadModelAway || error instanceof CheckpointMoved, String(error));
    }
  }
  throw new Error('never came through');
};

/** Breaks the connection at the 1st, 2nd, 3rd … statement of a batch, until one batch has fewer than that. */
const breakEverywhere = async ({ readModel, cutAt, wasCut }: OpenedReadModel, cut: Cut): Promise<number> => {
  for (let nth = 1; nth < 100; nth++) {
    cutAt(nth, cut);
    await untilDone(readModel, nth);
    if (!wasCut()) return nth;
  }
  throw new Error('every batch was cut');
};

export const breakRules = (rule: Rule): void => {
  for (const cut of ['before', 'after'] as const)
    rule(`counts each batch once when the connection breaks ${cut} any of its statements`, async (opened) => {
      const batches = await breakEverywhere(opened, cut);
      assert.ok(batches > 5, 'the connection was never broken');
      assert.deepEqual(await standing(opened.readModel, counters, [key]), [{ ...key, total: batches, other: 2 * batches }]);
      assert.deepEqual(await standing(opened.readModel, things, [{ id: 'a' }]), [thing('a', 'words', batches)]);
    });
  rule('says that the database is away, and is there again when it is', async ({ readModel, goAway, comeBack }) => {
    await readModel.ping();
    await goAway();
    for (const call of [() => readModel.ping(), () => readModel.checkpoint('bulk-0'), () => nextBatch(readModel, 1)])
      await assert.rejects(call(), ReadModelAway);
    await comeBack();
    await readModel.ping();
    await nextBatch(readModel, 1);
    assert.equal(await readModel.checkpoint('bulk-0'), 1);
  });
};
