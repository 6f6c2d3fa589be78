import assert from 'node:assert/strict';
import { operations } from '../support/api-answers.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { runToEnd, settle } from '../support/house-run.ts';
import { countTypes, receivedBy } from '../support/house-story.ts';

type Result = Readonly<{
  row: number;
  reference?: string;
  outcome: string;
  message?: string;
  code?: string;
  field?: string;
  duplicate_of?: string;
}>;
type Json = Readonly<Record<string, unknown>> & Readonly<{ results?: readonly Result[]; code?: string; status?: string }>;

describe('messages over the API', () => {
  let api: ApiHouse;
  beforeEach(async () => {
    api = await openApiHouse();
  });
  afterEach(() => api.close());

  const call = async (id: string, asking: Asking = {}): Promise<{ status: number; json: Json; headers: Headers }> => {
    const operation = operations.find((one) => one.id === id);
    assert.ok(operation, id);
    const { status, text, headers } = await callOperation(api.origin, operation, { key: api.key, ...asking });
    return { status, json: JSON.parse(text) as Json, headers };
  };
  const fieldsFor = (n: number, phone = `+1208555${String(n).padStart(4, '0')}`) => ({ phone, name: `Person ${n}`, id: `P${n}` });

  it('are answered one by one, each with its row and reference, whatever became of it', async () => {
    const messages = [
      { fields: fieldsFor(1), reference: 'visit-1' },
      { fields: fieldsFor(2, '12') },
      { fields: fieldsFor(1), reference: 'visit-3' },
      { fields: { ...fieldsFor(4), name: null, age: 41 } },
    ];
    const { status, json } = await call('sendMessages', { body: { campaign: api.campaignId, messages } });
    assert.equal(status, 201);
    const told = json.results!.map(({ row, reference, outcome, code }) => [row, reference, outcome, code]);
    assert.deepEqual(told, [
      [1, 'visit-1', 'queued', undefined],
      [2, undefined, 'rejected', 'phone_invalid'],
      [3, 'visit-3', 'skipped', 'duplicate'],
      [4, undefined, 'rejected', 'field_missing'],
    ]);
    assert.deepEqual([json.results![1]!.field, json.results![2]!.duplicate_of], ['phone', json.results![0]!.message]);
  });

  it('take a thousand in one request, and no more', async () => {
    const messages = Array.from({ length: 1_000 }, (_, n) => ({ fields: fieldsFor(n) }));
    const { json } = await call('sendMessages', { body: { campaign: api.campaignId, messages } });
    assert.equal(json.results?.filter(({ outcome }) => outcome === 'queued').length, 1_000);
    const more = await call('sendMessages', { body: { campaign: api.campaignId, messages: [...messages, ...messages.slice(0, 1)] } });
    assert.deepEqual([more.status, more.json.code], [400, 'request_invalid']);
  });

  for (const [id, bodyOf] of [
    ['sendMessage', (n: number) => ({ fields: fieldsFor(n) })],
    ['sendMessages', (n: number) => ({ messages: [{ fields: fieldsFor(n) }] })],
  ] as const)
    it(`start at the time that ${id} names, and are answered the same before and after it`, async () => {
      const startsAt = new Date(Date.parse(api.test.clock.now()) + 3 * 3_600_000).toISOString();
      const headers = { 'idempotency-key': 'later' };
      const body = { campaign: api.campaignId, ...bodyOf(7), starts_at: startsAt.replace('.000Z', '+00:00') };
      const first = await call(id, { body, headers });
      assert.deepEqual([first.status, first.json['starts_at'], first.json['waiting'], first.json.results], [201, startsAt, 1, []]);
      await settle(api.test);
      assert.equal((await countTypes(api.test))['MessageQueued'], undefined);
      assert.equal((await call(id, { body: { ...body, starts_at: undefined }, headers })).status, 422);
      await runToEnd(api.test);
      assert.ok(api.test.clock.now() >= startsAt);
      assert.deepEqual([...(await receivedBy(api.test)).keys()], ['+12085550007']);
      const again = await call(id, { body, headers });
      assert.deepEqual([again.json, again.headers.get('idempotent-replayed')], [first.json, 'true']);
    });

  it('show what was said about them, and are called off only while they wait', async () => {
    const { json } = await call('sendMessage', { body: { campaign: api.campaignId, fields: fieldsFor(1), reference: 'visit-1' } });
    const id = json.results?.[0]?.message ?? '';
    const waiting = await call('getMessage', { path: { id } });
    assert.deepEqual([waiting.json.status, waiting.json['reference']], ['queued', 'visit-1']);
    const canceled = await call('cancelMessage', { path: { id } });
    assert.deepEqual([canceled.json.status, canceled.json['reference']], ['canceled', 'visit-1']);
    assert.equal((await call('cancelMessage', { path: { id } })).status, 200);
    const sent = (await call('sendMessage', { body: { campaign: api.campaignId, fields: fieldsFor(2) } })).json.results?.[0]?.message ?? '';
    await settle(api.test);
    const late = await call('cancelMessage', { path: { id: sent } });
    assert.deepEqual([late.status, late.json.code], [409, 'message_not_waiting']);
    const receipts = (await call('getMessage', { path: { id: sent } })).json['receipts'] as { status: string }[];
    assert.deepEqual(receipts.map(({ status }) => status).slice(0, 3), ['queued', 'sending', 'sent']);
    assert.deepEqual([...(await receivedBy(api.test)).keys()], ['+12085550002']);
  });
});
