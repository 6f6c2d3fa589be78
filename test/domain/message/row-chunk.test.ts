import assert from 'node:assert/strict';
import type { Channel } from '#domain/kernel/ids.ts';
import { dueTouches, nextDueOf, replanned, rowChunkPath, without, type Planned, type RowChunk } from '#domain/message/row-chunk.ts';
import * as fc from 'fast-check';

const sms = (...offsets: number[]): readonly (readonly [Channel, number])[] => offsets.map((offset) => ['sms', offset]);
const day = (n: number): string => `2026-12-${String(n).padStart(2, '0')}T07:00:00.000Z`;
const endOfTime = '9999';

/** Rows 4, 5 and 7 (6 is an empty line) with two offsets each. */
const chunk: RowChunk = {
  companyId: 'co_a',
  campaignId: 'cmp_a',
  packetId: 'pkt_a',
  chunk: 0,
  at: { partition: 'bulk-0', position: 1 },
  rows: 3,
  firstRow: 4,
  version: 1,
  touches: sms(0, 1),
  due: { [day(9)]: [1, 3, 7], [day(8)]: [0, 6], [day(10)]: [2] },
};
const firstRow = chunk.firstRow;

/** `row.offset` of every touch, in order. */
const places = (of: RowChunk, now = endOfTime, limit = 1000): readonly string[] =>
  dueTouches(of, now, limit).map(({ place: { row, offset } }) => `${row}.${offset}`);

/** A plan of these offsets for these rows, all of them due on one day. */
const planOf = (version: number, offsets: readonly number[], rows: readonly number[] = [4, 5, 7], at = day(9)): Planned => ({
  version,
  touches: sms(...offsets),
  due: { [at]: rows.flatMap((row) => offsets.map((_, ordinal) => (row - firstRow) * offsets.length + ordinal)) },
});

const take = (of: RowChunk, ...taken: string[]): RowChunk =>
  without(
    of,
    dueTouches(of, endOfTime, 1000).filter(({ place: { row, offset } }) => taken.includes(`${row}.${offset}`)),
  );

describe('the touches of a chunk', () => {
  it('stand under its campaign', () => assert.equal(rowChunkPath('cmp_a', 'pkt_a', 3), 'campaigns/cmp_a/rowChunks/pkt_a-3'));

  it('are due from their day on, the earliest day first', () => {
    assert.deepEqual(places(chunk, '2026-12-08T06:59:59.999Z'), []);
    assert.deepEqual(places(chunk, day(8)), ['4.0', '7.0']);
    assert.deepEqual(places(chunk, day(9)), ['4.0', '7.0', '4.1', '5.1', '7.1']);
    assert.deepEqual(places(chunk), ['4.0', '7.0', '4.1', '5.1', '7.1', '5.0']);
  });

  it('know their place and their ordinal', () => {
    const touch = dueTouches(chunk, endOfTime, 1000).find(({ number }) => number === 7);
    assert.deepEqual(touch, { number: 7, ordinal: 1, from: day(9), place: { row: 7, channel: 'sms', offset: 1 } });
  });

  it('are taken up to a limit, across days', () => {
    assert.deepEqual(places(chunk, endOfTime, 3), ['4.0', '7.0', '4.1']);
    assert.deepEqual(places(chunk, endOfTime, 0), []);
  });

  it('are gone once they are taken', () => {
    const left = without(chunk, dueTouches(chunk, endOfTime, 3));
    assert.deepEqual(left.due, { [day(9)]: [3, 7], [day(10)]: [2] });
    assert.deepEqual(without(left, dueTouches(left, endOfTime, 1000)).due, {});
  });

  it('wait for the next day that has one', () => {
    assert.equal(nextDueOf(chunk.due), day(8));
    assert.equal(nextDueOf(take(chunk, '4.0', '7.0').due), day(9));
    assert.equal(nextDueOf({}), undefined);
  });

  it('can not be read where nothing says which they are', () =>
    assert.throws(() => dueTouches({ ...chunk, touches: [] }, endOfTime, 1), /without touches/));

  it('are all taken once by runs of any size, whenever they come', () => {
    const runs = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 7, max: 11 })), { maxLength: 12 });
    const property = fc.property(runs, (each) => {
      const all = new Set(places(chunk));
      let left = chunk;
      for (const [limit, today] of [...each, [1000, 31] as const]) {
        const due = dueTouches(left, day(today), limit);
        for (const { place } of due) assert.ok(all.delete(`${place.row}.${place.offset}`));
        left = without(left, due);
      }
      assert.equal(all.size, 0);
    });
    fc.assert(property);
  });
});

describe('a chunk under another version of its campaign', () => {
  const begun = take(chunk, '4.0', '7.0', '7.1');

  it('keeps what it is, and takes the days of the new version', () => {
    const next = replanned(begun, planOf(2, [0, 1], [4, 5, 7], day(20)));
    assert.deepEqual({ ...next, due: {} }, { ...begun, version: 2, due: {} });
    assert.deepEqual(next.due, { [day(20)]: [1, 2, 3] });
  });

  it('has a new offset for every row, also for those whose others are taken', () =>
    assert.deepEqual(places(replanned(begun, planOf(2, [0, 1, 2]))), ['4.1', '4.2', '5.0', '5.1', '5.2', '7.2']));

  it('lets an offset go that the version does not name', () => assert.deepEqual(places(replanned(begun, planOf(2, [0]))), ['5.0']));

  it('takes up again what it let go, but not what was taken before', () => {
    const let1go = replanned(begun, planOf(2, [0]));
    assert.deepEqual(places(replanned(let1go, planOf(3, [0, 1]))), ['4.1', '5.0', '5.1']);
    const later = take(let1go, '5.0');
    assert.deepEqual(places(replanned(replanned(later, planOf(3, [2])), planOf(4, [0, 1]))), ['4.1', '5.1']);
  });

  it('remembers an offset that was let go with every row taken', () => {
    const all = take(chunk, '4.1', '5.1', '7.1');
    assert.deepEqual(places(replanned(replanned(all, planOf(2, [0])), planOf(3, [0, 1]))), ['4.0', '5.0', '7.0']);
  });

  it('knows a touch by its place: in another order the first one stays the first one', () => {
    const next = replanned(begun, { ...planOf(2, [0, 1]), touches: sms(1, 0) });
    assert.deepEqual(places(next), ['4.1', '5.1', '5.0']);
  });

  it('has nothing to remember where no offset was let go', () => assert.ok(!('dropped' in replanned(begun, planOf(2, [0, 1, 2])))));

  it('takes each touch once, whatever versions and runs come after one another', () => {
    const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 });
    const step = fc.record({ offsets, taken: fc.integer({ min: 0, max: 6 }) });
    const property = fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const rows = [4, 5, 7];
      const taken = new Set<string>();
      let now = chunk;
      steps.forEach(({ offsets: named, taken: count }, n) => {
        now = replanned(now, planOf(n + 2, named, rows));
        // every touch that the version names waits or was taken
        const wanted = rows.flatMap((row) => named.map((offset) => `${row}.${offset}`)).filter((touch) => !taken.has(touch));
        assert.deepEqual(places(now).toSorted(), wanted.toSorted());
        const due = dueTouches(now, endOfTime, count);
        for (const { place } of due) taken.add(`${place.row}.${place.offset}`);
        now = without(now, due);
      });
    });
    fc.assert(property, { numRuns: 500 });
  });
});
