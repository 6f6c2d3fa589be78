import assert from 'node:assert/strict';
import { issueApiKey } from '#app/issue-api-key.ts';
import { credentialsPath } from '#app/user-document.ts';
import { newToken, tokenWrites } from '#app/access-token.ts';
import { accessCause, signedUp } from '../support/access.ts';
import { openApiHouse, type ApiHouse } from '../support/api-house.ts';

/** Odd values: quotes, ends of lines, templates, other alphabets. */
const passwords = ['q"u\'o`te </script> ${7*7}', 'zwei\nzeilen\tund mehr ok', '%s%d%n \u0000 nul inside it', 'пароль из нескольких слов'];

describe('secrets', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
  });
  after(() => api.close());

  const said: string[] = [];
  const ask = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(api.origin + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    said.push(text);
    return { status: answer.status, text, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  };

  it('stand in no event, no line of the log, no answer and no document but as hashes', async () => {
    const { house, companyId } = api;
    const secrets: string[] = [];
    const userIds: string[] = [];
    for (const [n, password] of passwords.entries()) {
      const email = `secret${n}@example.com`;
      const { userId } = await signedUp(house, { companyId, email, password });
      userIds.push(userId);
      const entered = await ask('POST', '/v1/session', { email, password });
      assert.equal(entered.status, 200, entered.text);
      const wrong = `${password} wrong`;
      await ask('POST', '/v1/session', { email, password: wrong });
      await ask('POST', '/v1/session', { email, password: wrong, unknown: password });
      const token = newToken();
      await house.documents.write(await tokenWrites(house, token, { kind: 'reset', companyId, userId, lasts: 60_000 }));
      await ask('POST', '/v1/password_resets/confirm', { token, password: 'short' });
      const next = `${password} once more`;
      assert.equal((await ask('POST', '/v1/password_resets/confirm', { token, password: next })).status, 204);
      secrets.push(password, wrong, next, token, entered.cookie.slice('__Host-carillon='.length));
    }
    const { secret } = await issueApiKey(house, { companyId, name: 'x', mode: 'live', scopes: ['*'], by: 'x' }, accessCause(house));
    await ask('POST', '/v1/invitations', { email: 'x@example.com', role: 'viewer' }, { authorization: `Bearer ${secret}` });
    await ask('POST', '/v1/invitations', { email: 'x@example.com', role: 'viewer' }, { authorization: `Bearer ${secret}x` });
    secrets.push(secret);
    const events: unknown[] = [];
    for (const partition of house.store.partitions()) events.push((await house.store.feed(partition, 0, 10_000)).events);
    const credentials = await house.documents.getMany(userIds.map(credentialsPath));
    const written = {
      events: JSON.stringify(events),
      log: JSON.stringify(api.test.lines),
      answers: said.join('\n'),
      documents: JSON.stringify(credentials),
    };
    assert.ok(written.events.includes('SessionStarted') && written.documents.includes('argon2id'));
    for (const one of secrets)
      for (const [where, text] of Object.entries(written))
        for (const form of [one, JSON.stringify(one).slice(1, -1)])
          assert.ok(!text.includes(form), `${JSON.stringify(one)} stands in ${where}`);
    assert.doesNotMatch(written.events, /argon2id/);
  });
});
