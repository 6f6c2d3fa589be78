import assert from 'node:assert/strict';
import { read, utils, write, type WorkBook } from '@e965/xlsx';
import type { ReadRow } from '#ports/row-reader.ts';
import { rowsOf } from '../support/csv-rows.ts';
import { odsOf, xlsxOf } from '../support/sheets.ts';

const outline = (rows: readonly ReadRow[]): readonly string[] =>
  rows.map(({ row, cells, fault, notes = [] }) => [`${row}`, fault ?? cells.join('|'), ...notes].join(' '));
const codeOf = (content: Buffer): Promise<string> =>
  rowsOf(content).then(
    () => 'read',
    (error: { code?: string }) => error.code ?? 'another error',
  );

const text = (reference: string, value: string): string => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (reference: string, value: string, style = 0): string => `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
const row = (n: number, cells: string, attributes = ''): string => `<row r="${n}" ${attributes}>${cells}</row>`;
const data = (...rows: readonly string[]): string => `<sheetData>${rows.join('')}</sheetData>`;

/** Styles 0 to 8. */
const formats = ['m/d/yyyy', 'h:mm AM/PM', 'yyyy\\-mm\\-dd\\ hh:mm', '00000', '#,##0.00', '[Red]0.00" USD"', 'mmm', '0%'];
const styles = `<numFmts>${formats.map((code, n) => `<numFmt numFmtId="${164 + n}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, n) => `<xf numFmtId="${164 + n}"/>`).join('')}</cellXfs>`;
const cellsOf = async (cells: string, workbook = ''): Promise<readonly string[]> => {
  const header = Array.from({ length: 9 }, (_, n) => text(`${String.fromCharCode(65 + n)}1`, `h${n}`)).join('');
  return (await rowsOf(xlsxOf({ sheet: data(row(1, header), row(2, cells)), styles, workbook })))[1]?.cells ?? [];
};

describe('a sheet of an .xlsx', () => {
  it('has the rows that people see, under their own numbers', async () => {
    const sheet = `<cols><col min="2" max="2" hidden="1"/></cols>${data(
      row(2, text('A2', 'id') + text('B2', 'secret') + text('C2', 'name') + text('D2', 'doctor')),
      row(3, text('A3', '1') + text('B3', 'x') + text('C3', 'Ana') + text('D3', 'Dr. Kim')),
      row(4, text('A4', '2') + text('C4', 'hidden'), 'hidden="1"'),
      row(7, text('A7', '3') + text('C7', 'Cy') + text('E7', 'beyond')),
    )}`;
    const rows = await rowsOf(
      xlsxOf({
        sheet,
        sheets: [
          ['Old', 'hidden'],
          ['Secret', 'veryHidden'],
          ['People', 'visible'],
          ['Later', 'visible'],
        ],
      }),
    );
    assert.deepEqual(outline(rows), ['2 id|name|doctor', '3 1|Ana|Dr. Kim', '4  hidden_row', '7 3|Cy||beyond']);
    assert.deepEqual([rows[0]?.understood, rows[0]?.sheet], [{ format: 'xlsx', columns: 3, hiddenColumns: 1, otherSheets: 3 }, 'People']);
  });
  it('has dates and times in ISO, and numbers as people see them where that is sure', async () => {
    const cells =
      number('A2', '46000', 1) + number('B2', '0.604166666666', 2) + number('C2', '46000.6041666667', 3) + number('D2', '831', 4);
    const more =
      number('E2', '1234567.5', 5) +
      number('F2', '12', 6) +
      number('G2', '46000', 7) +
      number('H2', '0.125', 8) +
      number('I2', '7.7123456789E+10');
    assert.deepEqual(await cellsOf(cells + more), [
      '2025-12-09',
      '14:30',
      '2025-12-09T14:30',
      '00831',
      '1,234,567.50',
      '12.00',
      '2025-12-09',
      '13%',
      '77123456789',
    ]);
    assert.deepEqual(await cellsOf(number('A2', '0.30000000000000004') + number('B2', '-5') + number('C2', '1E-7')), ['0.3', '-5', '1e-7']);
  });
  it('counts its days from 1904 where the workbook says so, and knows of the day that never was', async () => {
    assert.deepEqual(await cellsOf(number('A2', '44538', 1), '<workbookPr date1904="1"/>'), ['2025-12-09']);
    assert.deepEqual(await cellsOf(number('A2', '1', 1) + number('B2', '59', 1) + number('C2', '61', 1)), [
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
    ]);
  });
  it('has what formulas gave, also nothing but an error', async () => {
    const cells = '<c r="A2" t="str"><f>A1&amp;B1</f><v>both</v></c><c r="B2" t="b"><v>1</v></c>';
    assert.deepEqual(await cellsOf(cells), ['both', 'TRUE']);
    const rows = await rowsOf(xlsxOf({ sheet: data(row(1, text('A1', 'a')), row(2, '<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>')) }));
    assert.deepEqual([rows[1]?.fault, rows[1]?.cells], ['value_error', []]);
  });
  it('shares texts, with parts and escapes, without their pronunciation', async () => {
    const shared =
      '<si><t>id</t></si><si><r><t>An</t></r><r><rPr/><t xml:space="preserve">a </t></r><rPh><t>ana</t></rPh></si><si><t>a_x000D_&lt;b&gt;</t></si>';
    const cells = '<c r="A2" t="s"><v>1</v></c><c t="s"><v>2</v></c>';
    const rows = await rowsOf(xlsxOf({ shared, sheet: data(row(1, '<c r="A1" t="s"><v>0</v></c>'), row(2, cells)) }));
    assert.deepEqual(rows[1]?.cells, ['Ana ', 'a\r<b>']);
  });
  it('gives merged cells the value of the first one', async () => {
    const sheet = `${data(row(1, text('A1', 'id') + text('B1', 'doctor')), row(2, text('A2', '1') + text('B2', 'Dr. Kim')), row(3, text('A3', '2')), row(4, text('A4', '3')))}<mergeCells count="1"><mergeCell ref="B2:D3"/></mergeCells>`;
    assert.deepEqual(outline(await rowsOf(xlsxOf({ sheet }))), ['1 id|doctor', '2 1|Dr. Kim', '3 2|Dr. Kim merged_cells', '4 3']);
  });
  it('goes on behind any row', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => row(n * 2 + 1, text(`A${n * 2 + 1}`, `a${n}`) + text(`B${n * 2 + 1}`, `b${n}`)));
    const file = xlsxOf({ sheet: `${data(...rows)}<mergeCells><mergeCell ref="C5:C9"/></mergeCells>` });
    const all = await rowsOf(file, { blockBytes: 100 });
    assert.equal(all.length, 30);
    for (const [n, { end: start }] of all.entries()) assert.deepEqual(await rowsOf(file, { start }), all.slice(n + 1));
  });
  it('is refused with words where it is damaged, without a sheet, or made to harm', async () => {
    const good = xlsxOf({ sheet: data(row(1, text('A1', 'a'))) });
    const deep = `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`;
    const bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const cases: readonly (readonly [string, Buffer])[] = [
      ['file_damaged', good.subarray(0, good.length - 30)],
      ['file_damaged', Buffer.concat([good.subarray(0, 60), Buffer.alloc(40), good.subarray(100)])],
      ['sheet_missing', xlsxOf({ sheet: data(), sheets: [['Secret', 'hidden']] })],
      ['file_damaged', xlsxOf({ sheet: deep })],
      ['file_damaged', xlsxOf({ sheet: '<sheetData><row r="1"></sheetData>' })],
      ['file_damaged', xlsxOf({ sheet: '', workbook: bomb })],
      ['file_damaged', xlsxOf({ sheet: data(row(1, text('A1', '&nosuch;'))) })],
      ['file_damaged', xlsxOf({ sheet: data(row(5, text('A5', 'a')), row(2, text('A2', 'b'))) })],
      ['file_damaged', xlsxOf({ sheet: data(row(1, text('ZZZZZ1', 'a'))) })],
      ['sheet_too_large', xlsxOf({ sheet: data(row(1, text('A1', 'x'.repeat(300_000)))) })],
      [
        'sheet_too_large',
        xlsxOf({ sheet: `${data(row(1, text('A1', 'a')))}<mergeCells>${'<mergeCell ref="A2:B2"/>'.repeat(50_001)}</mergeCells>` }),
      ],
    ];
    for (const [n, [code, content]] of cases.entries()) assert.equal(await codeOf(content), code, `case ${n}`);
  });
});

describe('a sheet of an .ods', () => {
  const cell = (value: string, attributes = 'office:value-type="string"'): string =>
    `<table:table-cell ${attributes}><text:p>${value}</text:p></table:table-cell>`;
  const line = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
  const table = (rows: string, attributes = 'table:name="People"'): string => `<table:table ${attributes}>${rows}</table:table>`;

  it('has the rows that people see, under their own numbers', async () => {
    const hidden = '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const columns =
      '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="2"/>';
    const rows = [
      line(cell('id') + cell('secret') + cell('name') + cell('when')),
      line('<table:table-cell/>', 'table:number-rows-repeated="3"'),
      line(
        cell('1') +
          cell('x') +
          cell('A<text:s text:c="2"/>na</text:p><text:p>B') +
          cell('12/9/25', 'office:value-type="date" office:date-value="2025-12-09T14:30:00"'),
      ),
      line(cell('2') + cell('x'), 'table:visibility="filter"'),
      line(
        cell('3') +
          cell('x', 'office:value-type="float" office:value="7" table:number-columns-repeated="2"') +
          cell('2:30 PM', 'office:value-type="time" office:time-value="PT14H30M00S"'),
        'table:number-rows-repeated="2"',
      ),
      line('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048568"'),
    ].join('');
    const found = await rowsOf(odsOf(table('', 'table:name="Old" table:style-name="ta2"') + table(columns + rows), hidden));
    assert.deepEqual(outline(found), ['1 id|name|when', '5 1|A  na\nB|2025-12-09T14:30', '6  hidden_row', '7 3|7|14:30', '8 3|7|14:30']);
    assert.deepEqual([found[0]?.understood, found[0]?.sheet], [{ format: 'ods', columns: 3, hiddenColumns: 1, otherSheets: 1 }, 'People']);
  });
  it('gives merged cells the value of the first one, and numbers as they are shown where that has a meaning', async () => {
    const rows =
      line(cell('zip') + cell('doctor')) +
      line(
        cell('00831', 'office:value-type="float" office:value="831"') +
          cell('Dr. Kim', 'office:value-type="string" table:number-rows-spanned="2"'),
      ) +
      line(cell('12,5', 'office:value-type="float" office:value="12.5"') + '<table:covered-table-cell/>') +
      line(cell('#N/A', 'office:value-type="string" calcext:value-type="error"') + '<table:table-cell/>');
    assert.deepEqual(outline(await rowsOf(odsOf(table(rows)))), [
      '1 zip|doctor',
      '2 00831|Dr. Kim',
      '3 12.5|Dr. Kim merged_cells',
      '4 value_error',
    ]);
  });
  it('is refused with words where its repetitions or its XML are made to harm', async () => {
    assert.equal(await codeOf(odsOf(table(line(cell('a'), 'table:number-rows-repeated="2000000"')))), 'sheet_too_large');
    assert.equal(await codeOf(odsOf(table(line(cell('a'), 'table:number-rows-repeated="-1"')))), 'file_damaged');
    assert.equal(await codeOf(odsOf('<table:table><a>')), 'file_damaged');
    assert.equal((await rowsOf(odsOf(table(line(cell('a', 'table:number-columns-repeated="2000"'))))))[0]?.cells.length, 2000);
    assert.equal(await codeOf(odsOf(table(line(cell('a', 'table:number-columns-repeated="1000000000"'))))), 'file_too_wide');
  });
});

describe('a workbook of the old kind, or a binary one', () => {
  const book = (): WorkBook => {
    const sheet = utils.aoa_to_sheet([
      ['id', 'hidden', 'when', 'doctor'],
      [1, 'x', { t: 'n', v: 46_000.5, z: 'm/d/yyyy h:mm' }, 'Dr. Kim'],
      [2, 'x', { t: 'e', v: 42 }],
    ]);
    sheet['!cols'] = [{}, { hidden: true }];
    sheet['!merges'] = [{ s: { r: 1, c: 3 }, e: { r: 2, c: 3 } }];
    const made = utils.book_new();
    utils.book_append_sheet(made, utils.aoa_to_sheet([['old']]), 'Old');
    utils.book_append_sheet(made, sheet, 'People');
    made.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] };
    return made;
  };
  for (const bookType of ['biff8', 'xlsb', 'xlsx'] as const) {
    it(`is read as ${bookType}, from any row on`, async () => {
      const content = write(book(), { bookType, type: 'buffer', cellStyles: true }) as Buffer;
      assert.ok(read(content));
      const rows = await rowsOf(content);
      assert.deepEqual(outline(rows), ['1 id|when|doctor', '2 1|2025-12-09T12:00|Dr. Kim', '3 value_error merged_cells']);
      assert.deepEqual([rows[0]?.sheet, rows[0]?.understood?.hiddenColumns, rows[0]?.understood?.otherSheets], ['People', 1, 1]);
      assert.deepEqual(await rowsOf(content, { start: 2 }), rows.slice(2));
    });
  }
  it('is refused with words where it is damaged', async () => {
    const content = write(book(), { bookType: 'biff8', type: 'buffer' }) as Buffer;
    assert.equal(await codeOf(content.subarray(0, 600)), 'file_damaged');
  });
});
