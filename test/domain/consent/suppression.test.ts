import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { isSuppressed, suppressedUntil, withOptOut, withoutOptOut, type Suppression } from '#domain/consent/suppression.ts';

const brands = ['brd_a', 'brd_b', 'brd_c'];
const day = (n: number): string => `2026-11-${String(n).padStart(2, '0')}T00:00:00.000Z`;

type Said = Readonly<{ stop: boolean; brand: string | undefined; until: number | undefined }>;
const said: fc.Arbitrary<Said> = fc.record({
  stop: fc.boolean(),
  brand: fc.constantFrom(undefined, ...brands),
  until: fc.constantFrom(undefined, 10, 20, 28),
});

/** Brand by brand, as if each had a mark of its own: until which day nothing may be sent. */
const expected = (story: readonly Said[], brand: string): number =>
  story.reduce((until, one, n) => {
    if (one.brand !== undefined && one.brand !== brand) return until;
    if (!one.stop) return 0;
    return Math.max(until > n + 1 ? until : 0, one.until ?? Infinity);
  }, 0);

const after = (story: readonly Said[]): Suppression | undefined =>
  story.reduce<Suppression | undefined>((mark, { stop, brand, until }, n) => {
    if (!stop) return withoutOptOut(mark, brand, day(n + 1));
    return withOptOut(mark, { brandId: brand, until: until === undefined ? undefined : day(until) }, day(n + 1));
  }, undefined);

describe('the mark of an opt-out', () => {
  it('says of each brand what a mark of its own would say', () => {
    fc.assert(
      fc.property(
        fc.array(said, { maxLength: 7 }),
        fc.constantFrom(...brands, 'brd_later'),
        fc.constantFrom(9, 15, 25, 29),
        (story, brand, today) => {
          const mark = after(story);
          assert.equal(mark !== undefined && isSuppressed(mark, brand, day(today)), expected(story, brand) > today);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('that says nothing of brands stops all of them, and one of a brand stops a sender that has none', () => {
    assert.ok(isSuppressed({}, 'brd_a', day(1)) && isSuppressed({}, undefined, day(1)));
    const one = withOptOut(undefined, { brandId: 'brd_a' }, day(1));
    assert.deepEqual(
      [isSuppressed(one, 'brd_a', day(1)), isSuppressed(one, 'brd_b', day(1)), isSuppressed(one, undefined, day(1))],
      [true, false, true],
    );
  });

  it('ends when the last of it has', () => {
    const until = (mark: Suppression): string | undefined => suppressedUntil(mark);
    assert.equal(until({}), undefined);
    assert.equal(until(withOptOut(undefined, { until: day(5) }, day(1))), day(5));
    assert.equal(until(withOptOut(withOptOut(undefined, { until: day(5) }, day(1)), { brandId: 'brd_a', until: day(9) }, day(1))), day(9));
    assert.equal(until(withOptOut(withOptOut(undefined, { until: day(5) }, day(1)), { brandId: 'brd_a' }, day(1))), undefined);
  });
});
