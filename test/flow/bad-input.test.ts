import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { carillon, dataFolder, nobodyLeft, printed, processesOf, type DataFolder, type Ended } from '../support/carillon.ts';
import { eventually } from '../support/eventually.ts';
import { acceptedIn } from './demo-outcome.ts';
import { ledgerOf } from './killed-demo.ts';
import { startHouse, type RunningHouse } from './running-house.ts';

const now = join(import.meta.dirname, '../../examples/now.json');
const header = 'patient_id,first_name,phone,doctor';
const row = (n: number): string => `B${n},Berta,+1208555${String(n).padStart(4, '0')},Dr. Kim`;
const text = (...lines: readonly string[]): Buffer => Buffer.from([...lines, ''].join('\r\n'));

type PacketRow = Readonly<{ file: string; status: string; failure: string | null; what_to_do: string | null; rows: number; sent: number }>;
type FailureRow = Readonly<{ file: string; row: number; code: string; what_happened: string }>;

/** One sentence in one line that says what to do; no stack, nobody's data. */
const isClear = (words: string): void => {
  assert.ok(words.length > 20 && words.length < 600, words);
  assert.doesNotMatch(words, /\n\s+at |node:internal|undefined|\[object|Error:|Berta|555(?!0199)\d{4}/);
};

const refused = async (ended: Promise<Ended>, words: RegExp, code = 1): Promise<void> => {
  const { code: exit, stdout, stderr } = await ended;
  assert.equal(exit, code, stderr);
  assert.equal(stdout, '');
  assert.match(stderr, words);
  assert.equal(stderr.trim().split('\n').length, 1, stderr);
  isClear(stderr);
};

/** Files that can't be used at all. */
const badFiles: readonly (readonly [string, string, Buffer, RegExp])[] = [
  ['empty.csv', 'file_empty', Buffer.alloc(0), /Export it again/],
  ['no header.csv', 'column_missing', text(row(1), row(2)), /Rename the columns in the file/],
  ['lacks a column.csv', 'column_missing', text('patient_id,first_name,doctor', 'B3,Berta,Dr. Kim'), /no column "phone"/],
  ['picture.csv', 'file_binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3]), /CSV UTF-8/],
  ['excel.csv', 'file_damaged', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), /drop it again/],
  ['quote in the header.csv', 'header_unreadable', text(`"${header}`, row(5)), /quote that is never closed/],
];

/** Files with a bad row among good ones: the good ones are sent. */
const badRows: readonly (readonly [string, string, Buffer])[] = [
  [
    'lone quote.csv',
    'row_unreadable',
    text(header, row(101), 'B102,"Berta,+12085550102,Dr. Kim', row(103), `B104,"Berta, ""B""",+12085550104,Dr. Kim`),
  ],
  ['too many cells.csv', 'row_too_wide', text(header, row(111), `${row(112)},more,and more`, row(113), row(114))],
  ['10 MB.csv', 'row_too_large', text(header, row(121), `B122,${'x'.repeat(10_000_000)},+12085550122,Dr. Kim`, row(123), row(124))],
  [
    '10 MB in quotes.csv',
    'row_too_large',
    text(header, row(131), `B132,"${'x'.repeat(10_000_000)}",+12085550132,Dr. Kim`, row(133), row(134)),
  ],
];

describe('bad input', () => {
  let folder: DataFolder;
  let house: RunningHouse;
  let campaignId = '';
  const packets = async (): Promise<readonly PacketRow[]> => printed(await house.run('report packets', '--json'));
  const packetNamed = async (name: string): Promise<PacketRow | undefined> => (await packets()).find(({ file }) => file === name);
  const accepted = async (): Promise<readonly string[]> => [...(await acceptedIn(ledgerOf(folder.path))).keys()];

  before(async () => {
    folder = dataFolder();
    house = await startHouse(folder.path, [], { env: { CARILLON_LOG: 'warn' } });
    ({ campaignId } = printed<{ campaignId: string }>(await house.run('campaign put', now, '--json')));
    await house.run('campaign approve', campaignId);
    await house.run('campaign activate', campaignId);
  });
  after(async () => {
    assert.equal((await house.stop()).code, 0);
    await nobodyLeft(folder.path);
    folder.remove();
  });

  const dropAll = async (files: readonly (readonly [string, string, Buffer, ...unknown[]])[]): Promise<void> => {
    const place = join(folder.path, 'drops/co_main', campaignId);
    mkdirSync(place, { recursive: true });
    for (const [name, , content] of files) writeFileSync(join(place, name), content);
    await eventually(
      'every file has become something',
      async () => {
        const known = await packets();
        return files.every(([name]) => known.some(({ file, status }) => file === name && status !== 'accepted'));
      },
      40_000,
    );
  };

  it('fails a file that can not be used, with words for whoever sent it', async () => {
    await dropAll(badFiles);
    const known = new Map((await packets()).map((packet) => [packet.file, packet]));
    for (const [name, code, , words] of badFiles) {
      const packet = known.get(name);
      assert.deepEqual([packet?.status, packet?.failure, packet?.sent], ['failed', code, 0], name);
      assert.match(packet?.what_to_do ?? '', words, name);
    }
    assert.deepEqual(await accepted(), []);
  });

  it('rejects a row that can not be used, and sends the others', async () => {
    await dropAll(badRows);
    await eventually('three of each are sent', async () => (await accepted()).length === 3 * badRows.length);
    await eventually('reports have caught up', async () => (await packets()).filter(({ sent }) => sent === 3).length === badRows.length);
    const failures = printed<FailureRow[]>(await house.run('report failures', '--json'));
    for (const [name, code] of badRows) {
      const found = failures.filter(({ file }) => file === name);
      assert.deepEqual(
        found.map((failure) => [failure.row, failure.code]),
        [[3, code]],
        name,
      );
      isClear(found[0]?.what_happened ?? '');
    }
    assert.ok((await accepted()).every((message) => !message.includes('xxx') && /Hi Berta/.test(message)));
  });

  it('takes files of any name that a disk takes', async () => {
    const names = ['with spaces & signs (1).csv', 'größe – 診察 🩺.csv', `${'n'.repeat(230)}.csv`, "O'Brien.csv", '-rf.csv', '%2e%2e.csv'];
    await dropAll(names.map((name, n) => [name, '', text(header, row(201 + n))] as const));
    await eventually(
      'each is sent',
      async () => (await accepted()).filter((message) => message.startsWith('+1208555020')).length === names.length,
    );
  });

  it('tells of a file in the folder of a campaign that there is none of', async () => {
    const place = join(folder.path, 'drops/co_main/cmp_nobody');
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'lost.csv'), text(header, row(301)));
    const lost = async (): Promise<PacketRow | undefined> => (await packets()).find(({ failure }) => failure === 'campaign_unknown');
    await eventually('it has failed', async () => (await lost()) !== undefined);
    assert.match((await lost())?.what_to_do ?? '', /no campaign cmp_nobody of co_main, .*"lost\.csv".*carillon status/);
  });

  it('tells of a file that belongs to nobody, and of one that lies in the wrong place', async () => {
    for (const place of ['drops/co_nobody/cmp_nobody', 'drops']) {
      mkdirSync(join(folder.path, place), { recursive: true });
      writeFileSync(join(folder.path, place, 'stray.csv'), text(header, row(302)));
    }
    await eventually(
      'both are told',
      () => /there is no company co_nobody/.test(house.running.stderr()) && /a drop belongs under/.test(house.running.stderr()),
    );
    assert.equal(await packetNamed('stray.csv'), undefined);
  });

  it('refuses commands about what there is none of, in one line', async () => {
    const good = join(folder.path, 'good.csv');
    writeFileSync(good, text(header, row(303)));
    const long = join(folder.path, `${'l'.repeat(250)}.csv`);
    writeFileSync(long, text(header, row(304)));
    const campaign = (definition: unknown): string => {
      const file = join(folder.path, 'campaign.json');
      writeFileSync(file, typeof definition === 'string' ? definition : JSON.stringify(definition));
      return file;
    };
    const wrong = { name: '', from: '(208) 555-0199', timezone: 'Mars/Base', fields: {}, channels: [], schedule: 'sometimes' };
    await refused(house.run('campaign put', campaign(wrong)), /name: .* from: .* channels: .* schedule: .* timezone: /);
    await refused(house.run('campaign put', campaign('{"name": ')), /is no JSON/);
    await refused(house.run('campaign put', join(folder.path, 'none.json')), /can't be read \(ENOENT\)/);
    await refused(house.run('campaign put', now, '--company', 'Main Street'), /companyId must be an id that begins with co_/);
    await refused(house.run('campaign approve', 'cmp_nobody'), /there is no campaign cmp_nobody/);
    await refused(house.run('campaign pause', 'First steps'), /campaignId must be an id that begins with cmp_/);
    await refused(house.run('fire', 'cmp_nobody'), /there is no campaign cmp_nobody/);
    await refused(house.run('drop', good, '--campaign', 'cmp_nobody'), /there is no campaign cmp_nobody/);
    await refused(house.run('drop', good, '--campaign', campaignId, '--company', 'co_other'), /say --company co_main/);
    await refused(house.run('drop', folder.path, '--campaign', campaignId), /is no file/);
    await refused(house.run('drop', join(folder.path, 'none.csv'), '--campaign', campaignId), /can't be read \(ENOENT\)/);
    await refused(house.run('drop', long, '--campaign', campaignId), /at most 240 bytes/);
  });

  it('has gone through all of it without an error, a stack or a name in its log', () => {
    assert.equal(house.running.child.exitCode, null);
    assert.doesNotMatch(house.running.stderr(), /"severity":"ERROR"|\n\s+at |Berta|\+1208555|stray|lost\.csv/);
  });
});

describe('a house that can not open', () => {
  let folder: DataFolder;
  beforeEach(() => (folder = dataFolder()));
  afterEach(async () => {
    await nobodyLeft(folder.path);
    folder.remove();
  });

  it('says so in one line: a folder that can not be written, or is served already, a port that is taken', async () => {
    const below = join(folder.path, 'file/below');
    writeFileSync(join(folder.path, 'file'), '');
    const unwritable = process.platform === 'linux' ? ['/proc/carillon', below] : [below];
    for (const path of unwritable) {
      await refused(carillon(['start', '--data', path]), /can't write to the data folder .* choose another one with --data/);
      await refused(carillon(['demo', '--file', now, '--data', path]), /can't write to the data folder/);
    }
    const house = await startHouse(join(folder.path, 'one'));
    await refused(carillon(['start', '--data', join(folder.path, 'one')]), /already served by another carillon on port \d+/);
    await refused(carillon(['start', '--data', join(folder.path, 'two'), '--port', String(house.port)]), /choose a free port with --port/);
    await refused(carillon(['simulator', '--port', String(house.port), '--ledger', join(folder.path, 'l')]), /port \d+ is taken/);
    assert.notEqual(await house.ready(), undefined, 'the one that runs does not mind');
    assert.equal((await house.stop()).code, 0);
  });

  it('says so in one line: an environment that makes no sense', async () => {
    const env = { CARILLON_PORT: 'http', CARILLON_LOG: 'loud', MYSQL_URL: 'postgres://here', CARILLON_TWILIO_URL: 'twilio' };
    await refused(
      carillon(['start', '--data', folder.path], { env }),
      /CARILLON_PORT must be a whole number.*CARILLON_TWILIO_URL must be.*CARILLON_LOG.*MYSQL_URL/,
    );
    const half = { CARILLON_TWILIO_ACCOUNT_SID: 'AC123' };
    await refused(carillon(['start', '--data', folder.path], { env: half }), /go together: set both or none/);
    assert.deepEqual(processesOf(folder.path), []);
  });

  it('sends without its reporting database, and says that reports wait', async () => {
    const house = await startHouse(folder.path, ['--first-steps'], { env: { MYSQL_URL: 'mysql://nobody:nothing@127.0.0.1:9/none' } });
    await eventually('all of the 200 are sent', async () => (await acceptedIn(ledgerOf(folder.path))).size === 200);
    assert.equal((await house.ready())?.reporting, 'away');
    await refused(house.run('report'), /the reporting database does not answer; .*ECONNREFUSED/);
    const status = await house.run('status');
    assert.equal(status.code, 0);
    assert.match(status.stdout, /reports: the database does not answer; sending goes on/);
    const { code, stderr } = await house.stop();
    assert.equal(code, 0);
    assert.equal(stderr.match(/does not start/g)?.length, 1, `told once: ${stderr}`);
    // where the database is there again, everything is reported
    const again = await startHouse(folder.path);
    await eventually('reports have caught up', async () => {
      const [packet] = printed<PacketRow[]>(await again.run('report packets', '--json'));
      return packet?.sent === 200;
    });
    assert.equal((await again.stop()).code, 0);
  });
});

describe('a demo on a file that can not be used', () => {
  it('ends with 1 and says why, and with its numbers on stdout all the same', async () => {
    const folder = dataFolder();
    const file = join(folder.path, 'empty.csv');
    writeFileSync(file, '');
    const { code, stdout, stderr } = await carillon(['demo', '--json', '--data', join(folder.path, 'data'), '--file', file]);
    assert.equal(code, 1);
    assert.equal((JSON.parse(stdout) as { rows: number }).rows, 0);
    assert.match(stderr, /empty\.csv can't be used \(file_empty\): The file is empty\. Export it again/);
    await refused(
      carillon(['demo', '--data', join(folder.path, 'data'), '--file', join(folder.path, 'none.csv')]),
      /can't be read \(ENOENT\)/,
    );
    await nobodyLeft(folder.path);
    folder.remove();
  });
});
