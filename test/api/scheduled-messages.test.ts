import assert from 'node:assert/strict';
import { changeCampaign } from '#app/change-campaign.ts';
import { operations } from '../support/api-answers.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { runToEnd, settle } from '../support/house-run.ts';
import { causeAt } from '../support/house-steps.ts';
import { countTypes, receivedBy } from '../support/house-story.ts';

type Json = Readonly<Record<string, unknown>>;

describe('messages that go later, over the API', () => {
  let api: ApiHouse;
  beforeEach(async () => {
    api = await openApiHouse();
  });
  afterEach(() => api.close());

  const call = async (id: string, asking: Asking = {}) => {
    const operation = operations.find((one) => one.id === id);
    assert.ok(operation, id);
    const { status, text, headers } = await callOperation(api.origin, operation, { key: api.key, ...asking });
    return { status, json: JSON.parse(text) as Json, etag: headers.get('etag') ?? '' };
  };
  const hours = (n: number): string => new Date(Date.parse(api.test.clock.now()) + n * 3_600_000).toISOString();
  const fieldsFor = (n: number) => ({ phone: `+1208555${String(n).padStart(4, '0')}`, name: `Person ${n}`, id: `P${n}` });
  const sendLater = async (n: number, startsAt: string) => {
    const body = { campaign: api.campaignId, fields: fieldsFor(n), reference: `visit-${n}`, starts_at: startsAt };
    const { json } = await call('sendMessage', { body });
    return { id: String(json['id']) };
  };
  const move = async (path: { id: string }, startsAt: string) => {
    const { etag } = await call('getScheduledMessages', { path });
    return call('editScheduledMessages', { path, headers: { 'if-match': etag }, body: { starts_at: startsAt } });
  };
  const listed = async () => ((await call('listScheduledMessages')).json['data'] as readonly Json[]).map(({ id }) => id);

  it('are listed and shown, each request by itself though they came in the same moment', async () => {
    const at = hours(3);
    const [one, two, four] = await Promise.all([sendLater(1, at), sendLater(2, at), sendLater(4, at)]);
    const three = await sendLater(3, hours(1));
    assert.notEqual(two.id, four.id);
    assert.deepEqual([(await listed())[0], new Set(await listed())], [three.id, new Set([one.id, two.id, three.id, four.id])]);
    const { json } = await call('getScheduledMessages', { path: one });
    assert.deepEqual([json['status'], json['starts_at'], json['results']], ['waiting', at, []]);
    assert.match(String(json['created_by']), /^key_/);
    assert.deepEqual(json['messages'], [{ row: 1, reference: 'visit-1', fields: { ...fieldsFor(1), reference: 'visit-1' } }]);
    assert.equal((await call('getScheduledMessages', { path: one, key: api.otherKey })).status, 404);
    const now = await call('sendMessage', { body: { campaign: api.campaignId, fields: fieldsFor(9) } });
    assert.equal((await call('getScheduledMessages', { path: { id: String(now.json['id']) } })).json['code'], 'scheduled_unknown');
  });

  it('go when they are to go by the last word, later or earlier', async () => {
    const [late, early] = [await sendLater(1, hours(1)), await sendLater(2, hours(8))];
    const [later, soon] = [hours(6), hours(2)];
    const stale = await call('editScheduledMessages', { path: late, headers: { 'if-match': '"old"' }, body: { starts_at: later } });
    assert.equal(stale.status, 412);
    assert.equal((await move(late, later)).json['starts_at'], later);
    const moved = await move(early, soon);
    assert.deepEqual([moved.status, moved.json['starts_at'], moved.json['status']], [200, soon, 'waiting']);
    assert.match(String(moved.json['changed_by']), /^key_/);
    assert.deepEqual(await listed(), [early.id, late.id]);
    await runToEnd(api.test);
    assert.ok(api.test.clock.now() >= later);
    const sentAt = async (path: { id: string }) => {
      const [result] = (await call('getScheduledMessages', { path })).json['results'] as readonly Json[];
      assert.equal(result?.['reference'], path === late ? 'visit-1' : 'visit-2');
      const { json } = await call('getMessage', { path: { id: String(result?.['message']) } });
      return String(json['queued_at']);
    };
    assert.ok((await sentAt(late)) >= later, 'never before its time');
    const at = await sentAt(early);
    assert.ok(at >= soon && at < later, at);
    const over = await move(late, hours(9));
    assert.deepEqual([over.status, over.json['code']], [409, 'scheduled_started']);
    assert.deepEqual(await listed(), []);
  });

  it('are called off before they go, and may be sent anew', async () => {
    const path = await sendLater(1, hours(3));
    const canceled = await call('cancelScheduledMessages', { path });
    const [result] = canceled.json['results'] as readonly Json[];
    assert.deepEqual(
      [canceled.status, canceled.json['status'], result?.['outcome'], result?.['code']],
      [200, 'canceled', 'skipped', 'called_off'],
    );
    assert.equal((await call('cancelScheduledMessages', { path })).status, 200);
    assert.deepEqual(await listed(), []);
    assert.deepEqual((await move(path, hours(5))).json['code'], 'scheduled_started');
    await runToEnd(api.test);
    assert.equal((await receivedBy(api.test)).size, 0);
    const again = await call('sendMessage', { body: { campaign: api.campaignId, fields: fieldsFor(1) } });
    assert.equal((again.json['results'] as readonly Json[])[0]?.['outcome'], 'queued');
  });

  it('are called off of a paused campaign, too, and never go when it is resumed', async () => {
    const path = await sendLater(1, hours(1));
    const lead = (type: 'PauseCampaign' | 'ResumeCampaign') =>
      changeCampaign(api.test.house, api.companyId, { type, data: { campaignId: api.campaignId } }, causeAt(api.test));
    await lead('PauseCampaign');
    assert.equal((await call('cancelScheduledMessages', { path })).json['status'], 'canceled');
    await lead('ResumeCampaign');
    await settle(api.test);
    await runToEnd(api.test);
    const types = await countTypes(api.test);
    assert.deepEqual([types['MessageQueued'], types['TouchSkipped']], [undefined, 1]);
  });
});
