import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
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

describe('a demo', () => {
  it('refuses a channel that nobody in its house carries, instead of waiting for ever', async () => {
    const folder = dataFolder();
    const campaign = JSON.parse(readFileSync(example, 'utf8')) as { fields: object };
    const channels = [{ channel: 'messenger', from: '1029384756', template: 'Hi {{ firstName }}' }];
    const [file, people] = ['campaign.json', 'people.csv'].map((name) => join(folder.path, name)) as [string, string];
    writeFileSync(file, JSON.stringify({ ...campaign, fields: { ...campaign.fields, messengerId: 'psid' }, channels }));
    writeFileSync(people, 'patient_id,first_name,phone,doctor,psid\nP1,Ann,(208) 555-0101,Dr. Kim,61728394051\n');
    const { code, stderr } = await carillon(['demo', '--file', people, '--campaign', file, '--data', join(folder.path, 'data')]);
    assert.deepEqual([code, /nobody in this house carries messenger: take that out/.test(stderr)], [1, true], stderr);
    folder.remove();
  });
});

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
