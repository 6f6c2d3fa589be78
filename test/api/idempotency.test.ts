import assert from 'node:assert/strict';
import { z } from '@hono/zod-openapi';
import { operation, type Answer } from '#api/operation.ts';
import { Problem } from '#api/conventions/problem.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Listening } from '#wiring/serve.ts';
import { issue, openApiHouse, type ApiHouse } from '../support/api-house.ts';
import { countTypes } from '../support/house-story.ts';
import { openSmallApi } from '../support/small-api.ts';

const week = 7 * 86_400_000;

describe('an Idempotency-Key', () => {
  let api: ApiHouse;
  let small: Listening & Readonly<{ origin: string }>;
  let runs: string[];
  let work: (n: number) => Promise<Answer>;
  const answer = (n: number): Promise<Answer> =>
    Promise.resolve({ status: 201, body: { n, runs: runs.length }, headers: { location: `/v1/things/${n}` } });

  before(async () => {
    api = await openApiHouse();
    const body = z.strictObject({ n: z.number() });
    const about = { method: 'post', summary: '', scope: 'things:write', body, answers: { 201: { description: '' } }, example: {} } as const;
    const run = ({ body: { n }, cause }: { body: { n: number }; cause: { id: string } }): Promise<Answer> => {
      runs.push(cause.id);
      return work(n);
    };
    small = await openSmallApi(api.house, [
      operation({ ...about, id: 'makeThing', path: '/v1/things', run }),
      operation({ ...about, id: 'makeOther', path: '/v1/others', run, needsIdempotencyKey: true }),
    ]);
  });
  after(async () => {
    await small.close();
    await api.close();
  });
  beforeEach(() => {
    runs = [];
    work = answer;
  });

  const ask = async (key: string | undefined, n = 1, { as = api.key, path = '/v1/things' } = {}) => {
    const headers = {
      authorization: `Bearer ${as}`,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    const response = await fetch(small.origin + path, { method: 'POST', headers, body: JSON.stringify({ n }) });
    const text = await response.text();
    const { code } = JSON.parse(text) as { code?: string };
    return {
      status: response.status,
      text,
      code,
      headers: response.headers,
      isReplayed: response.headers.get('idempotent-replayed') === 'true',
    };
  };
  const fresh = (): string => crypto.randomUUID();

  it('may be left out where nothing is sent, and must not be elsewhere', async () => {
    assert.equal((await ask(undefined)).status, 201);
    const { status, code } = await ask(undefined, 1, { path: '/v1/others' });
    assert.deepEqual([status, code, runs.length], [400, 'idempotency_key_missing', 1]);
  });

  it('gives the first answer again: status, headers and body, and does nothing', async () => {
    const key = fresh();
    const first = await ask(key);
    const again = await ask(key);
    assert.deepEqual([again.status, again.text, again.headers.get('location')], [201, first.text, '/v1/things/1']);
    assert.deepEqual([first.isReplayed, again.isReplayed, runs.length], [false, true, 1]);
    assert.notEqual(first.headers.get('request-id'), again.headers.get('request-id'));
  });

  it('is the same bare and as a quoted string', async () => {
    const key = fresh();
    await ask(key);
    assert.ok((await ask(`"${key}"`)).isReplayed);
    assert.ok(!(await ask(String.raw`"${key}\""`)).isReplayed);
  });

  for (const key of ['', ' ', '""', 'x'.repeat(256), 'ü'])
    it(`can't be ${JSON.stringify(key.slice(0, 20))}`, async () => {
      const { code } = await ask(Buffer.from(key).toString('latin1'), 1, { path: '/v1/others' });
      assert.match(code ?? '', /^idempotency_key_(?:invalid|missing)$/);
    });

  it('is refused for another body', async () => {
    const key = fresh();
    await ask(key, 1);
    const other = await ask(key, 2);
    assert.deepEqual([other.status, other.code, runs.length], [422, 'idempotency_key_reused', 1]);
  });

  it('is of one company, one mode and one route', async () => {
    const key = fresh();
    await ask(key);
    const test = await issue(api.house, api.companyId, ['*'], 'test');
    for (const more of [{ as: api.otherKey }, { as: test }, { path: '/v1/others' }]) assert.ok(!(await ask(key, 1, more)).isReplayed);
    assert.equal(runs.length, 4);
  });

  it('is of the company, not of the key that was used', async () => {
    const key = fresh();
    await ask(key);
    assert.ok((await ask(key, 1, { as: await issue(api.house, api.companyId) })).isReplayed);
  });

  it('is told that the first one is still at work, also by another process', async () => {
    const key = fresh();
    const { promise: waiting, resolve: goOn } = Promise.withResolvers<void>();
    work = async (n) => {
      await waiting;
      return answer(n);
    };
    const first = ask(key);
    while (runs.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const second = await ask(key);
    assert.deepEqual([second.status, second.code], [409, 'request_in_flight']);
    assert.ok(Number(second.headers.get('retry-after')) > 0);
    goOn();
    assert.equal((await first).status, 201);
    assert.ok((await ask(key)).isReplayed);
  });

  it('does its work once, however many ask at once', async () => {
    const key = fresh();
    const all = await Promise.all(Array.from({ length: 20 }, () => ask(key)));
    assert.equal(runs.length, 1);
    for (const { status } of all) assert.ok(status === 201 || status === 409);
    assert.ok(all.some(({ status }) => status === 201));
  });

  it('is free again when nothing was done', async () => {
    for (const error of [new Refusal('campaign_not_active', 'no'), new Problem('not_found'), new Error('broken')]) {
      const key = fresh();
      work = () => Promise.reject(error);
      assert.ok((await ask(key)).status >= 400);
      work = answer;
      const after = await ask(key);
      assert.deepEqual([after.status, after.isReplayed], [201, false]);
    }
  });

  it('goes on after a kill between the work and its answer, under the same cause', async () => {
    for (const moment of ['before', 'after'] as const)
      for (const nth of [1, 2, 3]) {
        const key = fresh();
        runs = [];
        await ask(fresh());
        runs = [];
        api.test.crashes.dieAt(nth, moment);
        await ask(key);
        api.test.crashes.revive();
        const now = await ask(key);
        assert.ok(now.status === 201 || now.code === 'request_in_flight', now.text);
        api.test.clock.passReal(61_000);
        const later = await ask(key);
        assert.equal(later.status, 201, later.text);
        assert.equal(new Set(runs).size, 1, 'whatever derives its ids from the cause is done once');
        assert.ok((await ask(key)).isReplayed);
      }
  });

  it('is forgotten after a week', async () => {
    const key = fresh();
    await ask(key);
    api.test.clock.set(new Date(Date.parse(api.test.clock.now()) + week - 60_000).toISOString());
    await api.house.documents.removeExpired(api.test.clock.now(), 1_000);
    assert.ok((await ask(key)).isReplayed);
    api.test.clock.set(new Date(Date.parse(api.test.clock.now()) + 120_000).toISOString());
    await api.house.documents.removeExpired(api.test.clock.now(), 1_000);
    assert.ok(!(await ask(key)).isReplayed);
  });

  it('keeps what was answered sealed', async () => {
    const { seedOf } = await import('#api/conventions/saved-answers.ts');
    work = () => Promise.resolve({ status: 201, body: { name: 'Ada Lovelace' } });
    const key = 'ada@example.com';
    await ask(key);
    const seed = seedOf(api.house, { caller: { companyId: api.companyId, mode: 'live' }, route: 'post /v1/things', key });
    const kept = JSON.stringify(await api.house.documents.get(`apiAnswers/${api.companyId}.${seed}`));
    assert.match(kept, /"answer"/);
    assert.doesNotMatch(kept, /Lovelace|ada@/);
  });

  it('sends one message once: under one key, at once, and again', async () => {
    const send = async (key: string, name = 'Ana') => {
      const headers = { authorization: `Bearer ${api.key}`, 'content-type': 'application/json', 'idempotency-key': key };
      const body = JSON.stringify({ campaign: api.campaignId, fields: { phone: '+12085550177', name, id: `P-${key}` } });
      const response = await fetch(`${api.origin}/v1/messages`, { method: 'POST', headers, body });
      return { status: response.status, text: await response.text(), isReplayed: response.headers.get('idempotent-replayed') === 'true' };
    };
    const before = (await countTypes(api.test))['MessageQueued'] ?? 0;
    const key = fresh();
    const all = await Promise.all(Array.from({ length: 5 }, () => send(key)));
    const taken = all.filter(({ status }) => status === 201);
    assert.ok(taken.length > 0 && all.every(({ status }) => status === 201 || status === 409));
    const again = await send(key);
    assert.deepEqual([again.status, again.text, again.isReplayed], [201, taken[0]?.text, true]);
    assert.equal((await send(key, 'Eve')).status, 422);
    assert.equal((await countTypes(api.test))['MessageQueued'], before + 1);
  });
});
