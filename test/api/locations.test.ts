import assert from 'node:assert/strict';
import { operations } from '../support/api-answers.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';

type Body = Readonly<Record<string, unknown>>;
const boise = { code: 'BOI', name: 'Boise', address: '12 Main St', phone: '(208) 555-0100', timezone: 'America/Boise' };

describe('locations over the API', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
  });
  after(() => api.close());

  const call = async (id: string, asking: Asking = {}) => {
    const operation = operations.find((one) => one.id === id);
    assert.ok(operation, id);
    const { status, headers, text } = await callOperation(api.origin, operation, { key: api.key, ...asking });
    return { status, body: (text === '' ? {} : JSON.parse(text)) as Body, etag: headers.get('etag') ?? '' };
  };

  it('are added, found by what rows say, edited from what was seen, and removed', async () => {
    const made = await call('addLocation', { body: boise });
    assert.deepEqual([made.status, made.body['phone']], [201, '(208) 555-0100'], JSON.stringify(made.body));
    const path = { id: String(made.body['id']) };
    const again = await call('addLocation', { body: { ...boise, code: 'boi', name: 'Other' } });
    assert.deepEqual([again.status, again.body['code']], [409, 'location_exists']);
    const headers = { 'if-match': made.etag };
    const edited = await call('editLocation', { path, headers, body: { code: 'BOI', name: 'Downtown', timezone: 'America/Boise' } });
    assert.deepEqual([edited.status, edited.body['name'], edited.body['address']], [200, 'Downtown', null]);
    const late = await call('editLocation', { path, headers, body: boise });
    assert.deepEqual([late.status, late.body['code']], [412, 'version_moved']);
    const list = async (named?: string) => {
      const { body } = await call('listLocations', named === undefined ? {} : { query: { named } });
      return (body['data'] as readonly Body[]).map(({ id }) => id);
    };
    assert.deepEqual([await list(), await list('DOWNTOWN'), await list('Nampa')], [[path.id], [path.id], []]);
    assert.equal((await call('removeLocation', { path })).status, 204);
    assert.equal((await call('getLocation', { path })).status, 404);
    assert.deepEqual(await list(), []);
  });

  it('say what is wrong with a zone or a phone', async () => {
    const zone = await call('addLocation', { body: { ...boise, timezone: 'Boise' } });
    assert.deepEqual([zone.status, zone.body['code']], [400, 'timezone_unknown']);
    const phone = await call('addLocation', { body: { ...boise, phone: 'ask' } });
    assert.deepEqual([phone.status, (phone.body['errors'] as readonly Body[])[0]?.['pointer']], [400, '/body/phone']);
  });
});
