import assert from 'node:assert/strict';
import { companyStream } from '#domain/kernel/streams.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { operations } from '../support/api-answers.ts';

type Body = Readonly<Record<string, unknown>>;

describe('companies over the API', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
  });
  after(() => api.close());

  const path = { id: 'me' };
  const call = async (id: string, asking: Asking = {}) => {
    const operation = operations.find((one) => one.id === id);
    assert.ok(operation, id);
    const { status, headers, text } = await callOperation(api.origin, operation, { key: api.key, path, ...asking });
    return { status, body: JSON.parse(text) as Body, etag: headers.get('etag') ?? '' };
  };
  const send = () =>
    call('sendMessage', { body: { campaign: api.campaignId, fields: { phone: '+12085550123', firstName: 'Ana', person: 'P1' } } });

  it('are stopped by one word, and lifted by another, and both say who', async () => {
    const halted = await call('haltCompany', { body: { reason: 'Wrong file' } });
    const { by, reason } = Object(halted.body['halted']) as Body;
    assert.match(String(by), /^key_/);
    assert.equal(reason, 'Wrong file');
    assert.deepEqual((await call('haltCompany', { body: { reason: 'Another' } })).body, halted.body, 'again: nothing');
    const refused = await send();
    assert.deepEqual([refused.status, refused.body['code']], [409, 'company_halted']);
    assert.equal((await call('getCompany', { key: api.otherKey })).body['halted'], null, 'another company goes on');
    assert.equal((await call('liftCompany')).body['halted'], null);
    assert.equal((await send()).status, 201);
    const { events } = await api.house.store.read(companyStream(api.companyId));
    assert.deepEqual(
      events.slice(1).map(({ type, data }) => [type, Object(data).by === by]),
      [
        ['CompanyHalted', true],
        ['CompanyLifted', true],
      ],
    );
  });

  it('take a name, a zone and a limit of days, from whoever has seen what there was', async () => {
    const { etag } = await call('getCompany');
    const limited = await call('editCompany', { headers: { 'if-match': etag }, body: { messages_per_day: 500 } });
    assert.deepEqual([limited.status, limited.body['code']], [400, 'timezone_missing']);
    const nowhere = await call('editCompany', { headers: { 'if-match': etag }, body: { timezone: 'Boise', name: 'Not taken' } });
    assert.deepEqual([nowhere.status, nowhere.body['code']], [400, 'timezone_unknown']);
    const edited = await call('editCompany', {
      headers: { 'if-match': etag },
      body: { name: 'Hillside', timezone: 'America/Boise', messages_per_day: 500 },
    });
    assert.deepEqual([edited.body['name'], edited.body['timezone'], edited.body['messages_per_day']], ['Hillside', 'America/Boise', 500]);
    const late = await call('editCompany', { headers: { 'if-match': etag }, body: { name: 'Another' } });
    assert.deepEqual([late.status, late.body['code']], [412, 'version_moved']);
    const free = await call('editCompany', { headers: { 'if-match': edited.etag }, body: { messages_per_day: null } });
    assert.deepEqual([free.body['name'], free.body['timezone'], free.body['messages_per_day']], ['Hillside', 'America/Boise', null]);
  });
});
