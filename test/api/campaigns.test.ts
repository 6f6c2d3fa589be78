import assert from 'node:assert/strict';
import { campaignStream } from '#domain/kernel/streams.ts';
import { callOperation, issue, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { operations } from '../support/api-answers.ts';
import { remind, sendNow } from '../support/house-steps.ts';

type Body = Readonly<Record<string, unknown>>;
type Answer = Readonly<{ status: number; body: Body; etag: string; headers: Headers }>;

describe('campaigns over the API', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
  });
  after(() => api.close());

  const call = async (id: string, asking: Asking = {}): Promise<Answer> => {
    const operation = operations.find((one) => one.id === id);
    assert.ok(operation, id);
    const { status, headers, text } = await callOperation(api.origin, operation, { key: api.key, ...asking });
    return { status, headers, body: JSON.parse(text) as Body, etag: headers.get('etag') ?? '' };
  };
  const create = async (name: string, definition: object = sendNow): Promise<string> => {
    const { status, body } = await call('createCampaign', { body: { ...definition, name } });
    assert.equal(status, 201, JSON.stringify(body));
    return String(body['id']);
  };
  const eventsOf = async (id: string) =>
    (await api.house.store.read(campaignStream(id))).events.map(({ type, data }) => [type, Object(data).by ?? Object(data).approvedBy]);

  it('go from a draft to the archive, and each step says who', async () => {
    const key = await issue(api.house, api.companyId);
    const id = await create('Whole life');
    const steps = [
      ['approveCampaign', 'ready', { version: 1 }],
      ['activateCampaign', 'active'],
      ['pauseCampaign', 'paused'],
      ['resumeCampaign', 'active'],
      ['archiveCampaign', 'archived'],
    ] as const;
    for (const [verb, status, body] of steps) {
      const answer = await call(verb, { key, path: { id }, ...(body ? { body } : {}) });
      assert.deepEqual([answer.status, answer.body['status'], answer.body['approved_version']], [200, status, 1], verb);
    }
    const events = await eventsOf(id);
    assert.deepEqual(
      events.map(([type]) => type),
      ['CampaignDrafted', 'CampaignApproved', 'CampaignActivated', 'CampaignPaused', 'CampaignResumed', 'CampaignArchived'],
    );
    for (const [type, by] of events) assert.match(String(by), /^key_/, String(type));
    assert.notEqual(events[0]?.[1], events[1]?.[1]);
  });

  it('approve only the version that was looked at, and send only what was approved', async () => {
    const id = await create('Looked at');
    const early = await call('activateCampaign', { path: { id } });
    assert.deepEqual([early.status, early.body['code']], [409, 'campaign_not_approved']);
    const { etag } = await call('getCampaign', { path: { id } });
    const edited = await call('editCampaign', {
      path: { id },
      headers: { 'if-match': etag },
      body: { ...sendNow, name: 'Looked at', locale: 'es-US' },
    });
    assert.deepEqual([edited.status, edited.body['version']], [200, 2]);
    const old = await call('approveCampaign', { path: { id }, body: { version: 1 } });
    assert.deepEqual([old.status, old.body['code']], [412, 'version_moved']);
  });

  it('take an edit only of what its author has seen', async () => {
    const id = await create('Edited');
    const { etag } = await call('getCampaign', { path: { id } });
    const body = { ...sendNow, name: 'Edited', limits: { perMinute: 10 } };
    const first = await call('editCampaign', { path: { id }, headers: { 'if-match': etag }, body });
    assert.equal(first.status, 200);
    const late = await call('editCampaign', { path: { id }, headers: { 'if-match': etag }, body: { ...body, limits: { perMinute: 20 } } });
    assert.deepEqual([late.status, late.body['code'], late.etag], [412, 'version_moved', first.etag]);
    const same = await call('editCampaign', { path: { id }, headers: { 'if-match': first.etag }, body });
    assert.deepEqual([same.status, same.body['version']], [200, 2]);
    const renamed = await call('editCampaign', { path: { id }, headers: { 'if-match': first.etag }, body: { ...body, name: 'Another' } });
    assert.deepEqual([renamed.status, renamed.body['code']], [409, 'campaign_name_fixed']);
  });

  it('have one of each name: two that make it at once make one', async () => {
    const bodies = [1, 2, 3, 4].map((n) => ({ ...sendNow, name: 'Twice', limits: { perMinute: n } }));
    const answers = await Promise.all(bodies.map((body) => call('createCampaign', { body })));
    assert.deepEqual(
      answers.map(({ status }) => status).sort((one, other) => one - other),
      [201, 409, 409, 409],
    );
    const made = answers.find(({ status }) => status === 201);
    assert.equal((await call('createCampaign', { body: made?.body['definition'] })).status, 201, 'the same again is the same');
    assert.deepEqual((await call('getCampaign', { path: { id: String(made?.body['id']) } })).body['version'], 1);
  });

  it('say of each fault where it stands: field, line and column', async () => {
    const channels = [{ channel: 'sms', template: 'Hi {{ firstName }},\n  see you {{ when | dat }}' }];
    const { status, body } = await call('createCampaign', { body: { ...sendNow, name: 'Wrong', channels, timezone: 'Boise' } });
    assert.deepEqual([status, body['code']], [400, 'campaign_invalid']);
    const errors = body['errors'] as readonly { pointer: string; line?: number; column?: number; detail: string }[];
    assert.deepEqual(errors.map(({ pointer }) => pointer).sort(), ['/body/channels/0/template', '/body/timezone']);
    const template = errors.find(({ line }) => line !== undefined);
    assert.deepEqual([template?.pointer, template?.line], ['/body/channels/0/template', 2]);
    assert.match(template?.detail ?? '', /there is no filter "dat"/);
  });

  it('are listed newest first, by status and name, page by page', async () => {
    const ids: string[] = [];
    for (const [n, name] of ['List one', 'List two', 'List three'].entries()) {
      api.test.clock.set(`2026-11-02T16:00:0${n + 1}.000Z`);
      ids.push(await create(name));
    }
    await call('archiveCampaign', { path: { id: ids[0]! } });
    const list = async (query: Record<string, string>) => {
      const { body } = await call('listCampaigns', { query });
      return (body['data'] as readonly Body[]).map(({ id }) => id);
    };
    assert.deepEqual(await list({ name: 'LIST' }), [ids[2], ids[1]]);
    assert.deepEqual(await list({ name: 'list', status: 'archived' }), [ids[0]]);
    assert.deepEqual(await list({ name: 'list', limit: '1', starting_after: ids[2]! }), [ids[1]]);
    const other = await call('listCampaigns', { key: api.otherKey });
    assert.deepEqual(other.body['data'], []);
  });

  it('are copied under another name', async () => {
    const id = await create('Original');
    const copy = await call('copyCampaign', { path: { id }, body: { name: 'Copied' } });
    assert.deepEqual([copy.status, copy.body['status'], Object(copy.body['definition']).name], [201, 'draft', 'Copied']);
    const again = await call('copyCampaign', { path: { id }, body: { name: 'Looked at' } });
    assert.deepEqual([again.status, again.body['code']], [409, 'campaign_exists']);
  });

  it('show what would become of rows, of a file, and of a document that nobody has put', async () => {
    const path = { id: api.campaignId };
    const rows = [
      { phone: '+12085550123', firstName: 'Ana', person: 'P1' },
      { phone: '12', firstName: 'Bo', person: 'P2' },
    ];
    const shown = await call('previewCampaign', { path, body: { rows, row: 2, price_per_segment: 0.01 } });
    assert.deepEqual([shown.body['rows'], shown.body['messages'], shown.body['cost']], [2, 1, 0.01]);
    assert.equal(Object((shown.body['shown'] as Body[])[0])['body'], 'Hi Ana, your glasses are ready.');
    assert.deepEqual(Object((shown.body['problems'] as Body[])[0])['code'], 'phone_invalid');
    const file = await call('previewSample', {
      path,
      query: { row: '3' },
      body: 'id,name,phone\nP1,Ana,+12085550123\nP2,Eve,+12085550124\n',
    });
    assert.equal(Object((file.body['shown'] as Body[])[0])['body'], 'Hi Eve, your glasses are ready.');
    const wrong = await call('previewSample', { path, body: 'id,name\nP1,Ana\n' });
    assert.equal(wrong.status, 400, JSON.stringify(wrong.body));
    const draft = await call('previewDefinition', { body: { definition: { ...sendNow, name: 'Nobody has put it' }, rows } });
    assert.deepEqual([draft.body['campaign'], draft.body['messages']], [null, 1]);
    const faulty = await call('previewDefinition', { body: { definition: { ...sendNow, from: '?' }, rows } });
    assert.deepEqual(
      (faulty.body['errors'] as Body[]).map(({ pointer }) => pointer),
      ['/body/definition/from'],
    );
  });

  it('send one test message however often the request comes', async () => {
    const id = await create('Tested');
    const asking = {
      path: { id },
      body: { to: '+12085550177', fields: { firstName: 'Ana', phone: '+12085550123' } },
      headers: { 'idempotency-key': 'test-once' },
    };
    const [one, two] = [await call('testCampaign', asking), await call('testCampaign', asking)];
    assert.deepEqual([one.status, one.body['status'], one.body['body']], [200, 'sent', 'TEST: Hi Ana, your glasses are ready.']);
    assert.deepEqual(two.body, one.body);
    assert.equal((await api.test.provider.find?.('+12085550177', 3_600_000))?.length, 1);
    const strange = await call('testCampaign', { path: { id }, body: { to: '12', fields: { phone: '+12085550123' } } });
    assert.deepEqual([strange.status, strange.body['code']], [400, 'phone_invalid']);
  });

  it('keep answers of one key apart for each campaign', async () => {
    const headers = { 'idempotency-key': 'one-key-two-campaigns' };
    const [one, two] = [await create('Key one'), await create('Key two')];
    assert.equal((await call('archiveCampaign', { path: { id: one }, headers })).body['id'], one);
    const other = await call('archiveCampaign', { path: { id: two }, headers });
    assert.deepEqual([other.status, other.body['code']], [422, 'idempotency_key_reused']);
  });

  it('show when each channel sends, and take other schedules as a new version', async () => {
    const id = await create('Scheduled', remind);
    const before = await call('getCampaignSchedules', { path: { id } });
    const [sms] = before.body['channels'] as readonly Body[];
    // the test's clock says Monday 9:00 in Boise
    assert.deepEqual([sms?.['fires_by'], sms?.['open_until']], ['appointment', '2026-11-03T02:00:00.000Z']);
    const every = {
      every: 'FREQ=WEEKLY;BYDAY=TU',
      start: '2026-11-03T08:00',
      window: { days: ['tue', 'wed'], from: '09:00', to: '19:00' },
    };
    const set = await call('setCampaignSchedules', {
      path: { id },
      headers: { 'if-match': before.etag },
      body: { channels: [{ schedule: every }] },
    });
    assert.equal(set.status, 200, JSON.stringify(set.body));
    const [own] = set.body['channels'] as readonly Body[];
    assert.deepEqual(
      [set.body['version'], own?.['own'], own?.['fires_by'], own?.['opens_at']],
      [2, true, 'rule', '2026-11-03T16:00:00.000Z'],
    );
    assert.deepEqual((own?.['next_fires'] as string[] | undefined)?.slice(0, 2), ['2026-11-03T16:00:00.000Z', '2026-11-10T16:00:00.000Z']);
    const wrong = await call('setCampaignSchedules', {
      path: { id },
      headers: { 'if-match': set.etag },
      body: { channels: [{ schedule: { sendAt: 'soon' } }] },
    });
    assert.deepEqual([wrong.status, (wrong.body['errors'] as Body[])[0]?.['pointer']], [400, '/body/channels/0/schedule/sendAt']);
    const many = await call('setCampaignSchedules', {
      path: { id },
      headers: { 'if-match': '*' },
      body: { channels: [{ schedule: null }, { schedule: null }] },
    });
    assert.deepEqual([many.status, many.body['code']], [400, 'channels_mismatched']);
    const back = await call('setCampaignSchedules', {
      path: { id },
      headers: { 'if-match': '*' },
      body: { channels: [{ schedule: null }] },
    });
    assert.deepEqual(Object((back.body['channels'] as Body[])[0])['own'], false);
  });

  it('say what waits for a person, and fire on demand', async () => {
    const id = await create('Asked about');
    const kinds = async () => ((await call('listCampaignQuestions', { path: { id } })).body['data'] as Body[]).map(({ kind }) => kind);
    assert.deepEqual(await kinds(), ['version_not_approved']);
    const early = await call('fireCampaign', { path: { id } });
    assert.deepEqual([early.status, early.body['code']], [409, 'campaign_not_active']);
    await call('approveCampaign', { path: { id }, body: { version: 1 } });
    assert.deepEqual(await kinds(), ['not_activated']);
    await call('activateCampaign', { path: { id } });
    assert.deepEqual(await kinds(), []);
    const fired = await call('fireCampaign', { path: { id } });
    assert.deepEqual([fired.status, fired.headers.get('location')], [202, `${api.origin}/v1/campaigns/${id}/progress`]);
    const progress = await call('getCampaignProgress', { path: { id } });
    assert.deepEqual([progress.body['status'], progress.body['packets']], ['active', null]);
  });
});
