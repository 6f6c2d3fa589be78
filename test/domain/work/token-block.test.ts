import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Limit } from '#domain/work/limit.ts';
import { windowAt } from '#domain/work/limit.ts';
import { allot, giveBack, lease, nextBlock, type Ask, type Block, type Counted, type Rank } from '#domain/work/token-block.ts';
import { instantAround, zones } from '../../support/zones.ts';

const now = '2026-12-07T16:00:30.000Z';
const iso = (ms: number): string => new Date(ms).toISOString();
const minute = (most: number): Limit => ({ kind: 'campaign_minute', key: 'm', most, counts: 'messages', every: { ms: 60_000 } });
const second = (most: number, ms = 1_000): Limit => ({ kind: 'number_second', key: 'n', most, counts: 'segments', every: { ms } });
const ask = (wanted: number, more: Partial<Ask> = {}): Ask => ({ wanted, atLeast: 1, block: 0, rank: 1, now, realMs: 1_000, ...more });
const tokensOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { tokens }) => sum + tokens, 0);
const counted = (used: number, at = now, limit = minute(10)): Counted => ({ window: windowAt(limit.every, at), used, leasedAt: 0 });
const nextMinute = '2026-12-07T16:01:00.000Z';

describe('a limit that is leased in blocks', () => {
  const leases: readonly (readonly [title: string, used: number, ask: Ask, tokens: number, nextAt: string])[] = [
    ['gives what is wanted', 0, ask(4), 4, now],
    ['gives what is left', 7, ask(5), 3, nextMinute],
    ['gives the last one', 9, ask(1), 1, nextMinute],
    ['has nothing left', 10, ask(5), 0, nextMinute],
    ['gives nothing where it was lowered below what went', 50, ask(5), 0, nextMinute],
    ['gives no part of what is of use as a whole alone', 8, ask(5, { atLeast: 3 }), 0, nextMinute],
    ['gives a window to what is larger than a window', 0, ask(12, { atLeast: 12 }), 10, nextMinute],
  ];
  for (const [title, used, asked, tokens, nextAt] of leases)
    it(title, () => {
      const told = lease(counted(used), minute(10), asked);
      assert.deepEqual([tokensOf(told.blocks), told.nextAt], [tokens, nextAt]);
    });

  it('gives a block beyond what is wanted, but leaves most of it to others', () => {
    const { blocks, counted: after } = lease(counted(0), minute(8_000), ask(50, { block: 5_000 }));
    assert.deepEqual([tokensOf(blocks), after?.used], [1_000, 1_000]);
    assert.equal(tokensOf(lease(counted(0), minute(8_000), ask(50, { block: 200 })).blocks), 200);
  });
  it('is whole again in the next window', () =>
    assert.equal(tokensOf(lease(counted(10), minute(10), ask(5, { now: nextMinute })).blocks), 5));
  it('goes on in the window that somebody else has begun, for whoever asks by a clock that is behind', () => {
    const late = lease(counted(4, nextMinute), minute(10), ask(9, { now: '2026-12-07T16:00:59.990Z' }));
    assert.deepEqual([tokensOf(late.blocks), late.blocks[0]?.window.from], [6, nextMinute]);
  });
  it('is not held up by a clock that once was wrong', () =>
    assert.equal(tokensOf(lease(counted(10, '2030-01-01T00:00:00.000Z'), minute(10), ask(5)).blocks), 5));

  describe('where several wait', () => {
    const empty = counted(10);
    const waits = (rank: Rank): Counted => lease(empty, minute(10), ask(5, { rank })).counted ?? empty;
    const tokensFor = (state: Counted, rank: Rank, at: string): number =>
      tokensOf(lease(state, minute(10), ask(5, { rank, now: at })).blocks);

    it('keeps the next window for whoever goes first', () => {
      assert.deepEqual(
        [tokensFor(waits(0), 1, nextMinute), tokensFor(waits(0), 2, nextMinute), tokensFor(waits(0), 0, nextMinute)],
        [0, 0, 5],
      );
      assert.deepEqual(
        [tokensFor(waits(1), 2, nextMinute), tokensFor(waits(1), 1, nextMinute), tokensFor(waits(1), 0, nextMinute)],
        [0, 5, 5],
      );
    });
    it('lets the others go once he has what he wanted', () => {
      const after = lease(waits(0), minute(10), ask(2, { rank: 0, now: nextMinute })).counted ?? empty;
      assert.equal(tokensFor(after, 2, nextMinute), 5);
    });
    it('lets them go when he does not come', () => {
      assert.equal(tokensFor(waits(0), 2, '2026-12-07T16:01:15.000Z'), 5);
      assert.equal(lease(waits(0), minute(10), ask(5, { rank: 2, now: nextMinute })).nextAt, '2026-12-07T16:01:15.000Z');
    });
    it('sends away until the next window whoever would find too little anyway', () => {
      const some = lease(waits(0), minute(10), ask(7, { rank: 0, now: nextMinute })).counted ?? empty;
      const kept: Counted = { ...some, first: { 0: '2026-12-07T16:01:15.000Z' } };
      const told = lease(kept, minute(10), ask(5, { rank: 2, atLeast: 5, now: nextMinute }));
      assert.equal(told.nextAt, '2026-12-07T16:02:00.000Z');
    });
    it('keeps nothing for marketing', () => assert.equal(lease(empty, minute(10), ask(5, { rank: 2 })).counted, undefined));
    it('notes it once', () => assert.equal(lease(waits(0), minute(10), ask(5, { rank: 0 })).counted, undefined));
  });
});

describe("a number's seconds", () => {
  const froms = (blocks: readonly Block[]): readonly (readonly [number, number])[] =>
    blocks.map(({ window, tokens }) => [Date.parse(window.from) - Date.parse(now), tokens]);

  it('are given out one after the other, a few ahead', () => {
    const told = lease(undefined, second(1), ask(50));
    assert.deepEqual(froms(told.blocks), [
      [0, 1],
      [1_000, 1],
      [2_000, 1],
      [3_000, 1],
    ]);
    assert.equal(told.nextAt, iso(Date.parse(now) + 1_000));
    assert.deepEqual(lease(told.counted, second(1), ask(50)).blocks, []);
  });
  it('are given out further ahead to whoever goes first', () => {
    const bulk = lease(undefined, second(1), ask(50, { rank: 2 })).counted;
    const asked = lease(bulk, second(1), ask(50, { rank: 1 }));
    assert.deepEqual(froms(asked.blocks), [
      [2_000, 1],
      [3_000, 1],
    ]);
    const now0 = lease(asked.counted, second(1), ask(1, { rank: 0 }));
    assert.deepEqual(froms(now0.blocks), [[4_000, 1]]);
    assert.deepEqual(lease(now0.counted, second(1), ask(1, { rank: 2, now: iso(Date.parse(now) + 3_000) })).blocks, []);
  });
  it('are put together for a message of several segments', () =>
    assert.deepEqual(froms(lease(undefined, second(1), ask(7, { atLeast: 7, rank: 2 })).blocks).length, 7));
  it('are used now alone where time stands still', () =>
    assert.deepEqual(froms(lease(undefined, second(1), ask(50, { standing: true })).blocks), [[0, 1]]));
  it('are leased as a whole, so that they are written about once a second', () =>
    assert.deepEqual(froms(lease(undefined, second(225), ask(50, { block: 225 })).blocks), [[0, 225]]));
});

describe('tokens in hand', () => {
  const block = (tokens: number, fromMs = 0, everyMs = 1_000): Block => ({
    window: windowAt({ ms: everyMs }, iso(Date.parse(now) + fromMs)),
    tokens,
  });

  it('go to messages in their order, each of them whole', () => {
    const { given, left } = allot([block(3)], [1, 1, 2, 1], now);
    assert.deepEqual([given.map(({ at }) => at), tokensOf(left)], [[now, now], 1]);
  });
  it('say when a message may go', () => {
    const { given } = allot([block(1, 1_000), block(1)], [1, 1], now);
    assert.deepEqual(
      given.map(({ at }) => at),
      [now, iso(Date.parse(now) + 1_000)],
    );
  });
  it('of several windows make up a long message', () => {
    const { given, left } = allot([block(1), block(1, 1_000), block(1, 2_000), block(1, 3_000)], [3, 1], now);
    assert.deepEqual([given.map(({ at }) => at), left], [[now, iso(Date.parse(now) + 3_000)], []]);
  });
  it('of the past are worth nothing', () => assert.deepEqual(allot([block(5, -1_000)], [1], now), { given: [], left: [] }));
  it('that are left go back while their window is the newest', () => {
    assert.equal(giveBack(counted(8), { window: windowAt({ ms: 60_000 }, now), tokens: 3 })?.used, 5);
    assert.equal(giveBack(counted(8, nextMinute), { window: windowAt({ ms: 60_000 }, now), tokens: 3 }), undefined);
    assert.equal(giveBack(undefined, block(3)), undefined);
  });
  it('come in larger blocks while they are fetched more often than once a second, in smaller ones again later', () =>
    assert.deepEqual([nextBlock(50, 400), nextBlock(50, 5_000), nextBlock(50, 20_000)], [100, 50, 25]));
});

describe('a limit that several instances share', () => {
  type Step = Readonly<{
    instance: number;
    pause: number;
    sizes: readonly number[];
    block: number;
    rank: Rank;
    dies: boolean;
    back: boolean;
  }>;
  const step = fc.record({
    instance: fc.integer({ min: 0, max: 2 }),
    pause: fc.oneof(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 90_000 })),
    sizes: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 8 }),
    block: fc.integer({ min: 0, max: 30 }),
    rank: fc.constantFrom<Rank>(0, 1, 2),
    dies: fc.boolean(),
    back: fc.boolean(),
  });
  const limits = fc.oneof(
    fc.record({ most: fc.integer({ min: 4, max: 40 }), ms: fc.constantFrom(1_000, 4_000) }).map(({ most, ms }) => second(most, ms)),
    fc.integer({ min: 4, max: 40 }).map(minute),
    fc
      .record({ most: fc.integer({ min: 4, max: 40 }), zone: fc.constantFrom(...zones) })
      .map(({ most, zone }): Limit => ({ kind: 'brand_day', key: 'b', most, counts: 'segments', every: { calendar: 'day', zone } })),
  );

  it('is never overdrawn in any window, whoever dies, gives back or comes late, and what waits for nextAt gets something', () => {
    const property = fc.property(limits, instantAround, fc.array(step, { maxLength: 40 }), (limit, start, steps: readonly Step[]) => {
      const used = new Map<string, number>();
      const stocks: (readonly Block[])[] = [[], [], []];
      let state: Counted | undefined;
      let at = start;
      for (const { instance, pause, sizes, block, rank, dies, back } of steps) {
        at += pause;
        const asked = { wanted: sizes.reduce((sum, size) => sum + size, 0), atLeast: sizes[0] ?? 0, block, rank, now: iso(at), realMs: at };
        const { blocks, counted: after, nextAt } = lease(state, limit, asked);
        state = after ?? state;
        assert.ok(nextAt >= iso(at), 'nextAt is over');
        if (blocks.length === 0 && sizes.length > 0) {
          const later = lease(state, limit, { ...asked, rank: 0, now: nextAt });
          assert.ok(tokensOf(later.blocks) > 0, 'it waited in vain');
        }
        const { given, left } = allot([...(stocks[instance] ?? []), ...blocks], sizes, iso(at));
        for (const { from } of given) for (const { window, tokens } of from) used.set(window.from, (used.get(window.from) ?? 0) + tokens);
        stocks[instance] = dies ? [] : left;
        if (dies || !back) continue;
        for (const one of left) state = giveBack(state, one) ?? state;
        stocks[instance] = [];
      }
      for (const [window, tokens] of used) assert.ok(tokens <= limit.most, `${tokens} of ${limit.most} in ${window}`);
    });
    fc.assert(property, { numRuns: 1_000 });
  });
});
