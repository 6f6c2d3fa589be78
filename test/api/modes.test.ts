import assert from 'node:assert/strict';
import { testCompanyOf } from '#app/test-company.ts';
import { fatesOfNumbers } from '#adapters/test-network/fates.ts';
import { operations } from '../support/api-answers.ts';
import { callOperation, issue, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { settle } from '../support/house-run.ts';
import { sendNow } from '../support/house-steps.ts';
import { ofType, receivedBy } from '../support/house-story.ts';
import { putCampaign } from '../support/two-brands.ts';

type Result = Readonly<{ outcome: string; message?: string; code?: string }>;
type Json = Readonly<Record<string, unknown>> &
  Readonly<{ code?: string; results?: readonly Result[]; status?: string; receipts?: readonly { status: string }[] }>;

describe('the mode of a key', function () {
  this.timeout(60_000);
  let api: ApiHouse;
  let testKey: string;
  let teamKey: string;
  before(async () => {
    api = await openApiHouse();
    testKey = await issue(api.house, api.companyId, ['*'], 'test');
    teamKey = await issue(api.house, api.companyId, ['*'], 'team');
  });
  after(() => api.close());

  const call = async (id: string, asking: Asking): Promise<{ status: number; json: Json }> => {
    const operation = operations.find((one) => one.id === id);
    assert.ok(operation, id);
    const { status, text } = await callOperation(api.origin, operation, asking);
    return { status, json: JSON.parse(text) as Json };
  };
  let people = 0;
  const fieldsFor = (phone: string) => ({ phone, name: 'Ana', id: `M${(people += 1)}` });
  const send = (key: string, phone: string, campaign = api.campaignId) =>
    call('sendMessage', { key, body: { campaign, fields: fieldsFor(phone) } });
  const messageOf = ({ json }: { json: Json }): string => {
    const [first] = json.results ?? [];
    assert.equal(first?.outcome, 'queued', JSON.stringify(json));
    return first.message ?? '';
  };
  const get = (key: string, id: string) => call('getMessage', { key, path: { id } });

  describe('test', () => {
    const expected: Readonly<Record<string, readonly [status: string, code?: string]>> = {
      '+12085550101': ['delivered'],
      '+15005550001': ['failed', 'number_invalid'],
      '+15005550002': ['failed', 'route_missing'],
      '+15005550003': ['failed', 'country_not_allowed'],
      '+15005550004': ['failed', 'blocked'],
      '+15005550009': ['failed', 'not_mobile'],
      '+15005550006': ['delivered'],
      '+15005550010': ['undelivered', 'handset_unreachable'],
      '+15005550011': ['undelivered', 'unknown_handset'],
      '+15005550012': ['undelivered', 'landline'],
      '+15005550013': ['undelivered', 'carrier_filtered'],
      '+15005550014': ['failed', 'provider_error'],
      '+15005550020': ['delivered'],
      '+15005550021': ['delivered'],
      '+15005550022': ['delivered'],
      '+15005550023': ['delivered'],
      '+15005550024': ['delivered'],
      '+15005550030': ['sent'],
      '+15005550031': ['delivered'],
      '+15005550032': ['delivered'],
      '+15005550033': ['sent'],
      '+15005550034': ['in_doubt', 'no_answer'],
    };

    it('has an end for every number that is described', () => {
      assert.deepEqual(
        Object.keys(fatesOfNumbers).sort(),
        Object.keys(expected)
          .filter((phone) => phone.startsWith('+1500'))
          .sort(),
      );
    });

    it('sends to nobody, and lets each number come to its end, by the way of real reports', async () => {
      const sent = new Map<string, string>();
      for (const phone of Object.keys(expected)) sent.set(phone, messageOf(await send(testKey, phone)));
      await settle(api.test);
      const seen: Record<string, readonly [string, string?]> = {};
      for (const [phone, id] of sent) {
        const { json } = await get(testKey, id);
        seen[phone] = json.code === undefined ? [String(json.status)] : [String(json.status), json.code];
      }
      assert.deepEqual(seen, expected);
      const outOfOrder = (await get(testKey, sent.get('+15005550031')!)).json.receipts?.map(({ status }) => status);
      assert.ok(outOfOrder!.indexOf('delivered') < outOfOrder!.lastIndexOf('sent'));
      assert.equal((await receivedBy(api.test)).size, 0, 'nothing left for a real network');
    });

    it('lets people write back: what they say is read, and a STOP holds', async () => {
      const heard = await ofType(api.test, 'MessageReceived');
      const own = testCompanyOf(api.companyId);
      assert.deepEqual([...new Set(heard.map(({ companyId }) => companyId))], [own]);
      // what confirms a STOP is answered with another one
      const bodies = new Set(heard.map(({ private: said }) => said?.body));
      assert.deepEqual(bodies, new Set(['C', 'R', 'STOP', 'Who is this?', 'X']));
      const replies = await api.house.documents.due<{ companyId: string }>('inbox', '9999', 100);
      assert.ok(replies.length > 0 && replies.every(({ data }) => data.companyId === testCompanyOf(api.companyId)));
      const again = await send(testKey, '+15005550023');
      await settle(api.test);
      assert.equal(
        again.json.results?.[0]?.outcome === 'skipped' || (await get(testKey, messageOf(again))).json.status === 'canceled',
        true,
      );
    });

    it('delivers what comes late when its time has come', async () => {
      const id = messageOf(await send(testKey, '+15005550030'));
      await settle(api.test);
      assert.equal((await get(testKey, id)).json.status, 'sent');
      const { clock } = api.test;
      for (let hours = 0; hours < 30 && (await get(testKey, id)).json.status === 'sent'; hours++) {
        clock.set(new Date(Date.parse(clock.now()) + 3_600_000).toISOString());
        clock.passReal(3_600_000);
        await settle(api.test);
      }
      assert.equal((await get(testKey, id)).json.status, 'delivered');
    });

    it('has data of its own: a live key sees none of it, and nothing of it counts for a live message', async () => {
      const person = fieldsFor('+12085550111');
      const body = { campaign: api.campaignId, fields: person };
      const inTest = messageOf(await call('sendMessage', { key: testKey, body }));
      assert.equal((await get(api.key, inTest)).status, 404);
      const live = messageOf(await call('sendMessage', { key: api.key, body }));
      assert.equal((await get(testKey, live)).status, 404);
      assert.notEqual(inTest, live);
    });

    it('knows campaigns of its company and its own, and none of others', async () => {
      assert.equal((await send(testKey, '+12085550112', 'cmp_nobody')).status, 404);
      const other = await issue(api.house, 'co_other', ['*'], 'test');
      assert.equal((await send(other, '+12085550112')).status, 404);
    });

    it('sends nothing for real whatever routes somebody sets for it', async () => {
      const { setRoutes } = await import('#app/routes.ts');
      const { name: provider, accountId } = api.test.provider;
      const companyId = testCompanyOf(api.companyId);
      const routes = [{ channel: 'sms' as const, provider, accountId, weight: 100, priority: 1 }];
      await setRoutes(api.house, { companyId, by: 'usr_test', routes }, { id: 'req_routes', now: api.house.clock.now() }).catch(
        () => undefined,
      );
      await send(testKey, '+12085550113');
      await settle(api.test);
      assert.ok(!(await receivedBy(api.test)).has('+12085550113'));
    });

    it('shows the company itself, and changes nothing of it', async () => {
      const { json } = await call('getCompany', { key: testKey, path: { id: 'me' } });
      assert.equal(json['id'], api.companyId);
      const refused = await call('putTeamList', { key: testKey, body: { contacts: [] } });
      assert.deepEqual([refused.status, refused.json.code], [403, 'mode_unavailable']);
    });

    it('takes reports from nobody but its own house', async () => {
      const id = messageOf(await send(testKey, '+15005550033'));
      await settle(api.test);
      const body = JSON.stringify({ account: testCompanyOf(api.companyId), reference: 'test_1__a', status: 'delivered' });
      for (const signature of [undefined, 'f'.repeat(64)]) {
        const headers = {
          'content-type': 'application/json',
          ...(signature === undefined ? {} : { 'x-carillon-test-signature': signature }),
        };
        const answer = await fetch(`${api.origin}/messages/status/test?m=${id}`, { method: 'POST', headers, body });
        assert.equal(answer.status, 403);
      }
      assert.equal((await get(testKey, id)).json.status, 'sent');
    });
  });

  describe('team', () => {
    it('sends for real to the people of the list, and refuses a request with anybody else in it, whole', async () => {
      assert.equal((await send(teamKey, '+12085550121')).json.code, 'not_on_team_list');
      const list = { contacts: ['(208) 555-0121', '+12085550122'] };
      const { json } = await call('putTeamList', { key: api.key, body: list });
      assert.deepEqual(json['contacts'], ['+12085550121', '+12085550122']);
      messageOf(await send(teamKey, '208-555-0121'));
      const messages = ['+12085550122', '+12085550999', '+12085550121'].map((phone) => ({ fields: fieldsFor(phone) }));
      const mixed = await call('sendMessages', { key: teamKey, body: { campaign: api.campaignId, messages } });
      assert.deepEqual([mixed.status, mixed.json.code], [400, 'not_on_team_list']);
      const errors = mixed.json['errors'] as { pointer: string }[];
      assert.deepEqual(
        errors.map(({ pointer }) => pointer),
        ['/body/messages/1/fields'],
      );
      await settle(api.test);
      const reached = await receivedBy(api.test);
      assert.ok(reached.has('+12085550121') && !reached.has('+12085550122') && !reached.has('+12085550999'));
    });

    it('refuses what becomes a number of somebody else when it is mended and filtered', async () => {
      const filters = [{ field: 'phone', chop: 'Bill amt:' }];
      const campaign = await putCampaign(api, { ...sendNow, name: 'Chops', filters });
      const inCell = ['2.085550999E9', '2085550999.0', '="2085550999"', "'2085550999", '+12085550999 Bill amt: 7'];
      for (const phone of inCell) assert.equal((await send(teamKey, phone, campaign)).json.code, 'not_on_team_list', phone);
    });

    it('names nobody where it is kept, but in what is sealed', async () => {
      const kept = JSON.stringify(await api.house.documents.get(`companies/${api.companyId}/apiKeys/team`));
      assert.doesNotMatch(kept, /555012/);
    });

    it('reads, and changes nothing else', async () => {
      assert.equal((await call('getCompany', { key: teamKey, path: { id: 'me' } })).status, 200);
      for (const operation of operations.filter(({ method, modes, open }) => !open && method !== 'get' && !modes?.includes('team'))) {
        const { text, status } = await callOperation(api.origin, operation, { key: teamKey, ...(operation.body ? { body: {} } : {}) });
        assert.deepEqual([status, (JSON.parse(text) as Json).code], [403, 'mode_unavailable'], operation.id);
      }
    });

    it('edits its list only from the state that was read', async () => {
      const operation = operations.find(({ id }) => id === 'putTeamList')!;
      const edit = async (etag: string) =>
        callOperation(api.origin, operation, { key: api.key, body: { contacts: ['+12085550121'] }, headers: { 'if-match': etag } });
      const read = await callOperation(
        api.origin,
        operations.find(({ id }) => id === 'getTeamList')!,
        { key: api.key },
      );
      const etag = read.headers.get('etag') ?? '';
      assert.equal((await edit('"old"')).status, 412);
      const first = await edit(etag);
      assert.deepEqual([first.status, (await edit(etag)).status], [200, 412]);
      assert.equal((await edit(first.headers.get('etag') ?? '')).status, 200);
      const without = await fetch(`${api.origin}/v1/team_list`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${api.key}`, 'content-type': 'application/json' },
        body: '{"contacts":[]}',
      });
      assert.equal(without.status, 428);
    });
  });
});
