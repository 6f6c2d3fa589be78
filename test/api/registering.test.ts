import assert from 'node:assert/strict';
import { numberStream } from '#domain/kernel/streams.ts';
import { numberIdOf } from '#domain/registration/number-kind.ts';
import { enterHouse } from '#wiring/current-house.ts';
import { snakeCase } from '#api/conventions/snake-case.ts';
import { callOperation, furnish, type Asking, type Furnished } from '../support/api-house.ts';
import { operations } from '../support/api-answers.ts';
import { openRegisteringHouse, type RegisteringHouse } from '../support/opened-registrar.ts';
import { goodBrand, goodRegistration } from '../support/registration-facts.ts';

type Body = Readonly<Record<string, unknown>>;

/** Against the simulated Twilio and its registry, over HTTP on both sides. */
describe('brands, registrations and numbers over the API', () => {
  let opened: RegisteringHouse;
  let api: Furnished;
  let origin: string;
  before(async () => {
    opened = await openRegisteringHouse({ listening: true });
    enterHouse(opened.house);
    api = await furnish(opened.house, opened.twilioAccount);
    origin = opened.house.publicUrl;
  });
  after(() => opened.close());

  const call = async (id: string, asking: Asking = {}) => {
    const operation = operations.find((one) => one.id === id);
    assert.ok(operation, id);
    const { status, headers, text } = await callOperation(origin, operation, { key: api.key, ...asking });
    return { status, body: JSON.parse(text) as Body, etag: headers.get('etag') ?? '', location: headers.get('location') };
  };
  let brand: string;
  let registration: string;

  it('say what is missing in a brand and what it costs, before anything is handed in', async () => {
    const { ein: _, ...lacking } = snakeCase(goodBrand) as Body;
    const made = await call('createBrand', { body: lacking });
    brand = String(made.body['id']);
    assert.deepEqual([made.status, made.location, made.body['status']], [201, `${origin}/v1/brands/${brand}`, 'draft']);
    assert.deepEqual(
      (made.body['missing'] as Body[]).filter(({ blocks }) => blocks).map(({ at }) => at),
      ['ein'],
    );
    assert.match(String(made.body['costs']), /4 dollars/);
    const early = await call('submitBrand', { path: { id: brand }, body: {} });
    assert.deepEqual([early.status, early.body['code']], [400, 'brand_incomplete']);
    assert.equal((await opened.things('twilio', 'brand')).length, 0, 'nothing was charged');
    assert.deepEqual((await call('createBrand', { body: lacking })).body['code'], 'brand_exists');
    const stale = await call('editBrand', { path: { id: brand }, headers: { 'if-match': '"old"' }, body: snakeCase(goodBrand) });
    assert.equal(stale.status, 412);
    const edited = await call('editBrand', { path: { id: brand }, headers: { 'if-match': made.etag }, body: snakeCase(goodBrand) });
    assert.deepEqual(
      (edited.body['missing'] as Body[]).filter(({ blocks }) => blocks),
      [],
    );
    assert.deepEqual(edited.body['facts'], snakeCase(goodBrand));
  });

  it('hand a brand in once for one key, and wait for the carriers', async () => {
    await opened.decide('twilio', { kind: 'brand', status: 'pending' });
    const headers = { 'idempotency-key': 'hand-in-riverside' };
    const first = await call('submitBrand', { path: { id: brand }, body: {}, headers });
    assert.deepEqual([first.status, first.location], [202, `${origin}/v1/brands/${brand}`]);
    assert.deepEqual((await call('submitBrand', { path: { id: brand }, body: {}, headers })).body, first.body);
    assert.equal((await call('getBrand', { path: { id: brand } })).body['status'], 'pending');
    assert.equal((await opened.things('twilio', 'brand')).length, 1);
    await opened.decide('twilio', { kind: 'brand', status: 'approved', score: 80 });
    const looked = await call('lookAtBrand', { path: { id: brand } });
    assert.deepEqual([looked.body['status'], looked.body['score']], ['approved', 80]);
    assert.equal((await call('submitBrand', { path: { id: brand }, body: {} })).status, 200, 'decided before');
  });

  it('take a registration to its approval', async () => {
    const foreign = await call('createRegistration', { key: api.otherKey, body: { name: 'Reminders', brand, facts: {} } });
    assert.deepEqual([foreign.status, foreign.body['code']], [404, 'brand_unknown']);
    const made = await call('createRegistration', { body: { name: 'Reminders', brand, facts: snakeCase(goodRegistration) } });
    registration = String(made.body['id']);
    assert.deepEqual([made.status, made.body['brand'], made.body['status']], [201, brand, 'draft']);
    assert.match(String(made.body['costs']), /15 dollars/);
    const listed = await call('listRegistrations', { query: { brand, status: 'draft' } });
    assert.deepEqual(
      (listed.body['data'] as Body[]).map(({ id }) => id),
      [registration],
    );
    assert.equal((await call('submitRegistration', { path: { id: registration }, body: {} })).status, 202);
    const none = await call('appealRegistration', { path: { id: registration }, body: { argument: 'Look again.' } });
    assert.deepEqual([none.status, none.body['code']], [409, 'nothing_refused']);
    await opened.decide('twilio', { kind: 'campaign', status: 'approved' });
    assert.equal((await call('lookAtRegistration', { path: { id: registration } })).body['status'], 'approved');
  });

  it('find, buy, assign, suspend, resume and release a number, and say who did', async () => {
    const found = (await call('searchNumbers', { query: { area_code: '208', limit: '2' } })).body['data'] as Body[];
    assert.equal(found.length, 2);
    const number = String(found[0]?.['id']);
    const bought = await call('buyNumber', { body: { number } });
    assert.deepEqual([bought.status, bought.body['status']], [200, 'owned']);
    const path = { number };
    assert.equal((await call('getNumber', { path, key: api.otherKey })).status, 404);
    const taken = await call('addNumber', { key: api.otherKey, body: { number } });
    assert.deepEqual([taken.status, taken.body['code']], [409, 'number_taken']);
    const assigned = await call('assignNumber', { path, body: { registration } });
    assert.ok([200, 202].includes(assigned.status), JSON.stringify(assigned.body));
    assert.equal((await call('lookAtNumber', { path })).body['registration'], registration);
    const suspended = await call('suspendNumber', { path, body: { reason: 'Complaints' } });
    assert.equal(Object(suspended.body['suspended'])['reason'], 'Complaints');
    assert.equal((await call('resumeNumber', { path })).body['suspended'], null);
    assert.deepEqual(
      ((await call('listNumbers')).body['data'] as Body[]).map(({ id }) => id),
      [number],
    );
    const released = await call('releaseNumber', { path });
    assert.deepEqual([released.status, released.body['status']], [200, 'released']);
    const { events } = await opened.house.store.read(numberStream(numberIdOf(number)));
    for (const { type, data } of events) {
      const { by } = Object(data) as { by?: string };
      if (['NumberBuying', 'NumberAssigning', 'NumberSuspended', 'NumberResumed', 'NumberReleasing'].includes(type))
        assert.match(by ?? '', /^key_/, type);
    }
  });
});
