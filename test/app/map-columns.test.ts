import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { acceptDrop } from '#app/accept-drop.ts';
import { readCampaign } from '#app/campaign-document.ts';
import { loadPacket } from '#app/load-packet.ts';
import { mapColumns, type Mapped, type MapRequest } from '#app/map-columns.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { accept, activeCampaign, causeAt, load, people, phoneOf, place } from '../support/house-steps.ts';
import { ofType } from '../support/house-story.ts';

const eaglesoft = ['PatNum,Given Name,Cell Phone,Home Phone', `P1,Ana,${phoneOf(1)},`, `P2,Ben,${phoneOf(2)},`, ''].join('\n');

describe('the columns of a source', () => {
  let test: TestHouse;
  let campaignId: string;

  beforeEach(async () => {
    test = await openTestHouse();
    campaignId = await activeCampaign(test);
  });
  afterEach(() => test.close());

  const map = (content: string, request: Partial<MapRequest> = {}): Promise<Mapped> =>
    mapColumns(
      test.house,
      {
        campaignId,
        source: 'eaglesoft',
        save: true,
        file: { open: async (start) => Readable.from([Buffer.from(content).subarray(start)]), name: 'people.csv' },
        ...request,
      },
      causeAt(test),
    );
  const drop = (content: string, name = 'eaglesoft/people.csv'): Promise<string> => load(test, campaignId, content, name);
  const failures = async () => (await ofType(test, 'PacketFailed')).map(({ data, private: told }) => [data.code, told?.message ?? '']);
  const recipients = async () => (await ofType(test, 'MessageQueued')).map(({ private: told }) => told?.to);

  it('are kept with the campaign, and its files are read by them', async () => {
    const { mapping, saved, fields } = await map(eaglesoft);
    assert.deepEqual([saved, mapping], [true, { person: 'PatNum', firstName: 'Given Name', phone: 'Cell Phone' }]);
    assert.ok(fields.every(({ confidence }) => confidence > 0.5));
    await drop(eaglesoft);
    await settle(test);
    assert.deepEqual(await recipients(), [phoneOf(1), phoneOf(2)]);
    const [loaded] = await ofType(test, 'PacketLoaded');
    assert.deepEqual(loaded?.private?.mapping, mapping);
  });

  it('count for the files of that source alone', async () => {
    await map(eaglesoft);
    await drop(people(1));
    await drop(eaglesoft, 'people.csv');
    await drop(people(2), 'people.csv');
    const codes = (await failures()).map(([code]) => code);
    assert.deepEqual(codes, ['column_missing', 'column_missing']);
    assert.equal((await ofType(test, 'PacketLoaded')).length, 1);
  });

  it('that are missing fail the packet, which lists those that are there and says how to map anew', async () => {
    await map(eaglesoft);
    await drop(eaglesoft.replace('Cell Phone', 'Mobile'));
    const [[code, message] = []] = await failures();
    assert.equal(code, 'column_missing');
    assert.match(message ?? '', /no column "Cell Phone" \(phone\)/);
    assert.match(message ?? '', /"PatNum", "Given Name", "Mobile"/);
    assert.match(message ?? '', /--source eaglesoft --save/);
  });

  it('stay what they were for rows that were loaded by them', async () => {
    await map(eaglesoft);
    const path = await place(test, campaignId, { content: eaglesoft, name: 'eaglesoft/people.csv' });
    const packetId = await acceptDrop(test.house, path, causeAt(test));
    await loadPacket(test.house, packetId ?? '', causeAt(test));
    await map(eaglesoft.replace('Cell Phone', 'Mobile'));
    await settle(test);
    assert.deepEqual(await recipients(), [phoneOf(1), phoneOf(2)]);
  });

  it('stay what they were for a file that is still being loaded', async () => {
    const both = people(700).replace('id,name,phone', 'PatNum,Given Name,Cell Phone');
    await map(both);
    const packetId = await accept(test, campaignId, both, 'eaglesoft/people.csv');
    test.crashes.interrupt(1, async () => test.clock.passReal(181_000));
    await loadPacket(test.house, packetId, causeAt(test));
    await map(both.replace('Cell Phone', 'Mobile'));
    await loadPacket(test.house, packetId, causeAt(test));
    assert.deepEqual([(await ofType(test, 'PacketLoaded')).length, (await failures()).length], [1, 0]);
  });

  it('are what a person says, before what they look like', async () => {
    const two = eaglesoft.replace('Cell Phone,Home Phone', 'Contact A,Contact B');
    const { mapping } = await map(two, { said: { phone: 'Contact A' } });
    assert.equal(mapping['phone'], 'Contact A');
    await assert.rejects(
      map(two, { said: { phone: 'Contact C' } }),
      (error) => error instanceof Refusal && error.code === 'column_missing',
    );
  });

  it('are not kept where nobody can be sure of one', async () => {
    const strange = eaglesoft.replaceAll('Cell Phone,Home Phone', 'x,y').replaceAll('+1208', 'tel +1208');
    await assert.rejects(
      map(strange),
      (error) => error instanceof Refusal && error.code === 'mapping_unsure' && /"phone"/.test(error.message),
    );
    assert.equal((await readCampaign(test.house.documents, campaignId))?.campaign.mappings, undefined);
  });

  it('are not kept where the campaign names them itself, or nobody asks for it', async () => {
    assert.deepEqual((await map(people(3))).saved, false);
    assert.deepEqual((await map(eaglesoft, { save: false })).saved, false);
    assert.deepEqual(await ofType(test, 'CampaignColumnsMapped'), []);
  });

  it('are kept once, and follow the campaign in all that does not differ', async () => {
    await map(eaglesoft);
    await map(eaglesoft);
    assert.equal((await ofType(test, 'CampaignColumnsMapped')).length, 1);
    const { mapping } = await map(eaglesoft.replace('PatNum', 'ID'));
    assert.deepEqual(mapping, { firstName: 'Given Name', phone: 'Cell Phone' });
  });
});
