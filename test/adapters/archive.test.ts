import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { rowReaders } from '#wiring/row-readers.ts';
import { rowsOf } from '../support/csv-rows.ts';
import { xlsxOf } from '../support/sheets.ts';
import { zipOf } from '../support/zip-of.ts';

const codeOf = (content: Buffer, name = 'a.zip'): Promise<string | undefined> =>
  rowsOf(content, { name }).then(
    () => undefined,
    (error: { code?: string }) => error.code,
  );
const text = Array.from({ length: 500 }, (_, n) => `${n};Ana ${n};(208) 555-0100`).join('\n');
const sheet =
  '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData>';

describe('a packed file', () => {
  it('is read as what is in it, from any row on', async () => {
    const files = [
      ['gzip', gzipSync(text)],
      ['zip', zipOf({ 'in/people.csv': text, '__MACOSX/._people.csv': 'x', '.DS_Store': 'x' })],
    ] as const;
    const plain = await rowsOf(text);
    for (const [container, content] of files) {
      const rows = await rowsOf(content, { blockBytes: 1_000 });
      assert.deepEqual(rows, [{ ...plain[0], understood: { ...plain[0]?.understood, container } }, ...plain.slice(1)]);
      for (const n of [0, 1, 250, 498, 499]) assert.deepEqual(await rowsOf(content, { start: plain[n]!.end }), plain.slice(n + 1));
    }
  });
  it('may hold any kind that is read', async () => {
    const kinds = { xlsx: xlsxOf({ sheet }), json: Buffer.from('[{"id":1}]'), json_lines: Buffer.from('{"id":1}\n{"id":2}') };
    for (const [format, content] of Object.entries(kinds)) {
      for (const packed of [gzipSync(content), zipOf({ inner: content })]) {
        const [header, row] = await rowsOf(packed);
        assert.deepEqual([header?.cells, row?.cells, header?.understood?.format], [['id'], ['1'], format]);
      }
    }
  });
  it('is refused with words where it holds none or several, is damaged, or packed twice', async () => {
    assert.equal(await codeOf(zipOf({})), 'archive_empty');
    assert.equal(await codeOf(zipOf({ '.DS_Store': '' })), 'archive_empty');
    assert.equal(await codeOf(zipOf({ a: 'x', b: 'y' })), 'archive_several');
    assert.equal(await codeOf(gzipSync(gzipSync('a,b'))), 'file_packed_twice');
    assert.equal(await codeOf(zipOf({ 'a.gz': gzipSync('a,b') })), 'file_packed_twice');
    assert.equal(await codeOf(gzipSync(text).subarray(0, 100)), 'file_damaged');
    assert.equal(await codeOf(zipOf({ a: text }).subarray(0, 300)), 'file_damaged');
    assert.equal(await codeOf(Buffer.from([0x50, 0x4b, 3, 4, 20, 0])), 'file_damaged');
  });
  it('is refused when it grows beyond all measure', async () => {
    const zeros = Buffer.alloc(40_000_000, 'x');
    assert.equal(await codeOf(gzipSync(zeros)), 'file_unpacks_too_large');
    assert.equal(await codeOf(zipOf({ a: zeros })), 'file_unpacks_too_large');
    const bomb = zipOf({ a: zeros });
    // what its list says of its size may be a lie
    bomb.writeUInt32LE(10, bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    assert.match((await codeOf(bomb)) ?? '', /file_damaged|file_unpacks_too_large/);
    const shared = '<si><t>x</t></si>'.repeat(1_500_000);
    assert.equal(await codeOf(xlsxOf({ sheet, shared })), 'file_unpacks_too_large');
  });
  it('tells of the storage, not of damage, where that fails', async () => {
    const failing = async (): Promise<Readable> => {
      let blocks = 0;
      return new Readable({
        read() {
          if (blocks++ === 0) this.push(gzipSync(text).subarray(0, 50));
          else this.destroy(new Error('the disk is gone'));
        },
      });
    };
    await assert.rejects(Array.fromAsync(rowReaders().read({ open: failing, name: 'a.gz' }, 0)), /the disk is gone/);
  });
  it('closes what it opened when the reader has enough', async () => {
    const sources: Readable[] = [];
    const content = gzipSync(text);
    const open = async (start: number): Promise<Readable> => {
      const source = Readable.from([content.subarray(start)], { objectMode: false });
      sources.push(source);
      return source;
    };
    for await (const _ of rowReaders().read({ open, name: 'a.gz', bytes: content.length }, 0)) break;
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok(sources.length > 0 && sources.every(({ destroyed }) => destroyed));
  });
});
