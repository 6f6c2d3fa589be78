import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Definition } from '#domain/campaign/definition.ts';
import { heldBack, type HeldBack } from '#domain/work/held-back.ts';

const on = (day: number, messages: number) => ({ day: `2026-11-${String(day).padStart(2, '0')}`, messages });
type Case = readonly [title: string, due: readonly ReturnType<typeof on>[], limits: Definition['limits'], answer: HeldBack | undefined];
const cases: readonly Case[] = [
  ['nothing without a limit', [on(20, 3_000)], undefined, undefined],
  ['nothing where the day is enough', [on(20, 200), on(21, 200)], { perDay: 200 }, undefined],
  ['what the next days take', [on(20, 500)], { perDay: 200 }, { perDay: 200, until: '2026-11-22', expiring: 0 }],
  ['what the last day takes to the full', [on(20, 800)], { perDay: 200 }, { perDay: 200, until: '2026-11-23', expiring: 0 }],
  ['what no day takes before it expires', [on(20, 3_000)], { perDay: 200 }, { perDay: 200, until: '2026-11-23', expiring: 2_200 }],
  ['those of later days behind them', [on(20, 600), on(21, 300)], { perDay: 200 }, { perDay: 200, until: '2026-11-24', expiring: 0 }],
  ['none of a day that is free again', [on(20, 300), on(25, 200)], { perDay: 200 }, { perDay: 200, until: '2026-11-25', expiring: 0 }],
  ['a limit a minute over its day', [on(20, 2_000)], { perMinute: 1 }, { perDay: 1_440, until: '2026-11-21', expiring: 0 }],
  ['the smaller of two limits', [on(20, 20)], { perMinute: 1, perDay: 10 }, { perDay: 10, until: '2026-11-21', expiring: 0 }],
  ['not those that go beyond what a table tells', [{ day: 'later', messages: 9_000 }, on(20, 5)], { perDay: 10 }, undefined],
];

describe('what the limits of a campaign hold back', () => {
  for (const [title, due, limits, answer] of cases) it(`is ${title}`, () => assert.deepEqual(heldBack(due, { limits }, 3), answer));

  it('is what comes of it day by day', () => {
    const days = fc.uniqueArray(fc.record({ day: fc.integer({ min: 1, max: 28 }), messages: fc.integer({ min: 0, max: 60 }) }), {
      selector: ({ day }) => day,
    });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 20 }), (due, perDay) => {
        let [expired, late] = [0, false];
        const queue: number[] = [];
        for (let day = 1; day < 60; day += 1) {
          for (const one of due) if (one.day === day) queue.push(...Array.from({ length: one.messages }, () => day));
          const before = queue.length;
          while (queue[0] !== undefined && queue[0] + 3 < day) queue.shift();
          expired += before - queue.length;
          const gone = queue.splice(0, perDay);
          late ||= gone.some((meant) => meant < day);
        }
        const told = heldBack(
          due.map(({ day, messages }) => on(day, messages)),
          { limits: { perDay } },
          3,
        );
        assert.deepEqual([told?.expiring ?? 0, told !== undefined], [expired, late || expired > 0]);
      }),
    );
  });
});
