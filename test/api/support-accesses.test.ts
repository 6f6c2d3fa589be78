import assert from 'node:assert/strict';
import { project } from '#app/project.ts';
import { carryOut } from '#wiring/commands.ts';
import { operations } from '../support/api-answers.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';

type Json = Readonly<Record<string, unknown>> &
  Readonly<{ code?: string; id?: string; data?: readonly Readonly<Record<string, unknown>>[] }>;

describe("the platform's staff", () => {
  let reporting: Reporting;
  let api: ApiHouse;
  before(async () => {
    reporting = await openReporting();
    api = await openApiHouse({ readModel: reporting.readModel });
  });
  after(async () => {
    await api.close();
    await reporting.close();
  });

  const call = async (id: string, asking: Asking = {}): Promise<{ status: number; json: Json; text: string }> => {
    const operation = operations.find((one) => one.id === id)!;
    const { status, text } = await callOperation(api.origin, operation, { key: api.key, ...asking });
    return { status, text, json: text.startsWith('{') ? (JSON.parse(text) as Json) : {} };
  };
  const carry = async (name: string, more: object): Promise<Record<string, string>> =>
    (await carryOut(api.test as never, name, { companyId: api.companyId, by: 'Kim', ...more })) as Record<string, string>;
  const ask = async (): Promise<string> => (await carry('ask-support', { reason: 'Ticket 8841' }))['supportId']!;
  const keyOf = async (supportId: string): Promise<string> => (await carry('issue-support-key', { supportId }))['secret']!;
  const look = async (key: string) => (await call('listConversations', { key })).json.code ?? 'sees';

  it('has no access before somebody of the company has granted it', async () => {
    const supportId = await ask();
    await assert.rejects(keyOf(supportId), { code: 'support_access_not_open' });
    const { json } = await call('listSupportAccesses', { query: { status: 'asked' } });
    assert.deepEqual([json.data?.[0]?.['who'], json.data?.[0]?.['reason'], json.data?.[0]?.['hours']], ['Kim', 'Ticket 8841', 4]);
    assert.equal((await call('grantAskedSupportAccess', { path: { id: supportId }, body: { hours: 1 } })).json['status'], 'open');
    assert.equal(await look(await keyOf(supportId)), 'sees');
  });
  it('is noted with each request: who, what for, and at what', async () => {
    const supportId = await ask();
    await call('grantAskedSupportAccess', { path: { id: supportId }, body: {} });
    const key = await keyOf(supportId);
    for (const [id, path] of [['listConversations'], ['getCampaign', { id: api.campaignId }]] as const)
      await call(id, { key, ...(path ? { path } : {}) });
    for (const partition of api.house.store.partitions()) await project(api.house, partition);
    const { json } = await call('listAuditEntries', { query: { who: supportId } });
    assert.deepEqual(json.data?.map((one) => [one['kind'], one['operation'], one['operator'], one['reason']]).toSorted(), [
      ['look', 'getCampaign', 'Kim', 'Ticket 8841'],
      ['look', 'listConversations', 'Kim', 'Ticket 8841'],
    ]);
    assert.match((await call('exportAuditEntries', { query: { who: supportId } })).text, /Kim,Ticket 8841/);
  });
  it('ends at once when it is revoked, with every key', async () => {
    const { json } = await call('grantSupportAccess', { body: { who: 'Lee', reason: 'Ticket 2', role: 'manager', hours: 72 } });
    const id = String(json.id);
    const key = await keyOf(id);
    assert.equal(await look(key), 'sees');
    assert.equal((await call('revokeSupportAccess', { path: { id } })).json['status'], 'revoked');
    assert.equal(await look(key), 'api_key_revoked');
    await assert.rejects(keyOf(id), { code: 'support_access_not_open' });
    assert.equal((await call('grantAskedSupportAccess', { path: { id }, body: {} })).json.code, 'support_access_over');
    const keys = (await call('listApiKeys', { query: { limit: '1' } })).json.data;
    assert.deepEqual([keys?.[0]?.['created_by'], keys?.[0]?.['works']], [id, false]);
  });
  it('never decides who may do what, lets nobody in, and rolls no key', async () => {
    const { json } = await call('grantSupportAccess', { body: { who: 'Lee', reason: 'Ticket 3', role: 'manager' } });
    const key = await keyOf(String(json.id));
    for (const [id, body] of [
      ['grantSupportAccess', { who: 'x', reason: 'y' }],
      ['issueApiKey', { name: 'x', scopes: ['*'] }],
      ['listAuditEntries'],
    ] as const)
      assert.equal((await call(id, { key, ...(body ? { body } : {}) })).json.code, 'scope_missing', id);
    const [own] = (await call('listApiKeys', { query: { limit: '1' } })).json.data ?? [];
    assert.equal(
      (await call('rollApiKey', { path: { id: String(own?.['id']) }, body: { overlap_seconds: 0 } })).json.code,
      'api_key_not_active',
    );
    assert.equal((await call('grantSupportAccess', { body: { who: 'x', reason: 'y', role: 'admin' } })).status, 400);
    assert.equal((await call('grantSupportAccess', { body: { who: 'x', reason: 'y', hours: 73 } })).status, 400);
  });
  it('sees nothing of a company that has not let him in', async () => {
    const { json } = await call('grantSupportAccess', { body: { who: 'Lee', reason: 'Ticket 4' } });
    assert.equal((await call('revokeSupportAccess', { key: api.otherKey, path: { id: String(json.id) } })).status, 404);
    assert.deepEqual((await call('listSupportAccesses', { key: api.otherKey })).json.data, []);
    await assert.rejects(
      carryOut(api.test as never, 'issue-support-key', { companyId: 'co_other', by: 'Lee', supportId: String(json.id) }),
      {
        code: 'support_access_unknown',
      },
    );
  });
  // last: the clock moves
  it('ends by itself', async () => {
    const { json } = await call('grantSupportAccess', { body: { who: 'Lee', reason: 'Ticket 5', hours: 1 } });
    const key = await keyOf(String(json.id));
    assert.equal(await look(key), 'sees');
    api.test.clock.set(new Date(Date.parse(api.house.clock.now()) + 3_600_000).toISOString());
    assert.equal(await look(key), 'api_key_expired');
    const [newest] = (await call('listSupportAccesses')).json.data ?? [];
    assert.equal(newest?.['status'], 'ended');
  });
});
