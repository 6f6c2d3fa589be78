import assert from 'node:assert/strict';
import { acceptDrop } from '#app/accept-drop.ts';
import { answersOfDay } from '#app/answers-of-day.ts';
import { loadPacket } from '#app/load-packet.ts';
import { project } from '#app/project.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { answersFile } from '#reports/answers-file.ts';
import { cellsOf } from '../support/csv-rows.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, phoneOf, place, remind } from '../support/house-steps.ts';
import { bodiesTaken } from '../support/house-story.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';
import { xlsxOf } from '../support/sheets.ts';

const template = '{{ firstName }} {{ answerUrl }}';
const asking: Definition = { ...remind, channels: [{ channel: 'sms', template }], fields: { ...remind.fields, practitioner: 'doctor' } };

/** As a person's own spreadsheet has them: words, a formula, long numbers and zeros at the front. */
const csvHeader = ['id', 'name', 'phone', 'doctor', 'date', 'time', 'note', 'insurance'];
const csvRows = [
  ['007', 'Ana', phoneOf(1), 'Dr. "A", MD', '2026-11-04', '10:00', '=HYPERLINK("http://x")', '001234567890'],
  ['008', 'Bo', '(208) 555-0002', 'Dr. B', '2026-11-04', '10:15', '-5 kg\nsince May\nor June', '12345678901234567890'],
  ['009', 'Cy', '12085550003', 'Dr. C', '2026-11-04', '10:30', "'quoted", '+1'],
];
const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = [csvHeader, ...csvRows].map((cells) => cells.map(quoted).join(',')).join('\r\n') + '\r\n';

/** As a file is read that comes back: what keeps a spreadsheet from taking a text for a formula or a number is no part of the cell. */
const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@]|0\d|\d{7})/, '');

const sheetRows = [
  ['phone', 'name', 'date', 'time', 'doctor', 'id', 'room'],
  [phoneOf(4), 'Di', '2026-11-04', '11:00', 'Dr. D', '0010', '@home'],
];
const column = (n: number): string => String.fromCharCode(65 + n);
const inline = (cell: string, ref: string): string => `<c r="${ref}" t="inlineStr"><is><t>${cell}</t></is></c>`;
const sheet = `<sheetData>${sheetRows.map((cells, r) => `<row r="${r + 1}">${cells.map((cell, n) => inline(cell, `${column(n)}${r + 1}`)).join('')}</row>`).join('')}</sheetData>`;

describe("the day's answers", () => {
  let reporting: Reporting;
  let test: TestHouse;
  before(async () => {
    reporting = await openReporting();
  });
  after(() => reporting.close());
  beforeEach(async () => {
    await reporting.reset();
    test = await openTestHouse({ listening: true, at: '2026-11-02T20:00:00.000Z', readModel: reporting.readModel });
  });
  afterEach(() => test.close());

  const press = async (name: string, what: string): Promise<void> => {
    const body = (await bodiesTaken(test)).find((one) => one.startsWith(`${name} `)) ?? '';
    const url = body.split(' ').at(-1) ?? '';
    const answer = await fetch(url, {
      method: 'POST',
      body: `do=${what}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(answer.status, 200);
    await settle(test);
    test.clock.set(new Date(Date.parse(test.clock.now()) + 60_000).toISOString());
  };
  const answers = async (campaignId: string, day?: string) => {
    for (const partition of test.house.store.partitions()) await project(test.house, partition);
    return answersOfDay(test.house, { campaignId, day });
  };

  it("are the sender's own rows, out of every kind of file, and come back cell by cell", async () => {
    const campaignId = await activeCampaign(test, asking);
    await load(test, campaignId, csv, 'monday.csv');
    const path = await place(test, campaignId, { content: '', name: 'more.xlsx' });
    await test.house.files.write(path, xlsxOf({ sheet }));
    await loadPacket(test.house, (await acceptDrop(test.house, path, causeAt(test))) ?? '', causeAt(test));
    await settle(test);
    await press('Ana', 'confirm');
    await press('Ana', 'cancel');
    await press('Bo', 'reschedule');
    await press('Cy', 'confirm');
    await press('Di', 'confirm');
    const found = await answers(campaignId);
    const [header = [], ...back] = await cellsOf(answersFile(found.header, found.rows));
    const own = (wanted: readonly string[], cells: readonly string[]) => wanted.map((name) => cells[header.indexOf(name)] ?? '');
    const byName = new Map(back.map((cells) => [own(['name'], cells)[0], cells]));
    for (const row of csvRows) assert.deepEqual(own(csvHeader, byName.get(row[1]) ?? []).map(unguarded), row);
    assert.deepEqual(own(sheetRows[0] ?? [], byName.get('Di') ?? []).map(unguarded), sheetRows[1]);
    assert.deepEqual(
      ['Ana', 'Bo', 'Cy', 'Di'].map((name) => own(['Answer', 'Answered by'], byName.get(name) ?? [])),
      [
        ['cancel', 'sms'],
        ['reschedule', 'sms'],
        ['confirm', 'sms'],
        ['confirm', 'sms'],
      ],
      'the last word of each',
    );
    assert.deepEqual([back.length, found.day, found.isCut], [4, '2026-11-02', false]);
    assert.deepEqual((await answers(campaignId, '2026-11-01')).rows, []);
    // nothing that a spreadsheet would run or make a sum of
    const cells = answersFile(found.header, found.rows).split(/[,\r\n]+/);
    assert.deepEqual(
      cells.filter((cell) => /^"?(?:[=+\-@]|0\d|\d{7,}$)/.test(cell)),
      [],
    );
  });

  it('are about every row that one message told of', async () => {
    const joining: Definition = { ...asking, join: 'personDay' };
    const campaignId = await activeCampaign(test, joining);
    await load(
      test,
      campaignId,
      `id,name,phone,doctor,date,time\nP1,Ana,${phoneOf(1)},A,2026-11-04,14:00\nP2,Bo,${phoneOf(2)},B,2026-11-04,9:00\nP1,Ana,${phoneOf(1)},C,2026-11-04,10:00\n`,
    );
    await settle(test);
    await press('Ana', 'confirm');
    const { rows } = await answers(campaignId);
    assert.deepEqual(
      rows.map(({ cells, answer }) => [cells[0], cells[5], answer]),
      [
        ['P1', '14:00', 'confirm'],
        ['P1', '10:00', 'confirm'],
      ],
    );
  });
});
