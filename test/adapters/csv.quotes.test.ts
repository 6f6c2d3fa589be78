import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { rowReaders } from '#wiring/row-readers.ts';

const pieces = (text: string, size: number): Buffer[] => {
  const bytes = Buffer.from(text);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size));
};

const read = async (text: string, { start = 0, size = 64 } = {}): Promise<{ cells: readonly string[]; end: number; fault?: string }[]> => {
  const bytes = Buffer.from(text);
  const open = async (from: number) => Readable.from(pieces(bytes.subarray(from).toString(), size), { objectMode: true });
  const rows = [];
  for await (const row of rowReaders().read({ open, name: 'a.csv' }, start)) rows.push(row);
  return rows;
};

const header = 'id,name,phone';

describe('quotes in a file', () => {
  it('spoil one row, never the rows behind it, wherever the next quote stands', async () => {
    const lines = [header, '1,"Ana,+12085550101', '2,Ben,+12085550102', '3,"Cleo, the ""third""",+12085550103', '4,Dev,+12085550104'];
    const rows = await read(lines.join('\n'));
    assert.deepEqual(
      rows.map(({ cells, fault }) => fault ?? cells[0]),
      ['id', 'row_unreadable', '2', '3', '4'],
    );
    assert.equal(rows[3]?.cells[1], 'Cleo, the "third"');
  });

  it('never join two people into one row', async () => {
    const rows = await read([header, '1,"Ana,+12085550101', '2,"Ben,+12085550102', '3,Cleo,+12085550103'].join('\n'));
    assert.deepEqual(
      rows.map(({ cells, fault }) => fault ?? cells[2]),
      ['phone', 'row_unreadable', 'row_unreadable', '+12085550103'],
    );
  });

  it('are text in the middle of a cell, and may hold a line break where they belong', async () => {
    const rows = await read([header, '1,5" tall Ana,+12085550101', '2,"Ben\nthe second",+12085550102', '3,Cleo,+12085550103'].join('\r\n'));
    assert.deepEqual(
      rows.map(({ cells }) => cells[1]),
      ['name', '5" tall Ana', 'Ben\nthe second', 'Cleo'],
    );
  });

  it('leave every row readable from where the one before it ended, in pieces of any size', async () => {
    const text = [header, '1,5" Ana,1', '2,"Ben,2', '3,"Cleo\r\nC",3', '4,Dev,4', '5,"Eva,5'].join('\r\n');
    const whole = await read(text);
    for (const size of [1, 2, 3, 7, 1000]) assert.deepEqual(await read(text, { size }), whole);
    for (const [n, { end }] of whole.entries()) assert.deepEqual(await read(text, { start: end }), whole.slice(n + 1));
  });
});
