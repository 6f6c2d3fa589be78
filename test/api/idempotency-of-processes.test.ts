import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { issueApiKey } from '#app/issue-api-key.ts';
import { openApiHouse, type ApiHouse } from '../support/api-house.ts';
import { countTypes } from '../support/house-story.ts';

type Answered = Readonly<{ status: number; text: string; isReplayed: boolean; retryAfter: string | null }>;

describe('one Idempotency-Key at two processes at once', () => {
  let api: ApiHouse;
  const children: ChildProcess[] = [];
  let origins: readonly string[];
  before(async () => {
    api = await openApiHouse();
    const opening = [1, 2].map(async () => {
      const child = fork(join(import.meta.dirname, '../support/api-child.ts'), [api.test.folder, api.test.clock.now()]);
      children.push(child);
      const [port] = (await once(child, 'message')) as [number];
      return `http://127.0.0.1:${port}`;
    });
    origins = await Promise.all(opening);
  });
  after(async () => {
    await Promise.all(children.map((child) => (child.kill(), once(child, 'exit'))));
    await api.close();
  });

  const post = async (origin: string, path: string, { key, body }: { key: string; body: unknown }): Promise<Answered> => {
    const headers = { authorization: `Bearer ${api.key}`, 'content-type': 'application/json', 'idempotency-key': key };
    const response = await fetch(origin + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    return {
      status: response.status,
      text: await response.text(),
      isReplayed: response.headers.get('idempotent-replayed') === 'true',
      retryAfter: response.headers.get('retry-after'),
    };
  };
  const both = (path: string, asking: { key: string; body: unknown }): Promise<readonly Answered[]> =>
    Promise.all(origins.flatMap((origin) => [post(origin, path, asking), post(origin, path, asking)]));
  const rounds = 8;

  const assertOnce = async (path: string, { key, body, other }: { key: string; body: unknown; other: unknown }): Promise<void> => {
    const all = await both(path, { key, body });
    const taken = all.filter(({ status }) => status === 201);
    assert.ok(taken.length > 0, JSON.stringify(all));
    for (const { status, text, retryAfter } of all) {
      assert.ok(status === 201 || (status === 409 && text.includes('"request_in_flight"') && Number(retryAfter) > 0), text);
      if (status === 201) assert.equal(text, taken[0]!.text, 'whoever is answered hears the same');
    }
    for (const origin of origins) {
      const again = await post(origin, path, { key, body });
      assert.deepEqual([again.status, again.text, again.isReplayed], [201, taken[0]!.text, true]);
      assert.equal((await post(origin, path, { key, body: other })).status, 422);
    }
  };

  it('makes a thing once, and gives the one answer again', async () => {
    const made = async () => (await countTypes(api.test))['TemplateDrafted'] ?? 0;
    const before = await made();
    for (let n = 0; n < rounds; n++) {
      const body = { name: `Race ${n}`, channel: 'sms', template: 'Hi' };
      await assertOnce('/v1/templates', { key: `make-${n}`, body, other: { ...body, template: 'Ho' } });
    }
    assert.equal(await made(), before + rounds);
  });

  it('sends a message once, and gives the one answer again', async () => {
    const queued = async () => (await countTypes(api.test))['MessageQueued'] ?? 0;
    const before = await queued();
    for (let n = 0; n < rounds; n++) {
      const body = { campaign: api.campaignId, fields: { phone: `+1208555${String(4_000 + n)}`, name: 'Ana', id: `R-${n}` } };
      const other = { ...body, fields: { ...body.fields, name: 'Eve' } };
      await assertOnce('/v1/messages', { key: `send-${n}`, body, other });
    }
    assert.equal(await queued(), before + rounds);
  });

  it('sends a batch once, and gives the one answer again', async () => {
    const queued = async () => (await countTypes(api.test))['MessageQueued'] ?? 0;
    const before = await queued();
    for (let n = 0; n < rounds; n++) {
      const of = (name: string) => ({
        campaign: api.campaignId,
        messages: [0, 1].map((m) => ({ fields: { phone: `+1208555${String(5_000 + 2 * n + m)}`, name, id: `B-${n}-${m}` } })),
      });
      await assertOnce('/v1/messages/batch', { key: `batch-${n}`, body: of('Ana'), other: of('Eve') });
    }
    assert.equal(await queued(), before + 2 * rounds);
  });

  it('counts the hour of a key at both together', async () => {
    const perHour = 60;
    const asked = { companyId: api.companyId, name: 'Few', mode: 'live', scopes: ['*'], by: 'usr_test', limits: { perHour } } as const;
    const { secret } = await issueApiKey(api.house, asked, { id: 'req_few', now: api.test.clock.now() });
    const hour = (): number => Math.floor(Date.now() / 3_600_000);
    const begun = hour();
    const answers: Response[] = [];
    for (let n = 0; n < perHour; n++) {
      const some = origins.map((origin) => fetch(`${origin}/v1/companies/me`, { headers: { authorization: `Bearer ${secret}` } }));
      answers.push(...(await Promise.all(some)));
    }
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    const taken = answers.filter(({ status }) => status === 200).length;
    // a new hour may have begun meanwhile
    assert.ok(taken <= perHour * (1 + hour() - begun) && taken > perHour / 2, `${taken} were taken`);
    for (const [n, { status, headers }] of answers.entries()) {
      if (status === 200) continue;
      assert.deepEqual([status, (JSON.parse(texts[n]!) as { code: string }).code], [429, 'rate_limited']);
      const seconds = Number(headers.get('retry-after'));
      assert.ok(seconds > 0 && seconds <= 3_600, `${seconds}`);
      assert.match(headers.get('ratelimit') ?? '', /"hour";r=0;/);
    }
  });

  it('asks for a key where something is sent', async () => {
    const headers = { authorization: `Bearer ${api.key}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ campaign: api.campaignId, fields: { phone: '+12085554100' } });
    for (const origin of origins) {
      const response = await fetch(`${origin}/v1/messages`, { method: 'POST', headers, body });
      assert.equal(response.status, 400);
    }
  });
});
