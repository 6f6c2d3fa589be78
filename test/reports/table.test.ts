import assert from 'node:assert/strict';
import { toJson } from '#reports/json.ts';
import { toTable } from '#reports/table.ts';

const report = {
  columns: ['campaign', 'rows', 'cost'],
  rows: [
    { campaign: 'Zoë', rows: 12, cost: '0.0079 USD' },
    { campaign: 'Reminder\n\u001b[2J', rows: 3000, cost: null },
  ],
};

describe('a report as a table', () => {
  it('is aligned, numbers to the right, and moves no cursor', () =>
    assert.equal(
      toTable(report),
      ['campaign      rows  cost', '------------  ----  ----------', 'Zoë             12  0.0079 USD', 'Reminder [2J  3000', ''].join('\n'),
    ));
  it('says so when there is nothing', () => assert.equal(toTable({ columns: ['a'], rows: [] }), 'nothing to report\n'));
});

describe('a report as JSON', () => {
  it('is a list of objects in the order of the columns', () => {
    assert.deepEqual(JSON.parse(toJson(report)), report.rows);
    assert.match(toJson({ columns: ['b', 'a'], rows: [{ a: 1, b: 2 }] }), /\{"b":2,"a":1\}/);
    assert.deepEqual(JSON.parse(toJson({ columns: ['a'], rows: [] })), []);
  });
});
