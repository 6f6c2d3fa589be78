import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { keepList } from '#app/keep-list.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { operations } from '../support/api-answers.ts';
import { callOperation, issue, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { deliverAll, settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, phoneOf, remind, sendNow } from '../support/house-steps.ts';
import { bodiesTaken, ofType } from '../support/house-story.ts';

const template = '{{ firstName }} {{ location.name }}, {{ location.address }}, {{ location.phone }}: {{ location.directions }}';
const words = (name: string, place = 'Boise') => `${name} ${place}, 12 Main St, (208) 555-0100: Ring twice`;
const now: Definition = {
  ...sendNow,
  name: 'Placed now',
  fields: { ...sendNow.fields, location: 'site' },
  channels: [{ channel: 'sms', template }],
};
const visits: Definition = {
  ...remind,
  name: 'Placed visits',
  fields: { ...remind.fields, location: 'site', appointment: 'booking' },
  channels: [{ channel: 'sms', template: '{{ firstName }} {{ appointmentAt | date: "%H:%M" }} {{ location.name }}' }],
};

// oxlint-disable-next-line typescript/no-explicit-any
type Json = Record<string, any>;

describe('rows that name a location, by every way in', () => {
  let api: ApiHouse;
  let campaign: string;
  before(async () => {
    api = await openApiHouse();
    campaign = await activeCampaign(api.test, now);
    const site = { address: '12 Main St', phone: '(208) 555-0100', directions: 'Ring twice' };
    await call('addLocation', { body: { ...site, code: 'BOI', name: 'Boise', timezone: 'America/Boise' } });
    await call('addLocation', { body: { ...site, code: 'HNL', name: 'Hilo', timezone: 'Pacific/Honolulu' } });
  });
  after(() => api.close());

  const call = async (id: string, asking: Asking = {}): Promise<Json> => {
    const operation = operations.find((one) => one.id === id);
    assert.ok(operation, id);
    const { status, text } = await callOperation(api.origin, operation, { key: api.key, ...asking });
    return { http: status, ...(text.startsWith('{') ? (JSON.parse(text) as Json) : { text }) };
  };
  const person = (n: number, site?: string) => ({
    id: `L${n}`,
    name: `Ana${n}`,
    phone: phoneOf(n),
    ...(site === undefined ? {} : { site }),
  });
  const file = (people: readonly ReturnType<typeof person>[]): string =>
    ['id,name,phone,site', ...people.map(({ id, name, phone, site = '' }) => [id, name, phone, site].join(',')), ''].join('\n');
  const sent = async () => {
    await deliverAll(api.test);
    await settle(api.test);
    return bodiesTaken(api.test);
  };

  it('messages by the API have its words; one that names none that is known is answered so, alone', async () => {
    const messages = [person(1, 'boi'), person(2, 'Nampa'), person(3)].map((fields) => ({ fields }));
    const { http, results } = await call('sendMessages', { body: { campaign, messages } });
    assert.equal(http, 201);
    assert.deepEqual(
      (results as readonly Json[]).map((one) => [one['outcome'], one['code'], one['field']]),
      [
        ['queued', undefined, undefined],
        ['rejected', 'location_invalid', 'location'],
        ['rejected', 'field_missing', 'location'],
      ],
    );
    assert.deepEqual(
      (await sent()).filter((body) => body.startsWith('Ana1 ')),
      [words('Ana1')],
    );
  });

  it('a request counts those that name none, as a file does', async () => {
    await call('sendMessages', { body: { campaign, messages: [{ fields: person(5, 'Nowhere') }] } });
    assert.deepEqual((await ofType(api.test, 'PacketLoaded')).at(-1)?.data.notes, { location_invalid: 1 });
  });

  it('a test key sends by the locations of its company, as they are now', async () => {
    const key = await issue(api.house, api.companyId, ['*'], 'test');
    const { results } = await call('sendMessages', { key, body: { campaign, messages: [{ fields: person(4, 'BOI') }] } });
    const [{ outcome, message }] = results as [Json];
    assert.equal(outcome, 'queued', JSON.stringify(results));
    assert.equal((await call('getMessage', { key, path: { id: message } }))['body'], words('Ana4'));
  });

  it('files, their corrected rows and lists have them, and say which rows have none', async () => {
    const { id } = await call('uploadPacket', {
      path: { id: campaign },
      query: { name: 'a.csv' },
      body: file([person(10, 'HNL'), person(11, 'Hnll')]),
    });
    assert.ok((await sent()).includes(words('Ana10', 'Hilo')));
    assert.deepEqual((await call('getPacket', { path: { id } }))['notes'], { location_invalid: 1 });
    const fixed = await call('uploadFixes', { path: { id }, query: { name: 'b.csv' }, body: file([person(11, 'hilo')]) });
    assert.equal(fixed['status'], 'accepted', JSON.stringify(fixed));
    assert.ok((await sent()).includes(words('Ana11', 'Hilo')));
    const list = { name: 'people.csv', open: () => Promise.resolve(Readable.from([Buffer.from(file([person(12, 'boise')]))])) };
    await keepList(api.house, { companyId: api.companyId, name: 'Winter', file: list }, causeAt(api.test));
    await call('useContactList', { path: { id: campaign }, body: { name: 'Winter' } });
    assert.ok((await sent()).includes(words('Ana12')));
  });

  it('appointments are at its clock, and follow it where they are moved to another one', async () => {
    api.test.clock.set('2026-11-02T11:00:00.000Z');
    const campaigns = [await activeCampaign(api.test, visits)];
    const put = (site: string) => {
      const fields = { ...person(20, site), date: '2026-11-04', time: '10:00' };
      return call('putAppointment', { path: { id: 'visit-20' }, body: { campaigns, fields } });
    };
    const waiting = async () => {
      await sent();
      const one = await call('getAppointment', { path: { id: 'visit-20' } });
      return [
        one['appointment_at'],
        ...(one['messages'] as readonly Json[]).flatMap((one) => (one['status'] === 'queued' ? [one['send_at']] : [])),
      ];
    };
    assert.equal((await put('BOI'))['http'], 201);
    assert.deepEqual(await waiting(), ['2026-11-04T17:00:00.000Z', '2026-11-02T17:00:00.000Z']);
    await put('HNL');
    assert.deepEqual(await waiting(), ['2026-11-04T20:00:00.000Z', '2026-11-02T20:00:00.000Z']);
  });

  it('previews and tests say what is sent', async () => {
    const rows = [person(30, 'HNL'), person(31, 'Nampa')];
    const previewed = await call('previewCampaign', { path: { id: campaign }, body: { rows, row: 2 } });
    assert.equal(previewed['shown'][0].body, words('Ana30', 'Hilo'), JSON.stringify(previewed));
    assert.deepEqual([previewed['rejected'], previewed['notes']], [{ location_invalid: 1 }, { location_invalid: 1 }]);
    const tested = await call('testCampaign', { path: { id: campaign }, body: { to: '+12085550199', fields: person(32, 'boi') } });
    assert.equal(tested['body'], `TEST: ${words('Ana32')}`, JSON.stringify(tested));
  });

  it('a campaign that names what no location has, or no column for them, is refused with what to do', async () => {
    const refused = async (change: object) => {
      const { http, code, errors } = await call('createCampaign', { body: { ...now, name: 'Wrong', ...change } });
      return [http, code, errors[0].pointer, errors[0].detail];
    };
    assert.deepEqual(await refused({ channels: [{ channel: 'sms', template: '{{ location.zip }}' }] }), [
      400,
      'campaign_invalid',
      '/body/channels/0/template',
      'location.zip is not known; of the location there is location.name, location.address, location.phone, location.directions',
    ]);
    assert.deepEqual(await refused({ fields: sendNow.fields }), [
      400,
      'campaign_invalid',
      '/body/channels/0/template',
      "tells of a row's location, which needs fields.location: the column that has the location's code, name or id",
    ]);
  });
});
