import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { streamPositions, type Held } from '#adapters/firestore/stream-positions.ts';
import { upTo } from '../support/log-events.ts';

const streams = ['a', 'b', 'c', 'd'];
const stream = fc.constantFrom(...streams);

/** What happens to a partition, and to a process that writes to it. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('written' as const), of: fc.subarray(streams, { minLength: 1 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('passed' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('held' as const), stream }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('released' as const), which: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('asked' as const), which: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('read' as const), which: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('answered' as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('jumped' as const) }) },
);

/** A look at the database: asked, read at some later moment, answered at a later one still. */
type Look = { held: Held; began: number; at?: number };

const at = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(1, list.length)];

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const play = (steps: readonly Step[]): void => {
  const positions = streamPositions(1);
  const records: (readonly string[])[] = [];
  let seen = 0;
  let held: Held[] = [];
  let looks: Look[] = [];
  const lastOf = (of: string, until: number): number => records.slice(0, until).findLastIndex((names) => names.includes(of)) + 1;

  const check = (some: Held): void => {
    const known = some.at();
    if (known === undefined) return;
    const words = `${some.stream} is taken for ${known}, seen ${seen}`;
    assert.ok(known >= lastOf(some.stream, seen), `${words}: a record is overlooked`);
    assert.ok(known === 0 || records[known - 1]?.includes(some.stream), `${words}: there is no such record`);
  };
  const passNext = (): void => {
    const names = records[seen];
    if (names) positions.passed(names, (seen += 1));
  };
  const release = (some: Held | undefined): void => {
    some?.release();
    held = held.filter((other) => other !== some);
  };
  const answer = (look: Look | undefined): void => {
    if (look?.at === undefined) return;
    look.held.found(look.at, look.began);
    looks = looks.filter((other) => other !== look);
  };
  const ask = (some: Held | undefined): void => void (some && looks.push({ held: some, began: positions.generation() }));
  const read = (look: Look | undefined): void => void (look && (look.at ??= lastOf(look.held.stream, records.length)));
  const jump = (): void => {
    positions.jumped();
    seen = records.length;
  };
  const happen: { [K in Step['kind']]: (one: Extract<Step, { kind: K }>) => unknown } = {
    written: ({ of }) => records.push(of),
    passed: passNext,
    held: (one) => held.push(positions.hold(one.stream)),
    released: ({ which }) => release(at(held, which)),
    asked: ({ which }) => ask(at(held, which)),
    read: ({ which }) => read(at(looks, which)),
    answered: ({ which }) => answer(at(looks, which)),
    jumped: jump,
  };

  for (const one of steps) {
    (happen[one.kind] as (step: Step) => unknown)(one);
    held.forEach(check);
    // those that nobody holds are looked at in passing
    for (const name of streams) {
      const some = positions.hold(name);
      check(some);
      some.release();
    }
  }
};

describe('the positions of streams', () => {
  it('never overlook a record and never make one up, whatever is forgotten, looked up, or jumped over', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 10, maxLength: 80 }), play), { numRuns: 2_000 });
  });
  it('are bounded', () => {
    const positions = streamPositions(10);
    upTo(100).forEach((n) => positions.passed([`s${n}`], n + 1));
    assert.equal(upTo(100).filter((n) => positions.hold(`s${n}`).at() !== undefined).length, 10);
  });
});
