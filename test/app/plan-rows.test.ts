import assert from 'node:assert/strict';
import { planRows } from '#app/plan-rows.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { bindColumns } from '#domain/message/columns.ts';
import { compileDefinition } from '#domain/message/compile-definition.ts';
import { dueTouches, type RowChunk } from '#domain/message/row-chunk.ts';
import { header, reminder } from '../support/campaigns.ts';

const now = '2026-12-01T18:00:00.000Z';
const twice: Definition = { ...reminder, schedule: { offsetDays: [7, 2] } };

const row = (number: number, change: Readonly<Record<string, string>> = {}, fault?: string) => {
  const cells: Readonly<Record<string, string>> = {
    first_name: 'Sandra',
    phone: '(208) 555-0100',
    doctor: 'Dr. Prado',
    appointment_date: '2026-12-10',
    appointment_time: '12:45',
    ...change,
  };
  return { row: number, cells: header.map((name) => cells[name] ?? ''), ...(fault === undefined ? {} : { fault }) };
};

const plan = (rows: Parameters<typeof planRows>[0]['rows'], definition = twice, at = now) => {
  const bound = bindColumns(definition, header);
  assert.ok(bound.kind === 'bound');
  return planRows({ compiled: compileDefinition(definition), version: 3, binding: bound.binding, rows, now: at });
};

/** Places of a plan's touches by day, as the chunk reads them. */
const placesOf = (rows: Parameters<typeof planRows>[0]['rows'], definition = twice, at = now) => {
  const planned = plan(rows, definition, at);
  const base = { companyId: 'co_a', campaignId: 'cmp_a', packetId: 'pkt_a', chunk: 0, at: { partition: 'bulk-0', position: 1 } };
  const chunk: RowChunk = { ...base, rows: rows.length, firstRow: rows[0]?.row ?? 0, ...planned };
  const days = Object.keys(planned.due).toSorted();
  return days.map((day) => [
    day,
    dueTouches({ ...chunk, due: { [day]: planned.due[day]! } }, day, 1000).map(({ place }) => `${place.row}.${place.offset}`),
  ]);
};

describe('the plan of rows', () => {
  it('says from which local midnight on each touch may be queued', () =>
    assert.deepEqual(placesOf([row(4), row(5, { appointment_date: '2026-12-11' })]), [
      ['2026-12-03T07:00:00.000Z', ['4.0']],
      ['2026-12-04T07:00:00.000Z', ['5.0']],
      ['2026-12-08T07:00:00.000Z', ['4.1']],
      ['2026-12-09T07:00:00.000Z', ['5.1']],
    ]));

  it('names version and touches', () => {
    const { version, touches } = plan([row(4)]);
    assert.deepEqual(
      { version, touches },
      {
        version: 3,
        touches: [
          ['sms', 0],
          ['sms', 1],
        ],
      },
    );
  });

  it('takes what is due or past at once', () =>
    assert.deepEqual(placesOf([row(4, { appointment_date: '2026-12-05' })]), [
      [now, ['4.0']],
      ['2026-12-03T07:00:00.000Z', ['4.1']],
    ]));

  it('takes what will be rejected at once, every touch of it', () =>
    assert.deepEqual(placesOf([row(2, { phone: '12' }), row(3, {}, 'row_too_wide'), row(4, { appointment_date: 'soon' }), row(5)]), [
      [now, ['2.0', '2.1', '3.0', '3.1', '4.0', '4.1']],
      ['2026-12-03T07:00:00.000Z', ['5.0']],
      ['2026-12-08T07:00:00.000Z', ['5.1']],
    ]));

  it('keeps the numbers of rows between which lines were empty', () =>
    assert.deepEqual(placesOf([row(4), row(9), row(500)], { ...reminder, schedule: 'now' }), [[now, ['4.0', '9.0', '500.0']]]));

  it('has nothing for no rows', () => assert.deepEqual(plan([]).due, {}));

  it('has every touch of every row once', () => {
    const rows = Array.from({ length: 300 }, (_, n) =>
      row(n * 2 + 7, { appointment_date: `2026-12-${String((n % 28) + 1).padStart(2, '0')}` }),
    );
    const numbers = Object.values(plan(rows).due).flat();
    assert.equal(numbers.length, 600);
    assert.deepEqual(
      numbers.toSorted((one, other) => one - other),
      rows.flatMap(({ row: number }) => [(number - 7) * 2, (number - 7) * 2 + 1]),
    );
  });
});
