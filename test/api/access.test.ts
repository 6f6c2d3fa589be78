import assert from 'node:assert/strict';
import { auditStream } from '#domain/kernel/streams.ts';
import { changeUser } from '#app/change-user.ts';
import { accessCause, goodPassword, signedUp } from '../support/access.ts';
import { issue, openApiHouse, type ApiHouse } from '../support/api-house.ts';

type Said = Readonly<{
  code?: string;
  id?: string;
  csrf_token?: string;
  user?: { id: string };
  data?: readonly { id: string }[];
  detail?: string;
}>;
type Answer = Readonly<{ status: number; headers: Headers; body: Said }>;

describe('signing in over the API', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
  });
  after(() => api.close());

  const ask = async (
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> => {
    const answer = await fetch(api.origin + path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: (text === '' ? {} : JSON.parse(text)) as Said };
  };
  const enter = async (email: string, headers: Record<string, string> = {}) => {
    const answer = await ask('POST', '/v1/session', { body: { email, password: goodPassword }, headers });
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    return { answer, cookie, csrf: answer.body.csrf_token ?? '' };
  };
  const user = (email: string, role: 'owner' | 'admin' | 'manager' | 'sender' | 'viewer' = 'owner', brands?: readonly string[]) =>
    signedUp(api.house, { companyId: api.companyId, email, role, ...(brands ? { brands } : {}) });

  it('gives a cookie that no script and no other site has', async () => {
    await user('cookie@example.com');
    const { answer, cookie } = await enter('cookie@example.com');
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('set-cookie') ?? '', /^__Host-carillon=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
    assert.equal((await ask('GET', '/v1/session', { headers: { cookie } })).body.user?.id, answer.body.user?.id);
  });

  it('answers a wrong address as it answers a wrong password', async () => {
    await user('same@example.com');
    const wrong = async (email: string) => (await ask('POST', '/v1/session', { body: { email, password: 'wrong wrong wrong' } })).body;
    const [one, other] = [await wrong('same@example.com'), await wrong('nobody@example.com')];
    assert.deepEqual([one.code, one.detail], [other.code, other.detail]);
    assert.equal(one.code, 'login_failed');
  });

  it('changes nothing without the token of the page, nor for another site', async () => {
    await user('csrf@example.com');
    const { cookie, csrf } = await enter('csrf@example.com');
    const body = { email: 'invited@example.com', role: 'viewer' };
    const invite = (headers: Record<string, string>) => ask('POST', '/v1/invitations', { body, headers: { cookie, ...headers } });
    for (const headers of [
      {},
      { 'x-csrf-token': 'x' },
      { 'x-csrf-token': csrf, origin: 'https://elsewhere.example' },
      { 'x-csrf-token': csrf, 'sec-fetch-site': 'cross-site' },
      { 'x-csrf-token': csrf, 'sec-fetch-site': 'same-site' },
    ] as Record<string, string>[]) {
      const { status, body: said } = await invite(headers);
      assert.deepEqual([status, said.code], [403, 'csrf_token_wrong'], JSON.stringify(headers));
    }
    assert.equal((await invite({ 'x-csrf-token': csrf, origin: api.origin, 'sec-fetch-site': 'same-origin' })).status, 201);
  });

  for (const [role, mayRead, mayWrite, mayManage] of [
    ['admin', 200, 200, 201],
    ['manager', 200, 200, 403],
    ['viewer', 200, 403, 403],
  ] as const)
    it(`lets a ${role} do what the role may, and no more`, async () => {
      await user(`${role}@example.com`, role);
      const { cookie, csrf } = await enter(`${role}@example.com`);
      const headers = { cookie, 'x-csrf-token': csrf };
      assert.equal((await ask('GET', '/v1/users', { headers })).status, mayRead);
      const assigned = await ask('POST', '/v1/conversations/rpl_none/assign', { headers, body: { assignee: 'me' } });
      assert.equal(assigned.status === 403 ? 403 : 200, mayWrite);
      assert.equal(
        (await ask('POST', '/v1/invitations', { headers, body: { email: `by.${role}@example.com`, role: 'viewer' } })).status,
        mayManage,
      );
    });

  it('lets a key make nobody who may do more than itself', async () => {
    const { userId } = await user('raised@example.com', 'viewer');
    const bearer = async (...scopes: string[]) => ({ authorization: `Bearer ${await issue(api.house, api.companyId, scopes)}` });
    const raise = async (headers: Record<string, string>, role: string) => [
      (await ask('POST', '/v1/invitations', { headers, body: { email: `${role}.${crypto.randomUUID()}@example.com`, role } })).body.code,
      (await ask('PATCH', `/v1/users/${userId}`, { headers: { ...headers, 'if-match': '*' }, body: { role } })).body.code,
    ];
    const narrow = await bearer('users:manage', '*:read', 'session:write');
    for (const role of ['admin', 'manager', 'sender']) assert.deepEqual(await raise(narrow, role), ['scope_beyond', 'scope_beyond'], role);
    assert.deepEqual(await raise(narrow, 'viewer'), [undefined, undefined]);
    assert.deepEqual(await raise(await bearer('*'), 'admin'), [undefined, undefined]);
  });

  it('lets nobody of some brands give himself the others', async () => {
    await user('branded@example.com', 'admin', ['brd_a']);
    const { cookie, csrf } = await enter('branded@example.com');
    const headers = { cookie, 'x-csrf-token': csrf };
    for (const path of ['/v1/invitations', '/v1/api_keys'])
      assert.equal(
        (await ask('POST', path, { headers, body: { email: 'x@example.com', role: 'viewer' } })).body.code,
        'brand_limited',
        path,
      );
  });

  it('ends everywhere, and for whoever was given another role at once', async () => {
    const { userId } = await user('ending@example.com', 'manager');
    const [first, second] = [await enter('ending@example.com'), await enter('ending@example.com')];
    const headers = { cookie: first.cookie, 'x-csrf-token': first.csrf };
    const role = { companyId: api.companyId, userId, role: 'viewer', by: 'x' } as const;
    await changeUser(api.house, { type: 'GiveRole', data: role }, { cause: accessCause(api.house) });
    api.test.clock.passReal(5_000);
    assert.equal(
      (await ask('POST', '/v1/conversations/rpl_none/assign', { headers, body: { assignee: 'me' } })).body.code,
      'scope_missing',
    );
    assert.equal((await ask('POST', '/v1/session/end_all', { headers })).status, 204);
    for (const { cookie } of [first, second])
      assert.equal((await ask('GET', '/v1/session', { headers: { cookie } })).body.code, 'session_over');
  });

  describe('what is noted', () => {
    const noted = async () =>
      (await api.house.store.read(auditStream(api.companyId))).events.filter((event) => event.type === 'AccessNoted');

    it('is each look at people and each change: who, what, from where, before the answer leaves', async () => {
      const { userId } = await user('noted@example.com');
      const { cookie, csrf } = await enter('noted@example.com', { 'x-forwarded-for': '192.0.2.7' });
      const headers = { cookie, 'x-csrf-token': csrf, 'x-forwarded-for': '10.0.0.1, 192.0.2.9', 'user-agent': 'test' };
      const before = (await noted()).length;
      await ask('GET', `/v1/users/${userId}`, { headers });
      await ask('GET', '/v1/users?limit=2', { headers });
      await ask('GET', '/v1/roles', { headers });
      await ask('POST', '/v1/invitations', { headers, body: { email: 'noted2@example.com', role: 'viewer' } });
      const events = (await noted()).slice(before);
      assert.deepEqual(
        events.map(({ data: { kind, operation, subjects, by, status, shown } }) => [kind, operation, subjects, by, status, shown]),
        [
          ['look', 'getUser', [userId], userId, 200, undefined],
          ['look', 'listUsers', [], userId, 200, 2],
          ['change', 'inviteUser', [], userId, 201, undefined],
        ],
      );
      assert.deepEqual(events[0]!.private, { address: '192.0.2.9', agent: 'test' });
      assert.doesNotMatch(JSON.stringify(events.map(({ data }) => data)), /192\.0\.2|example\.com/);
    });

    it('names no person, whatever stands in the path', async () => {
      const key = await issue(api.house, api.companyId);
      await ask('GET', '/v1/users/%2B12085550123', { headers: { authorization: `Bearer ${key}` } });
      assert.doesNotMatch(JSON.stringify(await noted()), /2085550123/);
    });

    it('where nothing can be noted, nothing is shown', async () => {
      const { store } = api.house;
      const { append } = store;
      Object.assign(store, { append: () => Promise.reject(new Error('no place')) });
      try {
        const { status, body } = await ask('GET', '/v1/users', { headers: { authorization: `Bearer ${api.key}` } });
        assert.deepEqual([status, body.data], [500, undefined]);
      } finally {
        Object.assign(store, { append });
      }
    });
  });
});
