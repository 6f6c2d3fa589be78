import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { delimitedFormat } from '#adapters/csv/row-reader.ts';
import type { OpenFile } from '#ports/row-reader.ts';
import * as fc from 'fast-check';
import { cellsOf, outline, rowsOf } from '../support/csv-rows.ts';

const read = (open: OpenFile, start: number) => delimitedFormat.read({ open, name: 'a.csv' }, start);

describe('csv-spectrum', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('csv-spectrum'));
  for (const file of readdirSync(join(folder, 'csvs'))) {
    const name = file.replace('.csv', '');
    // its CSV has "North America, Phoenix" where its JSON has another text: they disagree with each other
    if (name === 'location_coordinates') continue;
    it(name, async () => {
      const [header = [], ...rows] = await cellsOf(readFileSync(join(folder, 'csvs', file)));
      const objects = rows.map((cells) => Object.fromEntries(header.map((column, n) => [column, cells[n]])));
      assert.deepEqual(objects, JSON.parse(readFileSync(join(folder, 'json', `${name}.json`), 'utf8')));
    });
  }
});

describe('records', () => {
  const table = [
    ['name', 'phone'],
    ['Ana', '1'],
    ['Bo', '2'],
  ];
  const text = table.map((cells) => cells.join(','));

  for (const [name, end] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`end with ${name}, also the last one, or it does not`, async () => {
      assert.deepEqual(await cellsOf(text.join(end) + end), table);
      assert.deepEqual(await cellsOf(text.join(end)), table);
      assert.deepEqual(await cellsOf(text.join(end) + end, 1), table);
    });
  }
  it('may end differently in one file', async () => assert.deepEqual(await outline('a,b\r\nc,d\ne,f\rg,h'), ['a|b', 'c|d', 'e|f', 'g|h']));
  it('say where they end', async () =>
    assert.deepEqual(
      (await rowsOf('a,b\r\né,d\ne,f')).map(({ end }) => end),
      [5, 10, 13],
    ));
  it('begin behind a byte order mark', async () => {
    const rows = await rowsOf('\uFEFFname,phone\nAna,1\n');
    const [header, row] = rows;
    assert.deepEqual([header?.cells, header?.end, row?.cells, row?.end], [['name', 'phone'], 14, ['Ana', '1'], 20]);
  });
  it('count empty lines, and lines of commas', async () =>
    assert.deepEqual(await outline('a,b\n\n,\n\r\nc,d\n\n'), ['a|b', '', '|', '', 'c|d', '']));
  it('have as many cells as they have', async () => assert.deepEqual(await outline('a,b\nc\nd,e,f\n'), ['a|b', 'c', 'd|e|f']));
  it('keep spaces and quotes within cells', async () =>
    assert.deepEqual(await cellsOf('a, b ,c "d" e,5\'10",f"\n'), [['a', ' b ', 'c "d" e', '5\'10"', 'f"']]));
  it('of one line keep what stands behind a quoted text', async () =>
    assert.deepEqual(await outline('a,b\n"Al "Bo" Cy",1\nd,2\n'), ['a|b', '"Al "Bo" Cy"|1', 'd|2']));
  it('have cells of several lines', async () =>
    assert.deepEqual(await cellsOf('a,b\n"one, two\nthree, ""four""\n",2\nd,3'), [
      ['a', 'b'],
      ['one, two\nthree, "four"\n', '2'],
      ['d', '3'],
    ]));
  it('have cells of several lines that begin with a quote', async () =>
    assert.deepEqual(await cellsOf('"""a""\n""b""",1\nc,2'), [
      ['"a"\n"b"', '1'],
      ['c', '2'],
    ]));
  it('are a header alone', async () => assert.deepEqual(await outline('name,phone'), ['name|phone']));
  it('are none in a file of nothing but a mark', async () => assert.deepEqual(await outline('\uFEFF'), []));
});

describe('any table, written by the book', () => {
  /** RFC 4180 with any delimiter, and nothing else. */
  const written = (text: string, delimiter: string, quoted: boolean): string =>
    quoted || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  /** The one thing by which the reader goes against the book: lines that are alike are rows. */
  const looksLikeRows = (line: string, delimiter: string): boolean => {
    const counts = line.split(/\r\n|\n|\r/).map((part) => part.split(delimiter).length - 1);
    return counts.length > 1 && counts[0]! >= 3 && counts.slice(0, 8).every((count) => count === counts[0]);
  };
  const encodings: Readonly<
    Record<string, Readonly<{ encode: (text: string) => Buffer; letters: readonly string[]; marks: readonly string[] }>>
  > = {
    'utf-8': { encode: (text) => Buffer.from(text), letters: ['é', '😀', '日'], marks: ['', '\uFEFF'] },
    'utf-16le': { encode: (text) => Buffer.from(text, 'utf16le'), letters: ['é', '😀', '日'], marks: ['\uFEFF'] },
    'utf-16be': { encode: (text) => Buffer.from(text, 'utf16le').swap16(), letters: ['é', '😀', '日'], marks: ['\uFEFF'] },
    'windows-1252': { encode: (text) => Buffer.from(text, 'latin1'), letters: ['é', 'ñ', 'ß'], marks: [''] },
  };
  const tableOf = (letters: readonly string[], marks: readonly string[]) => {
    const cell = fc.array(fc.constantFrom('a', 'b', ...letters, ' ', ',', ';', '|', '"', '"', '\n', '\r\n', '\r', '\t'), { maxLength: 7 });
    const text = cell.map((parts) => parts.join(''));
    return fc.record({
      width: fc.integer({ min: 1, max: 5 }),
      records: fc.array(fc.array(fc.tuple(text, fc.boolean()), { minLength: 1, maxLength: 5 }), { maxLength: 12 }),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      isEnded: fc.boolean(),
      mark: fc.constantFrom(...marks),
      blockBytes: fc.constantFrom(1, 2, 3, 7, 64, 65_536),
    });
  };

  for (const [encoding, { encode, letters, marks }] of Object.entries(encodings)) {
    for (const [name, delimiter] of [
      ['comma', ','],
      ['semicolon', ';'],
      ['tab', '\t'],
      ['pipe', '|'],
    ] as const) {
      it(`is read as it was, in ${encoding} with ${name}, whatever blocks it comes in, and again from the end of any record`, async () => {
        const property = fc.asyncProperty(tableOf(letters, marks), async ({ width, records, end, isEnded, mark, blockBytes }) => {
          // without a second column nothing tells which delimiter it would be
          const header = Array.from(
            { length: delimiter === ',' ? width : width + 1 },
            (_, n) => [`column ${n}`, false] as [string, boolean],
          );
          const table = [header, ...records];
          const lines = table.map((cells) => cells.map(([text, quoted]) => written(text, delimiter, quoted)).join(delimiter));
          // an empty last line without a line break is no record
          fc.pre(!lines.some((line) => looksLikeRows(line, delimiter)) && (isEnded || lines.at(-1) !== ''));
          const content = encode(mark + lines.join(end) + (isEnded ? end : ''));
          const all = await rowsOf(content, { blockBytes });
          assert.deepEqual(
            all.map(({ cells, fault }) => fault ?? cells),
            table.map((cells) => cells.map(([text]) => text)),
          );
          assert.equal(all.at(-1)?.end, content.length);
          assert.equal(all[0]?.understood?.delimiter, name);
          for (const [n, { end: start }] of all.entries()) assert.deepEqual(await rowsOf(content, { start, blockBytes }), all.slice(n + 1));
        });
        await fc.assert(property, { numRuns: 40 });
      });
    }
  }

  it('is read the same in any blocks, and from the end of any record, where it is not by the book at all', async () => {
    const piece = fc.constantFrom('a', 'b,', ',', '"', '""', '\n', '\r', '\r\n', 'é', 'x'.repeat(50), '1,2,3,4', '\n1,",3,4\n');
    const property = fc.asyncProperty(
      fc.array(piece, { minLength: 4, maxLength: 60 }),
      fc.constantFrom(1, 2, 5, 33),
      async (pieces, blockBytes) => {
        const content = Buffer.from(`head${pieces.join('')}`);
        const all = await rowsOf(content);
        assert.deepEqual(await rowsOf(content, { blockBytes }), all);
        assert.equal(all.at(-1)?.end, content.length);
        for (const [n, { end: start }] of all.entries()) assert.deepEqual(await rowsOf(content, { start, blockBytes }), all.slice(n + 1));
      },
    );
    await fc.assert(property, { numRuns: 300 });
  });
});

/** What is left after a collection, in bytes. */
const memoryInUse = (): number => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

describe('the stream of a file', () => {
  const line = 'Ana,(208) 555-0100,2026-12-08\n';
  const lineBytes = Buffer.from(line);

  /** Blocks without end, or as many, and then an error or a silent cut. */
  const endless = (blocks = Infinity, error?: Error): Readable => {
    let left = blocks;
    return new Readable({
      read() {
        if (left-- > 0) this.push(Buffer.from(line.repeat(1_000)));
        else this.destroy(error);
      },
    });
  };

  it('tells the reader of an error in the middle, after the rows before it', async () => {
    const source = endless(3, new Error('the disk is gone'));
    let rows = 0;
    await assert.rejects(async () => {
      for await (const row of read(() => Promise.resolve(source), 0)) rows += row.fault === undefined ? 1 : 0;
    }, /the disk is gone/);
    assert.ok(rows <= 3_000);
    assert.ok(source.destroyed);
  });
  it('tells the reader when it was cut off', () =>
    assert.rejects(Array.fromAsync(read(() => Promise.resolve(endless(3)), 0)), { code: 'ERR_STREAM_PREMATURE_CLOSE' }));
  it('tells the reader that it can not be opened', () =>
    assert.rejects(Array.fromAsync(read(() => Promise.reject(new Error('no such file')), 0)), /no such file/));
  it('is closed when the reader has enough', async () => {
    for (const enough of [1, 1_500]) {
      const source = endless();
      let rows = 0;
      for await (const _ of read(() => Promise.resolve(source), 0)) if (++rows === enough) break;
      assert.equal(rows, enough);
      assert.ok(source.destroyed);
    }
  });
  it('is closed when the file is no text', async () => {
    const source = Readable.from([Buffer.alloc(10)], { objectMode: false });
    await assert.rejects(Array.fromAsync(read(() => Promise.resolve(source), 0)), { code: 'file_binary' });
    assert.ok(source.destroyed);
  });
  it('is closed at its end', async () => {
    const source = Readable.from([lineBytes], { objectMode: false });
    await Array.fromAsync(read(() => Promise.resolve(source), 0));
    assert.ok(source.destroyed);
  });

  it('may be a line of nothing but commas', async () => {
    const before = memoryInUse();
    let most = 0;
    async function* blocks(): AsyncGenerator<Buffer> {
      for (let n = 0; n < 40; n++) {
        await setImmediate();
        yield Buffer.alloc(1_000_000, ',');
      }
      most = memoryInUse() - before;
    }
    const rows = await Array.fromAsync(read(() => Promise.resolve(Readable.from(blocks(), { objectMode: false })), 0));
    assert.deepEqual(
      rows.map(({ fault, end }) => [fault, end]),
      [['row_too_large', 40_000_000]],
    );
    assert.ok(most < 60_000_000, `${Math.round(most / 1e6)} MB`);
  });

  it('may be as long as it likes: 200 MB of rows, bad ones and giant ones among them, stay out of memory', async () => {
    const blockLines = 2_000;
    const good = Buffer.from(line.repeat(blockLines));
    const lone = Buffer.from(`"${line}`);
    const giant = Buffer.alloc(1_000_000, 'x');
    const total = 200_000_000;
    async function* blocks(): AsyncGenerator<Buffer> {
      for (let bytes = 0, n = 0; bytes < total; n++) {
        const block = n % 100 === 50 ? giant : n % 10 === 5 ? lone : good;
        bytes += block.length;
        // as a disk, it lets others have their turn
        await setImmediate();
        yield block;
      }
    }
    let rows = 0;
    let faults = 0;
    let most = 0;
    const before = memoryInUse();
    for await (const { fault } of read(() => Promise.resolve(Readable.from(blocks(), { objectMode: false })), 0)) {
      rows += 1;
      if (fault !== undefined) faults += 1;
      if (rows % 500_000 === 0) most = Math.max(most, memoryInUse() - before);
    }
    assert.ok(rows > 5_000_000 && faults > 200, `${rows} rows, ${faults} faults`);
    assert.ok(most < 60_000_000, `${Math.round(most / 1e6)} MB`);
  }).timeout(180_000);
});
