import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from '@hono/zod-openapi';
import { answerDoor } from '#api/answer-door.ts';
import { createApi } from '#api/create-api.ts';
import { operation } from '#api/operation.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { AppendTooLarge } from '#ports/event-store.ts';
import { openSmallApi } from '../support/small-api.ts';
import { openApiHouse, type ApiHouse } from '../support/api-house.ts';

type Problem = Readonly<{
  type: string;
  code: string;
  status: number;
  detail: string;
  instance: string;
  request_id: string;
  doc_url: string;
  title: string;
  errors?: readonly { pointer: string; code: string }[];
}>;

/** What the framework of the API answers itself, whatever the operation. */
describe('a request to the API', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
  });
  after(() => api.close());

  it('is answered whatever its Host and scheme are said to be', async () => {
    const cause = { id: 'req_host', now: api.house.clock.now() };
    for (const headers of [
      { host: 'a b' },
      { host: '[' },
      { host: 'x:99999999' },
      { host: 'x', 'x-forwarded-proto': 'http://evil.example/?' },
    ]) {
      const asked = { method: 'GET', url: '/v1/nothing', headers };
      const { status, ...told } = await answerDoor(createApi(), asked, { house: api.house, cause });
      assert.deepEqual([status, JSON.stringify(told).includes('evil')], [404, false], JSON.stringify(headers));
    }
  });

  it('is told when it would be more than a commit holds', async () => {
    const run = () => Promise.reject(new AppendTooLarge('an append takes at most 900000 bytes'));
    const about = { id: 'keep', method: 'post', path: '/v1/things', summary: '', scope: 'things:write', answers: {}, example: {} } as const;
    const small = await openSmallApi(api.house, [operation({ ...about, run })]);
    const answer = await fetch(`${small.origin}/v1/things`, { method: 'POST', headers: { authorization: `Bearer ${api.key}` } });
    assert.deepEqual([answer.status, ((await answer.json()) as Problem).code], [413, 'body_too_large']);
    await small.close();
  });

  it('to what is used no longer hears since when, until when and what to use instead, with a yes and with a no', async () => {
    const run = (call: Readonly<{ query: unknown }>) => {
      if (JSON.stringify(call.query).includes('no')) throw new Refusal('campaign_unknown', 'there is none');
      return Promise.resolve({ status: 200, body: {} });
    };
    const about = { method: 'get', summary: '', scope: 'things:read', answers: {}, example: {}, run } as const;
    const deprecated = { since: '2026-11-20', until: '2027-11-20', instead: 'newThing' };
    const query = z.object({ say: z.string().optional() });
    const small = await openSmallApi(api.house, [
      operation({ ...about, id: 'oldThing', path: '/v1/old', query, deprecated }),
      operation({ ...about, id: 'newThing', path: '/v1/new', query }),
    ]);
    const told = async (path: string, version = '2026-11-01') => {
      const headers = { authorization: `Bearer ${api.key}`, 'carillon-version': version };
      const answer = await fetch(small.origin + path, { headers });
      await answer.body?.cancel();
      return [answer.status, ...['deprecation', 'sunset', 'link', 'carillon-version'].map((name) => answer.headers.get(name))];
    };
    const notice = ['@1795132800', 'Sat, 20 Nov 2027 00:00:00 GMT', `<${small.origin}/docs#newThing>; rel="deprecation"`, '2026-11-01'];
    assert.deepEqual(await told('/v1/old'), [200, ...notice]);
    assert.deepEqual(await told('/v1/old?say=no'), [400, ...notice]);
    assert.deepEqual(await told('/v1/new'), [200, null, null, null, '2026-11-01']);
    for (const version of ['2026-11-02', '1', '2026-11-01, 2026-11-01'])
      assert.deepEqual(await told('/v1/new', version), [400, null, null, null, '2026-11-01'], version);
    await small.close();
  });

  const ask = async (
    method: string,
    path: string,
    { body, headers = {} }: { body?: string | Buffer<ArrayBuffer>; headers?: Record<string, string> } = {},
  ) => {
    const answer = await fetch(api.origin + path, {
      method,
      headers: {
        authorization: `Bearer ${api.key}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, problem: (text.startsWith('{') ? JSON.parse(text) : {}) as Problem };
  };

  const secret = 'Ada Lovelace +12085550142';
  const cases: readonly (readonly [what: string, status: number, code: string, () => ReturnType<typeof ask>])[] = [
    ['JSON that is none', 400, 'body_malformed', () => ask('POST', '/v1/messages', { body: `{"campaign": "${secret}` })],
    ['no body', 400, 'body_missing', () => ask('POST', '/v1/messages')],
    ['a body of another shape', 400, 'request_invalid', () => ask('POST', '/v1/messages', { body: JSON.stringify([secret]) })],
    [
      'a form',
      415,
      'content_type_unsupported',
      () => ask('POST', '/v1/messages', { body: secret, headers: { 'content-type': 'text/plain' } }),
    ],
    [
      'another character set',
      415,
      'content_type_unsupported',
      () => ask('POST', '/v1/messages', { body: '{}', headers: { 'content-type': 'application/json; charset=utf-16' } }),
    ],
    [
      'a compressed body',
      415,
      'content_type_unsupported',
      () => ask('POST', '/v1/messages', { body: '{}', headers: { 'content-encoding': 'gzip' } }),
    ],
    [
      'bytes that are no UTF-8',
      415,
      'content_type_unsupported',
      () => ask('POST', '/v1/messages', { body: Buffer.from([0x7b, 0xff, 0x7d]) }),
    ],
    [
      'more than a megabyte',
      413,
      'body_too_large',
      () => ask('POST', '/v1/messages', { body: JSON.stringify({ campaign: secret.repeat(60_000) }) }),
    ],
    ['a path that is none', 404, 'not_found', () => ask('GET', '/v1/nothing/here')],
    ['a method that the path does not take', 405, 'method_not_allowed', () => ask('DELETE', '/v1/messages')],
    [
      'a version that there is not',
      400,
      'version_unknown',
      () => ask('GET', '/v1/companies/me', { headers: { 'carillon-version': '2019-01-01' } }),
    ],
    ['a query that it does not know', 400, 'request_invalid', () => ask('GET', '/v1/companies/me?limt=3')],
    [
      'no Idempotency-Key where one is needed',
      400,
      'idempotency_key_invalid',
      () => ask('POST', '/v1/messages', { body: '{}', headers: { 'idempotency-key': ' ' } }),
    ],
  ];

  for (const [what, status, code, asking] of cases)
    it(`with ${what} is answered ${status} ${code}, as problem+json that repeats nothing of it`, async () => {
      const answer = await asking();
      assert.deepEqual([answer.status, answer.problem.code, answer.problem.status], [status, code, status], answer.text);
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      assert.equal(answer.problem.request_id, answer.headers.get('request-id'));
      assert.equal(answer.problem.doc_url, `${api.origin}/docs#errors-${code}`);
      assert.equal(answer.problem.type, answer.problem.doc_url);
      assert.ok(answer.problem.instance.startsWith('/v1/') && answer.problem.title !== '' && answer.problem.detail !== '');
      assert.doesNotMatch(answer.text, /Lovelace|5550142/);
    });

  it('hears which methods a path takes', async () => {
    assert.equal((await ask('PUT', '/v1/messages')).headers.get('allow'), 'POST, GET, HEAD');
    assert.match((await ask('POST', '/v1/companies/me', { body: '{}' })).headers.get('allow') ?? '', /^GET, (?:\w+, )*HEAD$/);
  });

  it('hears of everything that is wrong with it at once, and where', async () => {
    const { problem } = await ask('POST', '/v1/messages?x=1', { body: JSON.stringify({ fields: { a: { b: 1 } }, more: 1 }) });
    const found = (problem.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`).sort();
    assert.deepEqual(found, ['/body unknown_field', '/body/campaign missing', '/body/fields/a invalid_type', '/query unknown_field']);
  });

  it('has an id and a version in its answer', async () => {
    const { headers } = await ask('GET', '/v1/companies/me');
    assert.match(headers.get('request-id') ?? '', /^req_[0-9a-f]{32}$/);
    assert.equal(headers.get('carillon-version'), '2026-11-01');
    assert.equal(headers.get('cache-control'), 'no-store');
  });

  it('that was refused is found in the log by its id: what was asked for, by whom and why, and nothing that was sent', async () => {
    const { problem, headers } = await ask('POST', '/v1/messages', { body: `{"campaign": "${secret}` });
    const found = api.test.lines.filter(({ message }) => message === 'the API answered with a problem').at(-1);
    const { ms, by, ...fields } = found?.fields ?? {};
    assert.deepEqual(fields, {
      request: headers.get('request-id'),
      operation: 'sendMessage',
      companyId: api.companyId,
      status: 400,
      code: problem.code,
    });
    assert.match(String(by), /^key_/);
    assert.equal(typeof ms, 'number');
    assert.doesNotMatch(JSON.stringify(api.test.lines), /Lovelace|5550142/);
    await ask('GET', `/v1/nothing/${encodeURIComponent(secret)}`, { headers: { authorization: '' } });
    const { ms: _, request, ...unknown } = api.test.lines.at(-1)?.fields ?? {};
    assert.match(String(request), /^req_/);
    assert.deepEqual(unknown, { status: 404, code: 'not_found' });
  });

  it('without a body answers HEAD like GET', async () => {
    const { status, text } = await ask('HEAD', '/v1/companies/me');
    assert.deepEqual([status, text], [200, '']);
  });

  it('says what is wrong with a key: cut off, unknown, revoked, expired, or of another scope', async () => {
    const codeOf = async (authorization: string): Promise<string> =>
      (await ask('GET', '/v1/companies/me', { headers: { authorization } })).problem.code;
    assert.equal(await codeOf('Basic x'), 'api_key_missing');
    assert.equal(await codeOf(`Bearer ${api.key.slice(0, -1)}`), 'api_key_malformed');
    const { status, headers } = await ask('GET', '/v1/companies/me', { headers: { authorization: '' } });
    assert.deepEqual([status, headers.get('www-authenticate')], [401, 'Bearer realm="carillon"']);
  });

  it('whose caller leaves in the middle of its body disturbs nobody', async () => {
    const { port, hostname } = new URL(api.origin);
    const socket = connect(Number(port), hostname);
    const head = `POST /v1/messages HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${api.key}\r\ncontent-type: application/json\r\nidempotency-key: x\r\ncontent-length: 100\r\n\r\n{"a`;
    await new Promise((written) => socket.write(head, written));
    await sleep(20);
    socket.destroy();
    await once(socket, 'close');
    assert.equal((await ask('GET', '/v1/companies/me')).status, 200);
  });
});
