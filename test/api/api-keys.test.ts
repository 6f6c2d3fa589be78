import assert from 'node:assert/strict';
import { keyRememberedMs } from '#app/find-api-key.ts';
import { operations } from '../support/api-answers.ts';
import { callOperation, issue, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';

type Json = Readonly<Record<string, unknown>>;

describe('API keys', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
  });
  after(() => api.close());

  const call = async (id: string, asking: Asking = {}): Promise<{ status: number; json: Json; headers: Headers }> => {
    const operation = operations.find((one) => one.id === id);
    assert.ok(operation, id);
    const { status, text, headers } = await callOperation(api.origin, operation, { key: api.key, ...asking });
    return { status, json: JSON.parse(text) as Json, headers };
  };
  const codeWith = async (key: string): Promise<unknown> => (await call('getCompany', { key, path: { id: 'me' } })).json['code'] ?? 'works';
  const make = async (body: object = {}, more: Asking = {}) =>
    (await call('issueApiKey', { body: { name: 'Desk', scopes: ['companies:read'], ...body }, ...more })).json;

  it('are shown once, and kept as a hash alone', async () => {
    const { id, secret } = await make();
    assert.equal(await codeWith(String(secret)), 'works');
    const seen = JSON.stringify([
      (await call('getApiKey', { path: { id: String(id) } })).json,
      (await call('listApiKeys')).json,
      (await api.house.store.read(`access-${api.companyId}`)).events,
      await api.house.documents.get(`companies/${api.companyId}/apiKeys/${String(id)}`),
      api.test.lines,
    ]);
    assert.ok(!seen.includes(String(secret)));
  });

  it('show the key no second time, not even to whoever repeats the request', async () => {
    const headers = { 'idempotency-key': 'once' };
    const first = await call('issueApiKey', { body: { name: 'Once', scopes: ['companies:read'] }, headers });
    const again = await call('issueApiKey', { body: { name: 'Once', scopes: ['companies:read'] }, headers });
    const { secret, ...rest } = first.json;
    assert.ok(secret);
    assert.deepEqual([again.status, again.json, again.headers.get('idempotent-replayed')], [201, rest, 'true']);
  });

  it('may do what their scopes say', async () => {
    const { secret } = await make({ scopes: ['messages:read'] });
    const { status, json } = await call('getCompany', { key: String(secret), path: { id: 'me' } });
    assert.deepEqual([status, json['code']], [403, 'scope_missing']);
    assert.match(String(json['detail']), /companies:read/);
  });

  it('give away no more than they have', async () => {
    const some = await issue(api.house, api.companyId, ['api_keys:manage', 'messages:*']);
    for (const scopes of [['*'], ['*:read'], ['companies:read'], ['messages:send', 'companies:read']])
      assert.equal((await make({ scopes }, { key: some }))['code'], 'scope_beyond');
    assert.ok((await make({ scopes: ['messages:send'] }, { key: some }))['secret']);
    const { id } = await make();
    assert.equal((await call('rollApiKey', { key: some, path: { id: String(id) }, body: {} })).json['code'], 'scope_beyond');
    const test = await issue(api.house, api.companyId, ['*'], 'test');
    assert.equal((await make({ mode: 'live' }, { key: test }))['code'], 'scope_beyond');
    assert.ok((await make({ mode: 'test' }, { key: test }))['secret']);
  });

  it('work no more once they are revoked: at once here, and in other processes after a few seconds', async () => {
    const { id, secret } = await make();
    assert.equal(await codeWith(String(secret)), 'works');
    const { findApiKey } = await import('#app/find-api-key.ts');
    // another process has its own memory
    const other = { ...api.house };
    assert.equal((await findApiKey(other, String(secret))).kind, 'works');
    assert.deepEqual([(await call('revokeApiKey', { path: { id: String(id) } })).json['works']], [false]);
    assert.equal(await codeWith(String(secret)), 'api_key_revoked');
    api.test.clock.passReal(keyRememberedMs + 1);
    assert.equal((await findApiKey(other, String(secret))).kind, 'revoked');
  });

  it('expire', async () => {
    const soon = new Date(Date.parse(api.test.clock.now()) + 60_000).toISOString();
    const { secret } = await make({ expires_at: soon });
    assert.equal(await codeWith(String(secret)), 'works');
    api.test.clock.set(soon);
    assert.equal(await codeWith(String(secret)), 'api_key_expired');
    assert.equal((await make({ expires_at: soon }))['code'], 'expiry_past');
  });

  it('are rolled: both work for the overlap, then the new one alone', async () => {
    const { id, secret } = await make();
    const rolled = (await call('rollApiKey', { path: { id: String(id) }, body: { overlap_seconds: 3_600 } })).json;
    assert.deepEqual([await codeWith(String(secret)), await codeWith(String(rolled['secret']))], ['works', 'works']);
    assert.deepEqual([rolled['replaces'], rolled['scopes']], [id, ['companies:read']]);
    api.test.clock.set(new Date(Date.parse(api.test.clock.now()) + 3_600_000).toISOString());
    api.test.clock.passReal(keyRememberedMs + 1);
    assert.deepEqual([await codeWith(String(secret)), await codeWith(String(rolled['secret']))], ['api_key_expired', 'works']);
  });

  it('have limits of their own, told with each answer', async () => {
    const { secret } = await make({ rate_limits: { per_minute: 3 } });
    const key = String(secret);
    for (const left of [2, 1, 0]) {
      const { headers } = await call('getCompany', { key, path: { id: 'me' } });
      assert.match(headers.get('ratelimit') ?? '', new RegExp(`^"minute";r=${left};t=\\d+, "hour";r=\\d+;t=\\d+$`));
      assert.equal(headers.get('ratelimit-policy'), '"minute";q=3;w=60, "hour";q=180000;w=3600');
    }
    const { status, json, headers } = await call('getCompany', { key, path: { id: 'me' } });
    assert.deepEqual(
      [status, json['code'], json['type']],
      [429, 'rate_limited', 'https://iana.org/assignments/http-problem-types#quota-exceeded'],
    );
    assert.ok(Number(headers.get('retry-after')) > 0);
    api.test.clock.passReal(60_000);
    assert.equal(await codeWith(key), 'works');
  });

  it('say when they were used last, and from which network', async () => {
    const { id, secret } = await make();
    const used = async () => (await call('getApiKey', { path: { id: String(id) } })).json;
    assert.deepEqual([(await used())['last_used_at'], (await used())['last_used_from']], [null, null]);
    await call('getCompany', { key: String(secret), path: { id: 'me' }, headers: { 'x-forwarded-for': '10.0.0.1, 203.0.113.77' } });
    assert.deepEqual([(await used())['last_used_at'], (await used())['last_used_from']], [api.test.clock.now(), '203.0.113.0/24']);
  });

  it('are listed newest first, page by page, there and back', async () => {
    for (let n = 0; n < 5; n++) await make({ name: `Page ${n}` });
    const page = async (query: Record<string, string>) => {
      const { json, headers } = await call('listApiKeys', { query });
      return {
        names: (json['data'] as { name: string; id: string }[]).map(({ name }) => name),
        ids: (json['data'] as { id: string }[]).map(({ id }) => id),
        more: json['has_more'],
        link: headers.get('link') ?? '',
      };
    };
    const first = await page({ limit: '2' });
    assert.deepEqual([first.names, first.more], [['Page 4', 'Page 3'], true]);
    const second = await page({ limit: '2', starting_after: first.ids[1]! });
    assert.deepEqual(second.names, ['Page 2', 'Page 1']);
    assert.match(second.link, /rel="next".*rel="prev"/);
    const next = /<([^>]+)>; rel="next"/.exec(first.link)?.[1] ?? '';
    const followed = (await (await fetch(next, { headers: { authorization: `Bearer ${api.key}` } })).json()) as { data: { id: string }[] };
    assert.deepEqual(
      followed.data.map(({ id }) => id),
      second.ids,
    );
    const back = await page({ limit: '2', ending_before: second.ids[0]! });
    assert.deepEqual([back.names, back.more], [['Page 4', 'Page 3'], false]);
    assert.equal((await call('listApiKeys', { query: { starting_after: 'key_nobody' } })).json['code'], 'cursor_unknown');
  });
});
