import assert from 'node:assert/strict';
import { changeLocation, locationOf } from '#app/change-location.ts';
import { pageOf } from '#app/page-of.ts';
import { wordsForRow } from '#app/words-for-row.ts';
import { messageIdOf } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { previewCampaign } from '#app/preview-campaign.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import { settle, tick } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, phoneOf, remind, testCompany } from '../support/house-steps.ts';
import { ofType } from '../support/house-story.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';

const template = '{{ firstName }}: {{ appointmentAt | date: "%H:%M" }} at {{ location.name }}, {{ location.address }}';
const placed: Definition = {
  ...remind,
  name: 'Placed',
  fields: { ...remind.fields, location: 'site' },
  channels: [{ channel: 'sms', template }],
};
const unplaced: Definition = { ...placed, channels: remind.channels };

/** Two locations, and as now the morning on which reminders of November 4 go. */
const openPlaces = async () => {
  const test = await openTestHouse();
  const add = (code: string, name: string, timezone: string) => {
    const data = { locationId: `loc_${code.toLowerCase()}`, companyId: testCompany, by: 'usr_a', code, name, timezone };
    return changeLocation(test.house, { type: 'AddLocation', data: { ...data, address: `1 ${name} St` } }, causeAt(test));
  };
  await add('BOI', 'Boise', 'America/Boise');
  await add('NY', 'Albany', 'America/New_York');
  test.clock.set('2026-11-02T17:00:00.000Z');
  return test;
};

const file = (...sites: readonly string[]): string =>
  ['id,name,phone,date,time,site', ...sites.map((site, n) => `P${n},Ana${n},${phoneOf(n)},2026-11-04,10:00,${site}`), ''].join('\n');

describe('rows that name a location of the company', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openPlaces();
  });
  afterEach(() => test.close());

  it('have its words, by code, name or id, and its clock; a row of none that is known is rejected by itself', async () => {
    const campaignId = await activeCampaign(test, placed);
    const packetId = await load(test, campaignId, file('boi', 'albany', 'loc_ny', 'Nampa', ''));
    await settle(test);
    const queued = (await ofType(test, 'MessageQueued')).map(({ private: sealed, data }) => [sealed?.body, data.validUntil]);
    assert.deepEqual(
      queued.toSorted(([one = ''], [other = '']) => one.localeCompare(other)),
      [
        ['Ana0: 10:00 at Boise, 1 Boise St', '2026-11-04T17:00:00.000Z'],
        ['Ana1: 10:00 at Albany, 1 Albany St', '2026-11-04T15:00:00.000Z'],
        ['Ana2: 10:00 at Albany, 1 Albany St', '2026-11-04T15:00:00.000Z'],
      ],
    );
    const rejected = (await ofType(test, 'TouchRejected')).map(({ data, private: sealed }) => [data.code, data.field, sealed?.value]);
    assert.deepEqual(rejected, [
      ['location_invalid', 'location', 'Nampa'],
      ['field_missing', 'location', ''],
    ]);
    const [loaded] = await ofType(test, 'PacketLoaded');
    assert.deepEqual([loaded?.data.packetId, loaded?.data.notes], [packetId, { location_invalid: 1 }]);
  });

  it('have its words in what is written to them afterwards, and its clock on their page', async () => {
    const campaignId = await activeCampaign(test, placed);
    const packetId = await load(test, campaignId, file('ny'));
    await settle(test);
    const messageId = messageIdOf(packetId, 0, { row: 2, channel: 'sms', offset: 0 });
    const { events } = await test.house.store.read(chunkStream(packetId, 0));
    const toWrite = { companyId: testCompany, campaignId, version: 1, definition: placed, messageId, events, channel: 'sms' } as const;
    assert.equal(await wordsForRow(test.house, toWrite, '{{ appointmentAt | time }} at {{ location.address }}'), '10:00 AM at 1 Albany St');
    const page = await pageOf(test.house, testCompany, messageId);
    assert.deepEqual([page?.zone, page?.appointmentAt], ['America/New_York', '2026-11-04T15:00:00.000Z']);
  });

  it('go by the campaign where they name none that is known and the message tells of none', async () => {
    const campaignId = await activeCampaign(test, unplaced);
    await load(test, campaignId, file('Nampa', ''));
    await settle(test);
    assert.deepEqual(
      (await ofType(test, 'MessageQueued')).map(({ data }) => data.validUntil),
      ['2026-11-04T17:00:00.000Z', '2026-11-04T17:00:00.000Z'],
    );
    assert.deepEqual((await ofType(test, 'PacketLoaded'))[0]?.data.notes, { location_invalid: 1 });
  });

  it('are previewed with the same words, hours and problems', async () => {
    await activeCampaign(test, placed);
    const rows = file('BOI', 'NY', 'Nampa')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [id = '', name = '', phone = '', date = '', time = '', site = ''] = line.split(',');
        return { id, name, phone, date, time, site };
      });
    const made = await previewCampaign(test.house, { companyId: testCompany, definition: placed, source: '', price: 0.01, row: 3, rows });
    assert.deepEqual(
      made.shown?.map((one) => ('body' in one ? one.body : one.code)),
      ['Ana1: 10:00 at Albany, 1 Albany St'],
    );
    assert.deepEqual([made.rejected, made.notes], [{ location_invalid: 1 }, { location_invalid: 1 }]);
    assert.match(made.problems[0]?.words ?? '', /no location of this code, name or id/);
  });
});

describe('a location that changes', () => {
  let test: TestHouse;
  before(async () => {
    test = await openPlaces();
  });
  after(() => test.close());

  const say = async (code: string, said: Readonly<{ name?: string; timezone?: string }>) => {
    const locationId = `loc_${code.toLowerCase()}`;
    const { version: seen, ...site } = await locationOf(test.house, testCompany, locationId);
    const data = { locationId, companyId: testCompany, by: 'usr_a', ...site, ...said, seen };
    await changeLocation(test.house, { type: 'ReviseLocation', data }, causeAt(test));
  };
  /** Each message as it was queued last, and what became of it. */
  const queuedNow = async () => {
    const bodies = new Map<string, string>();
    for (const { private: sealed, data } of await ofType(test, 'MessageQueued'))
      bodies.set(sealed?.to ?? '', `${sealed?.body} ${data.sendAt} ${data.reach?.zones?.join() ?? '-'}`);
    return [...bodies.values()].sort((one, other) => one.localeCompare(other));
  };
  const sentAt = async () =>
    (await ofType(test, 'MessageSending')).map(({ occurredAt }) => occurredAt).sort((one, other) => one.localeCompare(other));

  it('counts as it is when rows are queued, and again when what waits is to be sent: words, clock and hours', async () => {
    const campaignId = await activeCampaign(test, placed);
    test.clock.set('2026-11-01T12:00:00.000Z');
    // nobody knows yet where numbers of this area are
    await load(test, campaignId, file('BOI', 'NY').replaceAll('+1208', '+1257').replaceAll('10:00', '12:00'));
    await tick(test);
    assert.deepEqual(await queuedNow(), []);
    // loaded, and not queued yet
    await say('BOI', { name: 'Downtown' });
    test.clock.set('2026-11-02T07:00:00.000Z');
    await tick(test);
    assert.deepEqual(await queuedNow(), [
      'Ana0: 12:00 at Downtown, 1 Boise St 2026-11-02T19:00:00.000Z -',
      'Ana1: 12:00 at Albany, 1 Albany St 2026-11-02T17:00:00.000Z America/New_York',
    ]);
    // queued, and not sent yet: its hour was noon in Albany, where it is seven in the morning now
    await say('NY', { name: 'Hilo', timezone: 'Pacific/Honolulu' });
    test.clock.set('2026-11-02T17:00:00.000Z');
    await tick(test);
    assert.equal((await queuedNow())[1], 'Ana1: 12:00 at Hilo, 1 Albany St 2026-11-02T22:00:00.000Z Pacific/Honolulu');
    assert.deepEqual(await sentAt(), []);
    // and once more, while it waits again
    await say('NY', { name: 'Kona' });
    test.clock.set('2026-11-02T22:00:00.000Z');
    await settle(test);
    assert.equal((await queuedNow())[1], 'Ana1: 12:00 at Kona, 1 Albany St 2026-11-02T22:00:00.000Z Pacific/Honolulu');
    assert.deepEqual(await sentAt(), ['2026-11-02T22:00:00.000Z', '2026-11-02T22:00:00.000Z']);
  });

  it('is told by no message any more once it is gone', async () => {
    const campaignId = await activeCampaign(test, { ...placed, name: 'Gone' });
    test.clock.set('2026-11-09T11:00:00.000Z');
    await load(test, campaignId, file('NY', 'BOI').replaceAll('+1208', '+1257').replaceAll('11-04', '11-11'));
    await tick(test);
    await changeLocation(
      test.house,
      { type: 'RemoveLocation', data: { locationId: 'loc_ny', companyId: testCompany, by: 'usr_a' } },
      causeAt(test),
    );
    test.clock.set('2026-11-09T22:30:00.000Z');
    await settle(test);
    const canceled = await ofType(test, 'MessageCanceled');
    assert.deepEqual(
      canceled.map(({ data }) => data.code),
      ['location_invalid'],
    );
    assert.equal((await sentAt()).length, 3);
  });
});

describe('a campaign that tells of locations', () => {
  it('is refused where it names no column for them, or what no location has', () => {
    const { location: _, ...without } = placed.fields;
    assert.throws(() => readDefinition({ ...placed, fields: without }), /needs fields\.location: the column/);
    assert.throws(
      () => readDefinition({ ...placed, channels: [{ channel: 'sms', template: '{{ location.zip }}' }] }),
      /location\.zip is not known; of the location there is location\.name, location\.address, location\.phone, location\.directions/,
    );
  });
});
