import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SendAnswer } from '#app/send-one.ts';
import { carillon, dataFolder, nobodyLeft, printed, type DataFolder, type Ended } from '../support/carillon.ts';
import { eventually } from '../support/eventually.ts';
import { acceptedIn, sentTwice } from './demo-outcome.ts';
import { ledgerOf } from './killed-demo.ts';
import { startHouse, type RunningHouse } from './running-house.ts';

const example = join(import.meta.dirname, '../../examples/now.json');
const recipients = join(import.meta.dirname, '../../examples/recipients.json');
const phone = '+12085550171';

describe('carillon send', () => {
  let folder: DataFolder;
  let house: RunningHouse;
  let campaignId: string;

  const good = async (ended: Promise<Ended>): Promise<Ended> => {
    const { code, stderr } = await ended;
    assert.equal(code, 0, stderr);
    return ended;
  };
  const on = (command: string, ...args: readonly string[]): Promise<Ended> =>
    carillon([...command.split(' '), ...args, '--data', folder.path]);
  const send = (...args: readonly string[]): Promise<Ended> => on('send', '--campaign', campaignId, ...args);
  const taken = () => acceptedIn(ledgerOf(folder.path));

  before(async () => {
    folder = dataFolder();
    ({ campaignId } = printed<{ campaignId: string }>(await good(on('campaign put', example, '--json'))));
    await good(on('campaign approve', campaignId));
    await good(on('campaign activate', campaignId));
  });
  after(async () => {
    house?.running.kill('SIGKILL');
    await nobodyLeft(folder.path);
    folder.remove();
  });

  it('keeps a message for a house that is not running yet', async () => {
    const { stdout } = await good(send('--to', '+12085550170', '--field', 'firstName=Ana', '--field', 'practitioner=Dr. Kim'));
    assert.match(stdout, /row 1: msg_/);
    assert.match(stdout, /not running/);
    house = await startHouse(folder.path);
    await eventually('it is sent', async () => (await taken()).size === 1);
  });

  it('sends one message at once, and not again under the same reference', async () => {
    const args = ['--to', phone, '--field', 'firstName=Ben', '--field', 'practitioner=Dr. Kim', '--reference', 'call 7', '--json'];
    const first = printed<SendAnswer>(await good(send(...args)));
    assert.equal(first.results[0]?.outcome, 'queued');
    await eventually('it is sent', async () => [...(await taken()).keys()].some((key) => key.includes(phone)));
    assert.equal(first.again, false);
    assert.deepEqual(printed(await good(send(...args))), { ...first, again: true });
    const other = await send('--to', '+12085550172', '--reference', 'call 7');
    assert.equal(other.code, 1);
    assert.match(other.stderr, /reference was used for another request/);
  });

  it('sends a small list from a file, and says of each row what became of it', async () => {
    const { results } = printed<SendAnswer>(await good(send('--rows', recipients, '--json')));
    assert.deepEqual(
      results.map(({ row, outcome }) => [row, outcome]),
      [
        [1, 'queued'],
        [2, 'queued'],
        [3, 'rejected'],
      ],
    );
    await eventually('both are sent', async () => (await taken()).size === 4);
    assert.deepEqual(sentTwice(await taken()), []);
  });

  it('fails, in words, where nothing came of it', async () => {
    const duplicate = await send('--to', phone, '--field', 'firstName=Ben', '--field', 'practitioner=Dr. Kim');
    assert.equal(duplicate.code, 1);
    assert.match(duplicate.stdout, /skipped \(duplicate\): The same person/);
    const nobody = await send('--field', 'firstName=Ben');
    assert.deepEqual([nobody.code, nobody.stdout], [1, '']);
    assert.match(nobody.stderr, /--to/);
    const crooked = await send('--to', phone, '--field', 'Ben');
    assert.equal(crooked.code, 2);
    const both = await send('--to', phone, '--field', 'phone=+12085550175');
    assert.equal(both.code, 1);
    assert.match(both.stderr, /--to names the recipient already/);
    const file = join(folder.path, 'no-list.json');
    for (const wrong of ['{"phone":"+12085550173"}', '["+12085550173"]']) {
      writeFileSync(file, wrong);
      const noList = await send('--rows', file);
      assert.equal(noList.code, 1);
      assert.match(noList.stderr, /list of objects/);
    }
    writeFileSync(file, '[{"phone":"+12085550173","clinic":{"city":"Boise"}}]');
    assert.match((await send('--rows', file)).stderr, /rows\.0\.clinic must be a text, a number, true, false or nothing/);
    await good(on('campaign pause', campaignId));
    const paused = await send('--to', '+12085550174');
    assert.equal(paused.code, 1);
    assert.match(paused.stderr, /is paused: only an active campaign sends/);
  });
});
