import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import * as fc from 'fast-check';
import { FileUnreadable } from '#ports/row-reader.ts';
import { readingLimits } from '#domain/packet/reading-limits.ts';
import { rowReaders } from '#wiring/row-readers.ts';
import { rowsOf, sourceOf } from '../support/csv-rows.ts';
import { odsOf, xlsxOf } from '../support/sheets.ts';
import { zipOf } from '../support/zip-of.ts';

/** What is left after a collection, in bytes. */
const memoryInUse = (): number => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const codeOf = async (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error: { code?: string }) => error.code,
  );

describe('what a file is', () => {
  it('is found out by its content, whatever its name says', async () => {
    const cell = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row></sheetData>';
    const files = [
      ['people.csv', xlsxOf({ sheet: cell }), 'xlsx'],
      ['people.xlsx', Buffer.from('id;name\n1;Ana'), 'delimited'],
      ['people.txt', Buffer.from('[{"id":1}]'), 'json'],
      ['people.json', Buffer.from('id,name\n1,Ana'), 'delimited'],
      ['people.csv', gzipSync('{"id":1}\n{"id":2}'), 'json_lines'],
    ] as const;
    for (const [name, content, format] of files) assert.equal((await rowsOf(content, { name }))[0]?.understood?.format, format, name);
  });
  it('is found out by its name where its content leaves it open', async () => {
    assert.equal((await rowsOf('id\n1', { name: 'a.tsv' }))[0]?.understood?.delimiter, 'tab');
    assert.equal((await rowsOf('id\n1', { name: 'a.txt' }))[0]?.understood?.delimiter, 'comma');
  });
  it('may be said by its first line, which no spreadsheet shows', async () => {
    const rows = await rowsOf('sep=;\r\nid;a,b\r\n1;x,y\r\n');
    assert.deepEqual([rows.length, rows[0]?.cells, rows[0]?.row ?? 1], [2, ['id', 'a,b'], 1]);
    assert.deepEqual(await rowsOf('sep=;\r\nid;a,b\r\n1;x,y\r\n', { start: rows[0]!.end }), rows.slice(1));
  });
  it('has typographic letters in Windows-1252, also far behind plain ones', async () => {
    const far = `id,name\n${'1,Ana\n'.repeat(20_000)}`;
    const rows = await rowsOf(Buffer.concat([Buffer.from(far), Buffer.from([0x32, 0x2c, 0x4f, 0x92, 0x42, 0x80, 0xe9, 0x0a])]));
    assert.deepEqual(rows.at(-1)?.cells, ['2', 'O’B€é']);
    assert.equal(rows[0]?.understood?.encoding, 'utf-8');
    const near = await rowsOf(Buffer.from('id;name\n1;Jos\xe9 \x93M\xfcller\x94\n', 'latin1'));
    assert.deepEqual([near[1]?.cells, near[0]?.understood?.encoding], [['1', 'José “Müller”'], 'windows-1252']);
  });
});

describe('any damage to a file', () => {
  const sheet =
    '<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>';
  const books = (['xlsx', 'biff8', 'xlsb', 'ods'] as const).map((bookType) => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['id', 'name'],
        [1, 'Ana'],
      ]),
      'People',
    );
    return write(book, { bookType, type: 'buffer' }) as Buffer;
  });
  const files = [
    ...books,
    xlsxOf({ sheet, shared: '<si><t>id</t></si>' }),
    odsOf('<table:table><table:table-row><table:table-cell><text:p>id</text:p></table:table-cell></table:table-row></table:table>'),
    gzipSync('id,name\n1,Ana\n'),
    zipOf({ 'a.csv': 'id,name\n1,Ana\n' }),
    Buffer.from('{"people":[{"id":1,"name":{"first":"Ana"}},{"id":2}]}'),
    Buffer.from('{"id":1}\n{"id":2}\n'),
    Buffer.from('\uFEFFid\tname\n1\tAna\n', 'utf16le'),
  ];
  const damaged = fc
    .tuple(fc.constantFrom(...files), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }), fc.option(fc.nat(), { freq: 3 }))
    .map(([file, changes, cut]) => {
      const bytes = Buffer.from(file);
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      return cut === null ? bytes : bytes.subarray(0, cut % bytes.length);
    });

  it('gives rows, or words about the file, and nothing else', async function () {
    // each workbook of the old kind takes a thread of its own
    this.timeout(180_000);
    const property = fc.asyncProperty(damaged, async (content) => {
      const error: unknown = await rowsOf(content, { name: 'a' }).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      assert.ok(error === undefined || error instanceof FileUnreadable, String(error));
    });
    await fc.assert(property, { numRuns: 400 });
  });
});

describe('a damaged workbook that is read as a whole', () => {
  it('is read, or refused, at once: its library is given a Buffer, which has an end', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['id', 'name'],
        [1, 'Ana'],
      ]),
      'People',
    );
    const bytes = write(book, { bookType: 'xlsb', type: 'buffer', compression: false }) as Buffer;
    // found by the property above: a text that goes on behind the end of the file took four gigabytes
    for (const [at, byte] of [
      [10_149, 202],
      [5_720, 10],
      [3_049, 171],
      [9_654, 114],
      [8_638, 59],
    ] as const)
      bytes[at] = byte;
    const before = memoryInUse();
    // the time of writing stands in it, so it is damaged a little differently each time
    const refused: unknown = await rowsOf(bytes, { name: 'a' }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(refused === undefined || refused instanceof FileUnreadable, String(refused));
    assert.ok(memoryInUse() - before < 200_000_000);
  }).timeout(60_000);
});

describe('the limits of reading', () => {
  it('refuse a sheet that could not be read again within the time of a handler', async () => {
    const content = xlsxOf({ sheet: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' });
    const entry = content.lastIndexOf('xl/worksheets/sheet0.xml') - 46;
    content.writeUInt32LE(10_000_000, entry + 20);
    content.writeUInt32LE(readingLimits.sheetBytes + 1, entry + 24);
    assert.equal(await codeOf(rowsOf(content, { name: 'a.xlsx' })), 'file_unpacks_too_large');
  });

  it('refuse what is too large, too long or too wide, with words', async () => {
    const huge = { ...sourceOf('a,b', 'a.csv'), bytes: readingLimits.fileBytes + 1 };
    assert.equal(await codeOf(Array.fromAsync(rowReaders().read(huge, 0))), 'file_too_large');
    const long = sourceOf('a,b\n1,2\n3,4\n', 'a.csv');
    assert.equal((await Array.fromAsync(rowReaders(3).read(long, 0))).length, 3);
    assert.equal(await codeOf(Array.fromAsync(rowReaders(2).read(long, 0))), 'file_too_long');
    assert.equal(await codeOf(rowsOf(Array.from({ length: 2_001 }, (_, n) => `c${n}`).join(','))), 'file_too_wide');
    const [million] = await rowsOf(`${'c,'.repeat(1_000_000)}\n1,2`);
    assert.equal(million?.fault, 'row_too_large');
  });

  it('hold while hundreds of megabytes of quotes pass', async () => {
    const quotes = Buffer.alloc(1_000_000, '"');
    const before = memoryInUse();
    let most = 0;
    async function* blocks(): AsyncGenerator<Buffer> {
      yield Buffer.from('id,name\n');
      for (let n = 0; n < 300; n += 1) {
        if (n % 100 === 50) most = Math.max(most, memoryInUse() - before);
        yield quotes;
      }
      yield Buffer.from('\n2,Bo\n');
    }
    const open = async (start: number) => Readable.from(start === 0 ? blocks() : [], { objectMode: false });
    const rows = await Array.fromAsync(rowReaders().read({ open, name: 'a.csv' }, 0));
    assert.deepEqual([rows.length, rows[1]?.fault, rows.at(-1)?.cells], [3, 'row_too_large', ['2', 'Bo']]);
    assert.ok(most < 60_000_000, `${Math.round(most / 1e6)} MB`);
  });

  const count = 120_000;
  const numbers = Array.from({ length: count }, (_, n) => n);
  const text = (): string => numbers.map((n) => `${n},Ana ${n},(208) 555-0100,2026-12-08\n`).join('');
  const object = (n: number): string => `{"id":${n},"name":"Ana ${n}","phone":"(208) 555-0100","at":{"day":"2026-12-08"}}`;
  const cells = (n: number): string =>
    `<row r="${n + 1}"><c r="A${n + 1}"><v>${n}</v></c><c r="B${n + 1}" t="s"><v>${n}</v></c><c r="C${n + 1}" t="inlineStr"><is><t>(208) 555-0100</t></is></c></row>`;
  const line = (n: number): string =>
    `<table:table-row><table:table-cell office:value-type="float" office:value="${n}"/><table:table-cell><text:p>Ana ${n}</text:p></table:table-cell></table:table-row>`;
  const large: Readonly<Record<string, () => Buffer>> = {
    'a.csv.gz': () => gzipSync(text()),
    'a.zip': () => zipOf({ 'a.csv': text() }),
    'utf-16.csv': () => Buffer.from(`\uFEFF${text()}`, 'utf16le'),
    'a.json': () => Buffer.from(`[${numbers.map(object).join(',')}]`),
    'a.jsonl': () => Buffer.from(numbers.map(object).join('\n')),
    'a.xlsx': () =>
      xlsxOf({
        sheet: `<sheetData>${numbers.map(cells).join('')}</sheetData>`,
        shared: numbers.map((n) => `<si><t>Ana ${n}</t></si>`).join(''),
      }),
    'a.ods': () => odsOf(`<table:table table:name="People">${numbers.map(line).join('')}</table:table>`),
  };
  for (const [name, content] of Object.entries(large)) {
    it(`leave memory flat while a large file is read: ${name}`, async () => {
      const source = sourceOf(content(), name);
      const before = memoryInUse();
      let most = 0;
      let rows = 0;
      for await (const { fault } of rowReaders().read(source, 0)) {
        if (fault === undefined) rows += 1;
        if (rows % 30_000 === 0) most = Math.max(most, memoryInUse() - before);
      }
      assert.ok(rows >= count, `${rows} rows`);
      assert.ok(most < 25_000_000, `${Math.round(most / 1e6)} MB`);
    });
  }
});
