import assert from 'node:assert/strict';
import { RowRefused } from '#ports/read-model.ts';
import { contractTables, standing, thing, type Rule } from './opened-read-model.ts';

const { things, places, counters } = contractTables;
const batch = { partition: 'bulk-0', after: 0, upTo: 1 };

const awkward = [
  "it's",
  '"quoted"',
  'back\\slash',
  "\\'; DROP TABLE x; --",
  'line\nbreak\r\t',
  '\0 and \u001a',
  'Zoë 🎉 漢字',
  '',
  ' spaces ',
  '%_',
];

export const rowRules = (rule: Rule): void => {
  rule('gives back what was put, whatever it is', async ({ readModel }) => {
    const rows = [...awkward.map((words, n) => thing(`t${n}`, words, n)), thing('null', null, -5)];
    await readModel.transact(batch, (tx) => tx.put(things, rows));
    const found = await standing(readModel, things, rows);
    assert.deepEqual(new Set(found.map((row) => JSON.stringify(row))), new Set(rows.map((row) => JSON.stringify(row))));
  });
  rule('puts whole rows: what stood there is gone', async ({ readModel }) => {
    await readModel.transact(batch, (tx) => tx.put(things, [thing('a', 'old', 1), thing('b', 'stays', 1)]));
    await readModel.transact({ ...batch, after: 1, upTo: 2 }, (tx) => tx.put(things, [{ ...thing('a', null, 2), moment: null }]));
    assert.deepEqual(await standing(readModel, things, [{ id: 'a' }, { id: 'b' }, { id: 'none' }]), [
      { id: 'a', words: null, amount: 2, moment: null },
      thing('b', 'stays', 1),
    ]);
  });
  rule('inserts a row once', async ({ readModel }) => {
    await readModel.transact(batch, (tx) => tx.insert(things, [thing('a', 'first')]));
    await readModel.transact({ ...batch, after: 1, upTo: 2 }, (tx) => tx.insert(things, [thing('a', 'second'), thing('b')]));
    assert.deepEqual(await standing(readModel, things, [{ id: 'a' }, { id: 'b' }]), [thing('a', 'first'), thing('b')]);
  });
  rule('loads by every column of a key', async ({ readModel }) => {
    const at = (packet: string, row_number_of: number, channel = 'sms') => ({ packet, row_number_of, channel });
    const rows = [at('p1', 1), at('p1', 2), at('p1', 2, 'voice'), at('p2', 1)].map((key, n) => ({ ...key, words: `w${n}` }));
    await readModel.transact(batch, (tx) => tx.put(places, rows));
    assert.deepEqual(await standing(readModel, places, [at('p1', 2), at('p2', 1), at('p2', 2)]), [rows[1], rows[3]]);
  });
  rule('adds to counters, down too, several columns at once', async ({ readModel }) => {
    const key = { id: 'c', day: '2026-11-02' };
    await readModel.transact(batch, (tx) => tx.increment(counters, [{ key, add: { total: 5, other: 1 } }]));
    await readModel.transact({ ...batch, after: 1, upTo: 2 }, (tx) =>
      tx.increment(counters, [
        { key, add: { total: -7, other: 0 } },
        { key: { ...key, day: '2026-11-03' }, add: { total: -1, other: 2 } },
      ]),
    );
    assert.deepEqual(await standing(readModel, counters, [key, { ...key, day: '2026-11-03' }]), [
      { ...key, total: -2, other: 1 },
      { id: 'c', day: '2026-11-03', total: -1, other: 2 },
    ]);
  });
  rule('takes thousands of rows at once', async ({ readModel }) => {
    const rows = Array.from({ length: 3500 }, (_, n) => thing(`t${n}`, `words of ${n}`, n));
    await readModel.transact(batch, async (tx) => {
      await tx.put(things, rows);
      assert.equal((await tx.load(things, rows)).length, rows.length);
    });
    assert.equal((await standing(readModel, things, rows)).length, rows.length);
  });
  rule('refuses a value that does not fit, and quotes nothing of it', async ({ readModel }) => {
    const secret = `Ada Lovelace ${'x'.repeat(60)}`;
    const wrong = [
      thing('a', secret),
      { ...thing('a'), moment: 'Ada Lovelace' },
      { ...thing('a'), amount: 1e15 },
      { ...thing('a'), amount: NaN },
    ];
    for (const row of wrong) {
      await assert.rejects(
        readModel.transact(batch, (tx) => tx.put(things, [thing('good'), row])),
        (error) => error instanceof RowRefused && error.reason !== '' && !/Ada|Lovelace/.test(`${error.message} ${error.reason}`),
      );
    }
    await assert.rejects(
      readModel.transact(batch, (tx) => tx.insert(things, [thing('a', secret)])),
      RowRefused,
    );
    assert.deepEqual(await standing(readModel, things, [{ id: 'good' }, { id: 'a' }]), []);
  });
  rule('goes on after an attempt that failed, without it', async ({ readModel }) => {
    await readModel.transact(batch, async (tx) => {
      await tx.put(things, [thing('before')]);
      await assert.rejects(
        tx.attempt(async () => {
          await tx.put(things, [thing('before', 'spoiled'), thing('half')]);
          await tx.put(things, [thing('a', 'x'.repeat(60))]);
        }),
        RowRefused,
      );
      await tx.attempt(() => tx.put(things, [thing('after')]));
    });
    assert.deepEqual(await standing(readModel, things, [{ id: 'before' }, { id: 'half' }, { id: 'a' }, { id: 'after' }]), [
      thing('after'),
      thing('before'),
    ]);
  });
};
