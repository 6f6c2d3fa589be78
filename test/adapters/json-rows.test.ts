import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { ReadRow } from '#ports/row-reader.ts';
import { rowsOf } from '../support/csv-rows.ts';

const outline = (rows: readonly ReadRow[]): readonly string[] =>
  rows.map(({ row, cells, fault, notes = [] }) => [`${row ?? '-'}`, fault ?? cells.join('|'), ...notes].join(' '));
const codeOf = (content: string): Promise<string | undefined> =>
  rowsOf(content, { name: 'a.json' }).then(
    () => undefined,
    (error: { code?: string }) => error.code,
  );

describe('a list of objects in JSON', () => {
  it('has nested values by dotted names, lists as JSON, and a header of all the names', async () => {
    const people = [
      { id: 1, name: { first: 'Ana', last: null }, tags: ['a', { b: 1 }] },
      { id: 2, late: true },
    ];
    for (const content of [JSON.stringify(people), JSON.stringify({ page: { n: 1, of: [1] }, none: [], people, next: '}]' }, null, 2)]) {
      const rows = await rowsOf(content);
      assert.deepEqual(outline(rows), ['0 id|name.first|name.last|tags|late', '1 1|Ana||["a",{"b":1}]|', '2 2||||true']);
      assert.deepEqual(rows[0]?.understood, { format: 'json', encoding: 'utf-8', columns: 5 });
    }
  });
  it('keeps long numbers as they are written, and marks what is no object', async () => {
    const content = '[{"id":12345678901234567890},5,{"id":bad},null,{"id":2}]';
    assert.deepEqual(outline(await rowsOf(content)), [
      '0 id',
      '1 12345678901234567890',
      '2 row_unreadable',
      '3 row_unreadable',
      '4 row_unreadable',
      '5 2',
    ]);
  });
  it('tells of names that came too late for the header', async () => {
    const many = Array.from({ length: 1_000 }, (_, n) => ({ id: n }));
    const rows = await rowsOf(JSON.stringify([...many, { id: 'x', late: 1 }]));
    assert.deepEqual([rows[0]?.cells, rows.at(-1)?.cells, rows.at(-1)?.notes], [['id'], ['x'], ['other_columns']]);
  });
  it('is refused where it is none, damaged, too deep, or one of several', async () => {
    const deep = `[{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`;
    const wide = JSON.stringify([Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`k${n}`, n]))]);
    const cases = [
      ['[]', 'file_empty'],
      ['[{"a":1},{"a"', 'json_unreadable'],
      ['{"a":1,\n"b":2}', 'json_unreadable'],
      ['[{"a":1}] x', 'json_unreadable'],
      ['[{"a":1}}]', 'json_unreadable'],
    ] as const;
    for (const [content, code] of cases) assert.equal(await codeOf(content), code, content);
    assert.equal(await codeOf(deep), 'json_too_deep');
    assert.equal(await codeOf(wide), 'file_too_wide');
    assert.equal(await codeOf('{"a":[{"x":1}],\n"b":[{"y":1}]}'), 'json_several_lists');
  });
  it('loses one object alone where that is too large', async () => {
    const rows = await rowsOf(JSON.stringify([{ id: 1 }, { id: 'x'.repeat(1_000_000) }, { id: 3 }]));
    assert.deepEqual(outline(rows), ['0 id', '1 1', '2 row_too_large', '3 3']);
  });
});

describe('an object a line', () => {
  it('is numbered by its line, empty ones too', async () => {
    const rows = await rowsOf('\uFEFF{"id":1}\r\n\n{"id":2,"b":{"c":"x"}}\nnonsense\n{"id":3}');
    assert.deepEqual(outline(rows), ['0 id|b.c', '- 1|', '- ', '- 2|x', '- row_unreadable', '- 3|']);
    assert.equal(rows[0]?.understood?.format, 'json_lines');
  });
});

describe('any objects, written as JSON', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constantFrom('"', '\\', ']', '}', '\\"', 'é😀', '\n'));
  const objects = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { noNullPrototype: true }), {
    minLength: 1,
    maxLength: 12,
  });
  const text = (one: string | number | boolean | undefined): string => (one === undefined ? '' : String(one));

  for (const [kind, write] of [
    ['a list', (list: readonly object[]) => JSON.stringify(list)],
    ['a list in an object', (list: readonly object[]) => JSON.stringify({ n: 1, list }, null, 1)],
    ['lines', (list: readonly object[]) => list.map((one) => JSON.stringify(one)).join('\n')],
  ] as const) {
    it(`are read as they were, as ${kind}, in any blocks, and again from the end of any`, async () => {
      const property = fc.asyncProperty(objects, fc.constantFrom(1, 3, 7, 65_536), async (list, blockBytes) => {
        fc.pre(list.some((one) => Object.keys(one).length > 0) && Object.keys(list[0] ?? {}).length > 0);
        const options = { blockBytes, name: kind === 'lines' ? 'a.jsonl' : 'a.json' };
        const content = write(list);
        const [header, ...rows] = await rowsOf(content, options);
        const names = header?.cells ?? [];
        assert.deepEqual(
          rows.map(({ cells }) => cells),
          list.map((one) => names.map((name) => text(one[name]))),
        );
        for (const [n, { end: start }] of [header!, ...rows].entries())
          assert.deepEqual(await rowsOf(content, { ...options, start }), rows.slice(n));
      });
      await fc.assert(property, { numRuns: 60 });
    });
  }
});
