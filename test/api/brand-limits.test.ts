import assert from 'node:assert/strict';
import { setSender } from '#app/set-sender.ts';
import { accessCause } from '../support/access.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { operations } from '../support/api-answers.ts';
import { sendNow } from '../support/house-steps.ts';
import { furnishBrand, putCampaign, signedIn } from '../support/two-brands.ts';

type Body = Readonly<{ code?: string; detail?: string; data?: readonly Readonly<{ id: string }>[] }>;
type Headers = Readonly<Record<string, string>>;

/** Two brands of a company with all that a brand has, and somebody who sees the first. */
describe('somebody who sees some brands', () => {
  let api: ApiHouse;
  let limited: Headers;
  let everybody: Headers;
  const mine = { brand: 'brd_a', registration: 'reg_a', number: '+12085550171', campaign: '', message: '', packet: '' };
  const others = { brand: 'brd_b', registration: 'reg_b', number: '+12085550172', campaign: '', message: '', packet: '' };

  const put = (definition: typeof sendNow) => putCampaign(api, definition);

  before(async () => {
    api = await openApiHouse();
    await furnishBrand(api, mine);
    await furnishBrand(api, others);
    limited = await signedIn(api, 'some@example.com', ['brd_a']);
    everybody = await signedIn(api, 'all@example.com');
  });
  after(() => api.close());

  const ask = async (id: string, { headers = limited, ...asking }: Asking = {}) => {
    const operation = operations.find((one) => one.id === id)!;
    const { status, text } = await callOperation(api.origin, operation, { ...asking, headers });
    return { status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Body };
  };
  const lookups = (of: typeof mine): readonly (readonly [string, Asking])[] => [
    ['getBrand', { path: { id: of.brand } }],
    ['getRegistration', { path: { id: of.registration } }],
    ['getNumber', { path: { number: of.number } }],
    ['getCampaign', { path: { id: of.campaign } }],
    ['getCampaignProgress', { path: { id: of.campaign } }],
    ['getMessage', { path: { id: of.message } }],
    ['getPacket', { path: { id: of.packet } }],
  ];

  it('finds what is of them', async () => {
    for (const [id, asking] of lookups(mine)) assert.equal((await ask(id, asking)).status, 200, id);
  });
  it('finds nothing of others, in the words of what is not there', async () => {
    for (const [id, asking] of lookups(others)) {
      assert.equal((await ask(id, { ...asking, headers: everybody })).status, 200, id);
      const { status, body } = await ask(id, asking);
      const none = await ask(id, { path: Object.fromEntries(Object.keys(asking.path ?? {}).map((name) => [name, 'none'])) });
      assert.deepEqual([status, body.code], [404, none.body.code], id);
    }
  });
  it('is not answered what others were answered, by their Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'monday' };
    for (const [id, asking] of [
      ['copyCampaign', { path: { id: others.campaign }, body: { name: 'A second' } }],
      ['previewCampaign', { path: { id: others.campaign }, body: { rows: [{ phone: '+12085550123', name: 'Ana', id: 'P1' }] } }],
    ] as const) {
      assert.ok((await ask(id, { ...asking, headers: { ...everybody, ...key } })).status < 300, id);
      assert.equal((await ask(id, { ...asking, headers: { ...limited, ...key } })).status, 404, id);
    }
    const search = { body: { to: '+12085550123' } };
    const seen = async (headers: Headers) => (await ask('searchConsents', { ...search, headers })).body;
    const alone = await seen(limited);
    await seen({ ...everybody, ...key });
    assert.deepEqual(await seen({ ...limited, ...key }), alone);
  });
  it('changes and sends nothing of others', async () => {
    const definition = { ...sendNow, name: 'Of brd_b', from: others.number };
    const fields = { phone: '+12085550124', name: 'Ana', id: 'P9' };
    const tries: readonly (readonly [string, Asking])[] = [
      ['editCampaign', { path: { id: others.campaign }, body: definition }],
      ['pauseCampaign', { path: { id: others.campaign } }],
      ['copyCampaign', { path: { id: others.campaign }, body: { name: 'Copied' } }],
      ['uploadPacket', { path: { id: others.campaign }, query: { name: 'x.csv' }, body: 'id,name,phone\nP1,Ana,+12085550125\n' }],
      ['sendMessage', { body: { campaign: others.campaign, fields } }],
      ['sendMessages', { body: { campaign: others.campaign, messages: [{ fields }] } }],
      ['editBrand', { path: { id: others.brand }, body: { display_name: 'Taken' } }],
      ['suspendNumber', { path: { number: others.number }, body: { reason: 'x' } }],
      ['createRegistration', { body: { name: 'New', brand: others.brand, facts: { use_case: 'CUSTOMER_CARE' } } }],
      ['listPackets', { query: { campaign: others.campaign } }],
    ];
    for (const [id, asking] of tries) {
      const { status, body } = await ask(id, asking);
      const isEmpty = status === 200 && body.data?.length === 0;
      assert.ok(status === 404 || isEmpty, `${id}: ${status} ${JSON.stringify(body)}`);
    }
    assert.equal((await ask('sendMessage', { body: { campaign: mine.campaign, fields } })).status, 201);
  });
  it('lists what is of them', async () => {
    const ids = async (id: string, headers?: Headers) => {
      const { body } = await ask(id, headers ? { headers } : {});
      return body.data?.map((one) => one.id);
    };
    for (const [id, name] of [
      ['listBrands', 'brand'],
      ['listRegistrations', 'registration'],
      ['listNumbers', 'number'],
      ['listCampaigns', 'campaign'],
    ] as const) {
      assert.deepEqual(await ids(id), [mine[name]], id);
      assert.ok((await ids(id, everybody))?.includes(others[name]), id);
    }
  });
  it('sees no campaign that has no brand, that one of others shares, or that sends as others', async () => {
    const { companyId, house } = api;
    await setSender(house, { kind: 'pool', companyId, poolId: 'pool_both', numbers: [mine.number, others.number] }, accessCause(house));
    for (const definition of [
      { ...sendNow, name: 'No brand', from: '+12085550173' },
      { ...sendNow, name: 'Both', from: 'pool_both' },
      { ...sendNow, name: 'As others', from: mine.number, registration: others.registration },
      { ...sendNow, name: 'No pool', from: 'pool_none', registration: mine.registration },
    ]) {
      const id = await put(definition);
      assert.equal((await ask('getCampaign', { path: { id } })).status, 404, definition.name);
    }
    const id = await put({ ...sendNow, name: 'By its registration', from: mine.number, registration: mine.registration });
    assert.equal((await ask('getCampaign', { path: { id } })).status, 200);
  });
  it('writes no campaign that sends as others', async () => {
    const write = (definition: object) => ask('createCampaign', { body: { ...sendNow, name: 'Written', ...definition } });
    const foreign = [{ from: others.number }, { from: '+12085550173' }, { from: mine.number, registration: others.registration }];
    for (const definition of foreign) assert.equal((await write(definition)).body.code, 'brand_limited', JSON.stringify(definition));
    const channels = [{ channel: 'sms', from: others.number, template: 'Hi' }];
    assert.equal((await write({ from: mine.number, channels })).body.code, 'brand_limited');
    assert.equal((await write({ from: mine.number })).status, 201);
    const edit = { path: { id: mine.campaign }, body: { ...sendNow, name: 'Of brd_a', from: others.number } };
    assert.equal((await ask('editCampaign', edit)).body.code, 'brand_limited');
  });
  it('sees the locations of one of them, and changes those of them alone', async () => {
    const site = (code: string, ...brands: readonly string[]) => ({
      code,
      name: `Clinic ${code}`,
      timezone: 'America/Boise',
      ...(brands.length > 0 ? { brands } : {}),
    });
    const add = async (headers: Headers, body: object) => {
      const { status, body: made } = await ask('addLocation', { headers, body });
      return { status, code: made.code, id: (made as Readonly<{ id?: string }>).id ?? '' };
    };
    const own = await add(limited, site('A', 'brd_a'));
    assert.equal(own.status, 201);
    const both = await add(everybody, site('AB', 'brd_a', 'brd_b'));
    const other = await add(everybody, site('B', 'brd_b'));
    const nobodys = await add(everybody, site('N'));
    for (const brands of [['brd_b'], ['brd_a', 'brd_b'], []])
      assert.deepEqual(await add(limited, site('X', ...brands)), { status: 403, code: 'brand_limited', id: '' }, brands.join());
    assert.equal((await add(everybody, site('X', 'brd_none'))).code, 'brand_unknown');

    const listed = async (headers: Headers, query = {}) => (await ask('listLocations', { headers, query })).body.data?.map(({ id }) => id);
    assert.deepEqual(await listed(limited), [both.id, own.id]);
    assert.deepEqual(await listed(everybody), [nobodys.id, other.id, both.id, own.id]);
    assert.deepEqual([await listed(limited, { named: 'ab' }), await listed(limited, { named: 'b' })], [[both.id], []]);
    const statuses = async (id: string, asking: Asking) =>
      Promise.all([own, both, other, nobodys].map(async (one) => (await ask(id, { ...asking, path: { id: one.id } })).status));
    assert.deepEqual(await statuses('getLocation', {}), [200, 200, 404, 404]);
    // 412: it is his to change, from what he has seen
    const edit = { headers: { ...limited, 'if-match': '"old"' } };
    assert.deepEqual(await statuses('editLocation', { ...edit, body: site('Z', 'brd_a') }), [412, 403, 404, 404]);
    assert.deepEqual(await statuses('editLocation', { ...edit, body: site('Z') }), [403, 403, 404, 404]);
    assert.deepEqual(await statuses('removeLocation', {}), [204, 403, 404, 404]);
  });
  it('is refused what is about all brands', async () => {
    for (const [id, asking] of [
      ['forgetPerson', { body: { to: '+12085550123', dry_run: true } }],
      ['addOptOut', { body: { to: '+12085550123' } }],
      ['addConsent', { body: { to: '+12085550123' } }],
      ['listUsers', {}],
      ['listAuditEntries', {}],
      ['listUnloadedFiles', {}],
      ['listSenders', {}],
      ['useContactList', { path: { id: mine.campaign }, body: { name: 'Winter' } }],
      ['createBrand', { body: { display_name: 'Mine too', entity_type: 'PRIVATE_PROFIT' } }],
    ] as const) {
      const { status, body } = await ask(id, asking);
      assert.deepEqual([status, body.code], [403, 'brand_limited'], `${id} ${JSON.stringify(asking)}`);
    }
  });
  it('is the only one who is limited: keys are not', async () => {
    const { status } = await callOperation(
      api.origin,
      operations.find(({ id }) => id === 'getCampaign')!,
      {
        key: api.key,
        path: { id: others.campaign },
      },
    );
    assert.equal(status, 200);
  });
});
