import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SendAnswer } from '#app/send-one.ts';
import { readLedger } from '#adapters/simulator/ledger.ts';
import { carillon, dataFolder, nobodyLeft, printed, type DataFolder, type Ended } from '../support/carillon.ts';
import { eventually } from '../support/eventually.ts';
import { ledgerOf } from './killed-demo.ts';
import { startHouse, type RunningHouse } from './running-house.ts';

const example = join(import.meta.dirname, '../../examples/text-and-call.json');
const mobile = '+12085550171';
const landline = '+442079460018';

/** What a network took, like "CA to +1208…": a call or a message, and to whom. */
const takenIn = async (folder: string): Promise<readonly string[]> => {
  const taken = new Set<string>();
  for await (const { sid, to } of readLedger(ledgerOf(folder))) taken.add(`${sid.slice(0, 2)} to ${to} ${sid}`);
  return [...taken].map((line) => line.split(' ').slice(0, 3).join(' ')).toSorted((one, other) => (one < other ? -1 : 1));
};

describe('a campaign of texts and calls, in a running house', () => {
  let folder: DataFolder;
  let house: RunningHouse;
  let campaignId: string;

  const on = async (command: string, ...args: readonly string[]): Promise<Ended> => {
    const ended = await carillon([...command.split(' '), ...args, '--data', folder.path]);
    assert.equal(ended.code, 0, ended.stderr);
    return ended;
  };

  before(async () => {
    folder = dataFolder();
    ({ campaignId } = printed<{ campaignId: string }>(await on('campaign put', example, '--json')));
    await on('campaign approve', campaignId);
    await on('campaign activate', campaignId);
    house = await startHouse(folder.path);
  });
  after(async () => {
    house?.running.kill('SIGKILL');
    await nobodyLeft(folder.path);
    folder.remove();
  });

  it('texts mobiles, calls every phone once, and says why a landline gets no text', async () => {
    const rows = join(folder.path, 'rows.json');
    const person = { firstName: 'Ann', practitioner: 'Dr. Kim' };
    writeFileSync(rows, JSON.stringify([mobile, landline].map((phone) => ({ ...person, phone }))));
    const { results } = printed<SendAnswer>(await on('send', '--campaign', campaignId, '--rows', rows, '--json'));
    assert.deepEqual(
      results.map(({ row, channel, outcome, ...more }) => [row, channel, 'code' in more ? more.code : outcome]),
      [
        [1, 'sms', 'queued'],
        [1, 'voice', 'queued'],
        [2, 'sms', 'phone_landline'],
        [2, 'voice', 'queued'],
      ],
    );
    await eventually('all three went', async () => (await takenIn(folder.path)).length === 3);
    assert.deepEqual(await takenIn(folder.path), [`CA to ${mobile}`, `CA to ${landline}`, `SM to ${mobile}`]);
  });
});
