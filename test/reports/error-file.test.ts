import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { errorFileHeader, errorFileRows } from '#reports/error-file.ts';

const parsed = (text: string): string[][] => parse(text, { bom: true, relaxColumnCount: true });
const fileOf = (header: readonly string[], rows: Parameters<typeof errorFileRows>[1]): string =>
  errorFileHeader(header) + errorFileRows(header, rows);

describe('a file of rejected rows', () => {
  it("is the sender's own with an Error column before it", () =>
    assert.deepEqual(parsed(fileOf(['id', 'phone', 'note'], [{ cells: ['7', '12', 'a, "b"'], errors: ['phone: Bad.', 'No date.'] }])), [
      ['Error', 'id', 'phone', 'note'],
      ['phone: Bad. No date.', '7', '12', 'a, "b"'],
    ]));

  it('keeps phones and long numbers texts, and runs nothing', () =>
    assert.deepEqual(
      parsed(fileOf(['p'], [{ cells: ['+12085550104', '2085550104', '007', '=1+1', '@x', '-1', '\tx', '12', '1.5'], errors: ['e'] }]))[1],
      ['e', "'+12085550104", "'2085550104", "'007", "'=1+1", "'@x", "'-1", "'\tx", '12', '1.5'],
    ));

  it('that comes in once more gets a new Error column instead of another one', () =>
    assert.deepEqual(parsed(fileOf(['Error', 'id'], [{ cells: ['old', '7'], errors: ['new'] }])), [
      ['Error', 'id'],
      ['new', '7'],
    ]));

  it('holds no cell that a spreadsheet runs, whatever stood in the file', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (cells) => {
        const [, row] = parsed(
          fileOf(
            cells.map((_, n) => `c${n}`),
            [{ cells, errors: ['e'] }],
          ),
        );
        for (const [n, cell] of row!.slice(1).entries()) {
          assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
          assert.ok(cell === cells[n] || cell === `'${cells[n]}`);
        }
      }),
    ));
});
