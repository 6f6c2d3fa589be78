import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { csvCell, toCsv } from '#reports/csv.ts';

const parsed = (text: string): string[][] => parse(text, { recordDelimiter: '\r\n' });

describe('a report as CSV', () => {
  it('has a header, CRLF, and quotes where they are needed', () =>
    assert.equal(
      toCsv({
        columns: ['file', 'rows'],
        rows: [
          { file: 'a, "b"\nc', rows: 3 },
          { file: null, rows: -2 },
        ],
      }),
      'file,rows\r\n"a, ""b""\nc",3\r\n,-2\r\n',
    ));

  it('lets no cell run as a formula, and keeps phone numbers texts', () => {
    for (const [cell, text] of [
      ['=1+1', "'=1+1"],
      ['+12085550123', "'+12085550123"],
      ['-5 days', "'-5 days"],
      ['@SUM(A1)', "'@SUM(A1)"],
      ['\t=1', "'\t=1"],
      ['\r=1', '"\'\r=1"'],
      ['a=1', 'a=1'],
      [-5, '-5'],
      [0.5, '0.5'],
    ] as const)
      assert.equal(csvCell(cell), text);
  });

  it('is read back by a CSV reader as it was, but for the apostrophes', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.oneof(fc.integer(), fc.constant(null))), { minLength: 1 }),
        fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '"', ',', '\r\n'),
        (rows, before) => {
          const text = toCsv({ columns: ['words', 'number'], rows: rows.map(([words, number]) => ({ words: before + words, number })) });
          const [header, ...lines] = parsed(text);
          assert.deepEqual(header, ['words', 'number']);
          const plain = ([words = '', number = '']: readonly string[]) => [/^'[=+\-@\t\r]/.test(words) ? words.slice(1) : words, number];
          const apostrophes = rows.map(([words]) => /^'[=+\-@\t\r]/.test(before + words));
          assert.deepEqual(
            lines.map((line, n) => (apostrophes[n] === true ? line : plain(line))),
            rows.map(([words, number]) => [before + words, number === null ? '' : String(number)]),
          );
          for (const [words] of lines) assert.doesNotMatch(words ?? '', /^[=+\-@\t\r]/);
        },
      ),
    ));

  it('of a single empty cell is still a line', () =>
    assert.deepEqual(parsed(toCsv({ columns: ['a'], rows: [{ a: null }] })), [['a'], ['']]));
});
