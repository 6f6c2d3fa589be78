import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { FileUnreadable, type ReadRow } from '#ports/row-reader.ts';
import { outline, rowsOf } from '../support/csv-rows.ts';

describe('a lone quote', () => {
  const lines = Array.from({ length: 2_000 }, (_, n) => `${n},Ana ${n},(208) 555-0100,Dr. Prado,2026-12-08`);
  const bad = (n: number, line: string): string => lines.toSpliced(n, 1, line).join('\n');
  const faultsOf = async (content: string) =>
    (await rowsOf(content)).flatMap(({ fault, cells }, n) =>
      fault === undefined ? (cells.length === 5 ? [] : [`${n} has ${cells.length} cells`]) : [`${n} ${fault}`],
    );

  for (const n of [0, 1, 1000, 1998, 1999]) {
    it(`in row ${n} costs that row alone`, async () => {
      const content = bad(n, `${n},"Ana,(208) 555-0100,Dr. Prado,2026-12-08`);
      assert.deepEqual(await faultsOf(content), [`${n} row_unreadable`]);
      assert.equal((await rowsOf(content)).length, 2_000);
      assert.deepEqual(await faultsOf(`${content}\n`), [`${n} row_unreadable`]);
      assert.deepEqual(await faultsOf(content.replaceAll('\n', '\r')), [`${n} row_unreadable`]);
    });
  }
  it('costs its row alone in a narrow table, whose lines might be text', async () => {
    assert.deepEqual(await outline('a,b\n"Ana,1\nBo,2\n"Cy,3\nDi,4'), ['a|b', 'row_unreadable', 'Bo|2', 'row_unreadable', 'Di|4']);
    assert.deepEqual(await outline('a\n"Ana\nBo\n"Cy\nDi'), ['a', 'row_unreadable', 'Bo', 'row_unreadable', 'Di']);
  });
  it('leaves the beginning of its row to be found by', async () => {
    const row = (await rowsOf(`a,b\n"Ana ${'x'.repeat(500)},1\r\nBo,2`))[1];
    assert.deepEqual(row?.cells, [`"Ana ${'x'.repeat(195)}`]);
  });

  const every = (step: number, change: (line: string, n: number) => string): string =>
    lines.map((line, n) => (n % step === 0 ? change(line, n) : line)).join('\n');
  for (const [title, change] of [
    ['at the beginning of a cell', (line: string) => line.replace('Ana', '"Ana')],
    ['that is a cell of its own', (line: string) => line.replace('Dr. Prado', '"')],
    ['at the beginning of the row', (line: string) => `"${line}`],
    ['at the beginning of the last cell', (line: string) => line.replace('2026', '"2026')],
    [
      'in another cell each time',
      (line: string, n: number) =>
        line
          .split(',')
          .map((cell, at) => (at === n % 5 ? `"${cell}` : cell))
          .join(),
    ],
  ] as const) {
    for (const step of [1, 2, 7, 400, 1999]) {
      it(`${title}, in every row of ${step}, costs those rows alone`, async () => {
        const rows = await rowsOf(every(step, change));
        assert.equal(rows.length, 2_000);
        for (const [n, { cells, fault }] of rows.entries()) {
          if (n % step === 0) assert.equal(fault, 'row_unreadable', `row ${n}`);
          else assert.deepEqual([fault, cells[0]], [undefined, String(n)]);
        }
      });
    }
  }

  it('among quoted texts costs that row alone', async () => {
    const quoted = Array.from({ length: 300 }, (_, n) => `"${n}","Ana, ${n}","(208) 555-0100","two\nlines, maybe","2026-12-08"`);
    const rows = await rowsOf(quoted.toSpliced(100, 1, '"100","Ana, 100,"(208) 555-0100","one line","2026-12-08"').join('\n'));
    const isGood = ({ cells, fault }: ReadRow): boolean => fault === undefined && cells.length === 5;
    assert.deepEqual([rows.filter(isGood).length, rows.length], [299, 300]);
  });

  it('is none where a quoted text has two lines with as many delimiters each', async () => {
    assert.deepEqual(await outline('a,b,c,d,e,f,g\n1,2,3,"x\ny",5,6,7\n8,9,1,2,3,4,5'), [
      'a|b|c|d|e|f|g',
      '1|2|3|x\ny|5|6|7',
      '8|9|1|2|3|4|5',
    ]);
    assert.deepEqual(await outline('a,b,c,"d\nD",e,f,g\n1,2,3,4,5,6,7'), ['a|b|c|d\nD|e|f|g', '1|2|3|4|5|6|7']);
    const address = 'id,name,address,phone,note\n1,Ana,"12 Main St, Apt 2\nBoise, ID",(208) 555-0100,new';
    assert.deepEqual((await rowsOf(address))[1]?.cells[2], '12 Main St, Apt 2\nBoise, ID');
  });

  it('is none in any table of texts that are written as they should be', async () => {
    const text = fc.constantFrom('a', 'b, c', 'x\ny', 'p, q\nr, s', 'one\ntwo\nthree', '"quoted"', '', 'l, m, n\no');
    const tables = fc
      .integer({ min: 2, max: 8 })
      .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
    const written = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join();
    // lines that are each as wide as the table are taken for rows
    const looksLikeRows = (cells: readonly string[]): boolean =>
      written(cells)
        .split('\n')
        .every((line) => line.split(',').length === cells.length);
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        fc.pre(!table.some((cells) => written(cells).includes('\n') && looksLikeRows(cells)));
        const header = table[0]!.map((_, n) => `column ${n}`);
        const rows = await rowsOf([header, ...table].map(written).join('\n'));
        assert.deepEqual(
          rows.map(({ cells }) => cells),
          [header, ...table],
        );
      }),
      { numRuns: 300 },
    );
  });

  it('does not make reading slow: many that never end are given up early', async () => {
    const content = Array.from({ length: 2_000 }, (_, n) => `${n},5",Gomes,(208) 555-0100,Dr. Prado,"open`).join('\n');
    const rows = await rowsOf(content);
    assert.deepEqual([rows.length, new Set(rows.map(({ fault }) => fault)).size], [2_000, 1]);
  });
});

describe('a row that can not be used', () => {
  const around = (bad: string | Buffer): Buffer =>
    Buffer.concat([Buffer.from('name,phone,note\nAna,1,a\n'), Buffer.from(bad), Buffer.from('\nBo,2,b\n')]);
  const mega = 10_000_000;

  it('is too large: 10 MB in one cell, quoted or not', async () => {
    for (const cell of ['x'.repeat(mega), `"${'x'.repeat(mega)}"`, ','.repeat(mega), `"${'x'.repeat(mega)}`]) {
      const rows = await rowsOf(around(`Al,3,${cell}`));
      assert.deepEqual(
        rows.map(({ fault, cells }) => fault ?? cells[0]),
        ['name', 'Ana', 'row_too_large', 'Bo'],
      );
      assert.ok(rows[2]!.cells[0]!.length <= 200);
    }
  });

  it('is too large: 10 MB of lines in one cell, of which each counts, and the next row is good', async () => {
    const line = `${'x'.repeat(99)}\n`;
    const rows = await rowsOf(around(`Al,3,"${line.repeat(mega / 100)}"`));
    assert.deepEqual([rows[2]?.fault, rows.at(-1)?.cells], ['row_unreadable', ['Bo', '2', 'b']]);
    assert.equal(rows.at(-1)?.end, around('').length + mega + 'Al,3,""'.length);
  });

  it('is too large from one byte on', async () => {
    for (const [size, fault] of [
      [200_000, undefined],
      [200_001, 'row_too_large'],
    ] as const) {
      for (const blockBytes of [1_000, 65_536, 1_000_000]) {
        const rows = await rowsOf(`a,b\n${'x'.repeat(size - 3)},y\nc,d`, { blockBytes });
        assert.deepEqual(
          rows.map((row) => row.fault),
          [undefined, fault, undefined],
        );
      }
    }
  });

  it('is too large, and its line ends where two blocks meet', async () => {
    const content = `a,b\r\n${'x'.repeat(300_000)}\r\nc,d`;
    for (const blockBytes of [100_002, 300_006, 300_007]) {
      const rows = await rowsOf(content, { blockBytes });
      assert.deepEqual(
        rows.map(({ fault, cells, end }) => [fault ?? cells.join('|'), end]),
        [
          ['a|b', 5],
          ['row_too_large', 300_007],
          ['c|d', 300_010],
        ],
      );
    }
  });

  it('is no UTF-8 in a file that is', async () => {
    const others = Buffer.from('\nZoë,4,d\nRené,5,e');
    const rows = await rowsOf(around(Buffer.concat([Buffer.from('J\xf6rg,3,c', 'latin1'), others])));
    assert.deepEqual(
      rows.map(({ fault, cells }) => fault ?? cells[0]),
      ['name', 'Ana', 'row_not_utf8', 'Zoë', 'René', 'Bo'],
    );
  });
  it('is good where the file itself has the character for unknown ones', async () =>
    assert.deepEqual(await outline(around('J\uFFFDrg,3,c')), ['name|phone|note', 'Ana|1|a', 'J\uFFFDrg|3|c', 'Bo|2|b']));
  it('has a NUL far behind the beginning', async () => {
    const many = 'Ana,1,a\n'.repeat(20_000);
    const rows = await rowsOf(`${many}A\0l,3,c\nBo,2,b`);
    assert.deepEqual([rows.length, rows.at(-2)?.fault, rows.at(-1)?.fault], [20_002, 'row_not_utf8', undefined]);
  });
});

describe('a file that is no text of records', () => {
  const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');
  const cases: readonly (readonly [title: string, content: Buffer, code: string])[] = [
    ['nothing', Buffer.alloc(0), 'file_empty'],
    ['UTF-32', hex('fffe00006e00000061000000'), 'file_binary'],
    ['NULs', Buffer.from('name,phone\nA\0na,1\n'), 'file_binary'],
    ['NULs alone', Buffer.alloc(3), 'file_binary'],
  ];
  for (const [title, content, code] of cases) {
    for (const blockBytes of [1, 65_536]) {
      it(`is refused: ${title}, in blocks of ${blockBytes}`, async () => {
        await assert.rejects(rowsOf(content, { blockBytes }), (error) => {
          assert.ok(error instanceof FileUnreadable);
          assert.equal(error.code, code);
          assert.match(error.message, /drop|Drop/);
          return true;
        });
      });
    }
  }
  it('is not looked at again further in', async () =>
    assert.deepEqual(
      (await rowsOf('name\n\uFEFFAna\n', { start: 5 })).map(({ cells }) => cells),
      [['\uFEFFAna']],
    ));
});
