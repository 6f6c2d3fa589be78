import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { acceptDrop } from '#app/accept-drop.ts';
import { loadPacket } from '#app/load-packet.ts';
import { readPacketDocument } from '#app/packet-document.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { activeCampaign, causeAt, people, phoneOf, remind } from '../support/house-steps.ts';
import { runToEnd } from '../support/house-run.ts';
import { ofType } from '../support/house-story.ts';
import { testCompany } from '../support/house-steps.ts';
import { odsOf, xlsxOf } from '../support/sheets.ts';
import { zipOf } from '../support/zip-of.ts';

const count = 1_100;
const day = '2026-11-20';
const csv = people(count, { day });
const table = csv
  .trimEnd()
  .split('\n')
  .map((line) => line.split(','));
const [header = [], ...rows] = table;
const objects = rows.map((cells) => Object.fromEntries(header.map((name, n) => [name, cells[n]])));
const sheet = (bookType: 'xlsx' | 'biff8'): Buffer => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(table), 'People');
  return write(book, { bookType, type: 'buffer', bookSST: true, compression: true }) as Buffer;
};
const ods = (): Buffer => {
  const cells = (line: readonly string[]): string =>
    line.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('');
  return odsOf(
    `<table:table table:name="People">${table.map((line) => `<table:table-row>${cells(line)}</table:table-row>`).join('')}</table:table>`,
  );
};

/** The same people in every kind of file, and the number of the first row. */
const files: readonly (readonly [name: string, content: () => Buffer, format: string, first: number])[] = [
  ['a.csv', () => Buffer.from(csv), 'delimited', 2],
  ['utf-16.txt', () => Buffer.from(`\uFEFF${csv.replaceAll(',', '\t')}`, 'utf16le'), 'delimited', 2],
  ['a.csv.gz', () => gzipSync(csv), 'delimited', 2],
  ['a.zip', () => zipOf({ 'a.csv': csv }), 'delimited', 2],
  ['a.json', () => Buffer.from(JSON.stringify({ people: objects }, null, 1)), 'json', 1],
  ['a.jsonl', () => Buffer.from(objects.map((one) => JSON.stringify(one)).join('\n')), 'json_lines', 1],
  ['a.jsonl.gz', () => gzipSync(objects.map((one) => JSON.stringify(one)).join('\n')), 'json_lines', 1],
  ['a.xlsx', () => sheet('xlsx'), 'xlsx', 2],
  ['a.xls', () => sheet('biff8'), 'xls', 2],
  ['a.ods', ods, 'ods', 2],
];

describe('a packet of any kind of file', () => {
  let test: TestHouse;
  let campaignId: string;
  beforeEach(async () => {
    test = await openTestHouse();
    campaignId = await activeCampaign(test, remind);
  });
  afterEach(() => test.close());

  for (const [name, content, format, first] of files) {
    it(`goes on where it was killed, and has the rows that people see: ${name}`, async () => {
      const path = `drops/${testCompany}/${campaignId}/${name}`;
      await test.house.files.write(path, content());
      const packetId = (await acceptDrop(test.house, path, causeAt(test))) ?? '';
      for (const nth of [1, 2, 1]) {
        test.crashes.dieAt(nth, 'after');
        await loadPacket(test.house, packetId, causeAt(test)).catch(() => undefined);
        assert.ok(test.crashes.died());
        test.crashes.revive();
      }
      await loadPacket(test.house, packetId, causeAt(test));
      const document = await readPacketDocument(test.house.documents, packetId);
      assert.deepEqual([document?.status, document?.rows, document?.understood?.format], ['loaded', count, format]);
      const loaded = await ofType(test, 'RowLoaded');
      const found = loaded
        .map(({ data, private: person }) => [data.row, person?.cells[2]] as const)
        .toSorted(([one], [other]) => one - other);
      assert.deepEqual(
        found,
        Array.from({ length: count }, (_, n) => [n + first, phoneOf(n)]),
      );
      const [event] = await ofType(test, 'PacketLoaded');
      assert.equal(event?.data.understood?.format, format);
    });
  }

  /** As Excel stores them, and as it writes the same cells into a CSV file. */
  const damaged = [
    ['id', 'name', 'phone', 'date', 'time'],
    ['P1', 'Ana', '<v>2085550101</v>', '<v>46364</v>', '<v>0.4375</v>'],
    ['P2', 'Bea', '<v>1.2085550102E10</v>', '<v>46364.4375</v>', ''],
  ];
  const cellOf = (text: string): string => (text.startsWith('<v>') ? `<c>${text}</c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  const sheetData = damaged.map((cells) => `<row>${cells.map(cellOf).join('')}</row>`).join('');
  const saved = [
    'id,name,phone,date,time',
    'P1,Ana,2085550101.0,46364,0.4375',
    'P2,Bea,1.2085550102E+10,46364.4375,',
    'P3,Cal,2.08555E+09,46364,10:30',
    'P4,Dot,7.7E+10,46364,10:30',
  ].join('\n');

  for (const [name, content, rejected, mended] of [
    ['damaged.xlsx', () => xlsxOf({ sheet: `<sheetData>${sheetData}</sheetData>` }), 0, { date_mended: 2, time_mended: 1 }],
    ['damaged.csv', () => Buffer.from(saved), 2, { phone_mended: 2, date_mended: 4, time_mended: 1 }],
  ] as const) {
    it(`is mended where a spreadsheet damaged it and nothing is lost, and counted: ${name}`, async () => {
      test.clock.set('2026-12-06T18:00:00.000Z');
      const path = `drops/${testCompany}/${campaignId}/${name}`;
      await test.house.files.write(path, content());
      const packetId = (await acceptDrop(test.house, path, causeAt(test))) ?? '';
      await loadPacket(test.house, packetId, causeAt(test));
      await runToEnd(test);
      const queued = (await ofType(test, 'MessageQueued')).map(({ data, private: person }) => [person?.to, data.sendAt]);
      assert.deepEqual(queued, [
        ['+12085550101', '2026-12-06T18:00:00.000Z'],
        ['+12085550102', '2026-12-06T18:00:00.000Z'],
      ]);
      const codes = (await ofType(test, 'TouchRejected')).map(({ data }) => data.code);
      assert.deepEqual(
        codes,
        Array.from({ length: rejected }, () => 'phone_shortened'),
      );
      const [event] = await ofType(test, 'PacketLoaded');
      assert.deepEqual(event?.data.notes, mended);
    });
  }
});
