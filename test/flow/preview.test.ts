import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mapped } from '#app/map-columns.ts';
import type { TestAnswer } from '#app/test-send.ts';
import type { Previewed } from '#wiring/file-commands.ts';
import { carillon, dataFolder, nobodyLeft, printed, type DataFolder, type Ended } from '../support/carillon.ts';
import { eventually } from '../support/eventually.ts';
import { acceptedIn } from './demo-outcome.ts';
import { ledgerOf } from './killed-demo.ts';
import { startHouse, type RunningHouse } from './running-house.ts';

const examples = join(import.meta.dirname, '../../examples');
const reminder = join(examples, 'appointment-reminder.json');
const appointments = join(examples, 'appointments.csv');
const now = join(examples, 'now.json');
const own = '+12085550142';

/** A file as another system writes it. */
const exported = [
  'PatNum;Given Name;Cell Phone;Provider',
  'B1001;Berta;(208) 555-0131;Dr. Kim',
  'B1002;Zoë;208.555.0132;Dr. Prado',
  'B1003;Ana;none;Dr. Kim',
  '',
].join('\r\n');

describe('carillon map, preview and test-send', () => {
  let folder: DataFolder;
  let house: RunningHouse;
  let file = '';

  const good = async (ended: Promise<Ended>): Promise<Ended> => {
    const { code, stderr } = await ended;
    assert.equal(code, 0, stderr);
    return ended;
  };
  const refused = async (ended: Promise<Ended>, words: RegExp, code = 1): Promise<void> => {
    const { code: exit, stdout, stderr } = await ended;
    assert.deepEqual([exit, stdout], [code, ''], stderr);
    assert.match(stderr, words);
  };

  before(() => {
    folder = dataFolder();
    file = join(folder.path, 'export.csv');
    writeFileSync(file, exported);
  });
  after(async () => {
    house?.running.kill('SIGKILL');
    await nobodyLeft(folder.path);
    folder.remove();
  });

  it('need no house for a file and a campaign that nobody has put', async () => {
    const nowhere = ['--data', join(folder.path, 'nowhere')];
    const { stdout } = await good(carillon(['map', file, ...nowhere]));
    assert.match(stdout, /phone +Cell Phone +\d+ %/);
    const { stdout: told, code } = await carillon(['preview', appointments, '--campaign', reminder, ...nowhere]);
    assert.match(told, /119 rows, 119 touches/);
    assert.match(told, /phone invalid/);
    assert.ok(code === 0 || / 0 messages/.test(told));
  });

  it('say in one line what is wrong, and are used wrongly without their options', async () => {
    await refused(carillon(['preview', join(folder.path, 'none.csv'), '--campaign', reminder]), /can't be read/);
    await refused(carillon(['preview', file, '--campaign', now, '--data', join(folder.path, 'nowhere')]), /no columns .*"phone"/i);
    await refused(carillon(['map', file, '--campaign', now, '--save']), /by its id/);
    await refused(carillon(['preview', file]), /--campaign/, 2);
    await refused(carillon(['map', file, '--set', 'phone']), /field=column/, 2);
    await refused(carillon(['test-send', '--campaign', 'cmp_a', '--file', file, '--row', '2']), /--to/, 2);
  });

  it('map a source, preview its file, approve what was seen, and send a test before anybody else gets a message', async () => {
    const data = join(folder.path, 'data');
    house = await startHouse(data);
    const { campaignId } = printed<{ campaignId: string }>(await good(house.run('campaign put', now, '--json')));
    const source = ['--source', 'clinic'];
    await refused(house.run('preview', file, '--campaign', campaignId, ...source), /no columns/);
    const mapped = printed<Mapped>(await good(house.run('map', file, '--campaign', campaignId, ...source, '--save', '--json')));
    assert.deepEqual([mapped.saved, mapped.mapping['phone']], [true, 'Cell Phone']);

    const seen = printed<Previewed>(await good(house.run('preview', file, '--campaign', campaignId, ...source, '--row', '3', '--json')));
    assert.deepEqual([seen.rows, seen.messages, seen.rejected], [3, 2, { phone_invalid: 1 }]);
    assert.deepEqual([seen.problems[0]?.row, seen.problems[0]?.column, seen.problems[0]?.cell], [4, 'Cell Phone', 'none']);
    const [shown] = seen.shown ?? [];
    assert.match(shown && 'body' in shown ? shown.body : '', /Zoë/);

    const approved = await good(house.run('campaign approve', campaignId, '--by', 'Ana', '--file', file, ...source));
    assert.match(approved.stderr, /3 rows[^]*2 messages/);
    const tested = printed<TestAnswer>(
      await good(house.run('test-send', '--campaign', campaignId, '--to', own, '--file', file, '--row', '2', ...source, '--json')),
    );
    assert.deepEqual([tested.status, tested.body?.startsWith('TEST: ')], ['sent', true]);
    assert.equal((await acceptedIn(ledgerOf(data))).size, 1);

    await good(house.run('campaign activate', campaignId));
    await good(house.run('drop', file, '--campaign', campaignId, ...source));
    await eventually('both messages are sent', async () => (await acceptedIn(ledgerOf(data))).size === 3, 40_000);
    const again = printed<Previewed>(await house.run('preview', file, '--campaign', campaignId, ...source, '--json'));
    assert.deepEqual([again.messages, again.duplicates], [0, { inFile: 0, known: 2 }]);
  });
});
