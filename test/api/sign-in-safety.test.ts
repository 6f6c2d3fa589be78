import assert from 'node:assert/strict';
import { generateSync } from 'otplib';
import { askPasswordReset } from '#app/reset-password.ts';
import { beginTotp, confirmTotp } from '#app/begin-totp.ts';
import { inviteUser } from '#app/invite-user.ts';
import { readUser } from '#app/user-document.ts';
import { auditStream } from '#domain/kernel/streams.ts';
import { enterHouse } from '#wiring/current-house.ts';
import { accessCause, goodPassword, signedUp, tokenIn, withMails, type Mailed } from '../support/access.ts';
import { openApiHouse, type ApiHouse } from '../support/api-house.ts';

type Answer = Readonly<{ status: number; text: string; code: string | undefined; cookie: string; csrf: string; headers: Headers }>;

describe('signing in over the API, against whoever tries', () => {
  let api: ApiHouse;
  let mailed: Mailed;
  before(async () => {
    api = await openApiHouse();
    mailed = withMails(api.house);
    enterHouse(mailed.house);
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
      signal: AbortSignal.timeout(30_000),
    });
    const text = await answer.text();
    const { code, csrf_token: csrf = '' } = (text === '' ? {} : JSON.parse(text)) as { code?: string; csrf_token?: string };
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    return { status: answer.status, text, code, cookie, csrf, headers: answer.headers };
  };
  const user = (email: string) => signedUp(mailed.house, { companyId: api.companyId, email, role: 'manager' });
  const enter = (email: string, more: object = {}, headers: Record<string, string> = {}) =>
    ask('POST', '/v1/session', { body: { email, password: goodPassword, ...more }, headers });
  const isIn = async (cookie: string): Promise<boolean> => (await ask('GET', '/v1/session', { headers: { cookie } })).status === 200;

  it('takes no session that somebody else has put into the browser, and ends the one before', async () => {
    await user('fixed@example.com');
    const planted = `__Host-carillon=${'A'.repeat(43)}`;
    const first = await enter('fixed@example.com', {}, { cookie: planted });
    assert.notEqual(first.cookie, planted);
    assert.equal(await isIn(planted), false);
    const second = await enter('fixed@example.com', {}, { cookie: first.cookie });
    assert.notEqual(second.cookie, first.cookie);
    assert.deepEqual([await isIn(first.cookie), await isIn(second.cookie)], [false, true]);
  });

  it('lets one code of an authenticator in once, also at once', async () => {
    const { userId } = await user('totp@example.com');
    const { house } = mailed;
    const { secret } = await beginTotp(house, (await readUser(house, userId))!, goodPassword);
    const codeAt = (seconds: number) => generateSync({ secret, epoch: Math.floor(api.test.clock.realMs() / 1_000) + seconds });
    await confirmTotp(house, (await readUser(house, userId))!, codeAt(0), accessCause(house));
    assert.equal((await enter('totp@example.com')).code, 'code_missing');
    assert.equal((await enter('totp@example.com', { code: codeAt(0) })).status, 401, 'the code that began it was used');
    const all = await Promise.all([1, 2, 3].map(() => enter('totp@example.com', { code: codeAt(30) })));
    assert.equal(all.filter(({ status }) => status === 200).length, 1, all.map(({ text }) => text).join());
    assert.notEqual((await enter('totp@example.com', { code: codeAt(30) })).status, 200);
  });

  it('takes a link of a mail once, also at once, and asks for the code behind a new password', async () => {
    const { userId } = await user('reset@example.com');
    const { house, mails } = mailed;
    const { secret } = await beginTotp(house, (await readUser(house, userId))!, goodPassword);
    const codeNow = generateSync({ secret, epoch: Math.floor(api.test.clock.realMs() / 1_000) });
    await confirmTotp(house, (await readUser(house, userId))!, codeNow, accessCause(house));
    await askPasswordReset(house, 'reset@example.com', accessCause(house));
    const token = tokenIn(mails);
    const password = 'four other words entirely';
    const all = await Promise.all([1, 2, 3].map(() => ask('POST', '/v1/password_resets/confirm', { body: { token, password } })));
    assert.equal(all.filter(({ status }) => status === 204).length, 1, all.map(({ text }) => text).join());
    assert.equal((await ask('POST', '/v1/password_resets/confirm', { body: { token, password } })).code, 'token_invalid');
    assert.equal((await enter('reset@example.com')).code, 'login_failed', 'the password before is gone');
    assert.equal((await enter('reset@example.com', { password })).code, 'code_missing', 'a mail does not stand for the authenticator');
  });

  it('answers alike whether or not anybody has the address', async () => {
    await user('there@example.com');
    const same = async (path: string, body: (email: string) => object) => {
      const [one, other] = await Promise.all([
        ask('POST', path, { body: body('there@example.com') }),
        ask('POST', path, { body: body('nowhere@example.com') }),
      ]);
      const plain = ({ text }: Answer) => text.replaceAll(/req_\w+/g, '');
      const names = ({ headers }: Answer) => [...headers.keys()].toSorted();
      assert.deepEqual([one.status, plain(one), names(one)], [other.status, plain(other), names(other)], path);
    };
    await same('/v1/session', (email) => ({ email, password: 'wrong wrong wrong' }));
    await same('/v1/password_resets', (email) => ({ email }));
    const wrong = (email: string) => Promise.all([1, 2, 3, 4, 5].map(() => enter(email, { password: 'wrong wrong wrong' })));
    await Promise.all([wrong('there@example.com'), wrong('nowhere@example.com')]);
    await same('/v1/session', (email) => ({ email, password: goodPassword }));
  });

  it('knows its own page behind a proxy that speaks HTTPS, and no other', async () => {
    await user('tls@example.com');
    const host = new URL(api.origin).host;
    const proxied = { 'x-forwarded-proto': 'https' };
    const { cookie, csrf, headers } = await enter('tls@example.com', {}, proxied);
    assert.match(headers.get('set-cookie') ?? '', /^__Host-.*; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
    const change = (origin: string) =>
      ask('POST', '/v1/conversations/rpl_none/assign', {
        headers: { cookie, 'x-csrf-token': csrf, origin, ...proxied },
        body: { assignee: 'me' },
      });
    assert.equal((await change(`https://${host}`)).status, 404);
    for (const origin of [`http://${host}`, 'https://evil.example', 'null'])
      assert.equal((await change(origin)).code, 'csrf_token_wrong', origin);
  });

  it('stands in the audit log: who came in, who took up an invitation, who has a new password', async () => {
    const { house, mails } = mailed;
    const { user: invited } = await inviteUser(
      house,
      { companyId: api.companyId, email: 'noted@example.com', role: 'viewer', by: 'usr_test' },
      accessCause(house),
    );
    const from = { 'x-forwarded-for': '192.0.2.44' };
    await ask('POST', '/v1/invitations/accept', { body: { token: tokenIn(mails), password: goodPassword }, headers: from });
    await enter('noted@example.com', {}, from);
    await askPasswordReset(house, 'noted@example.com', accessCause(house));
    const body = { token: tokenIn(mails), password: 'four other words entirely' };
    await ask('POST', '/v1/password_resets/confirm', { body, headers: from });
    const { events } = await house.store.read(auditStream(api.companyId));
    const his = events.flatMap((event) => (event.type === 'AccessNoted' && event.data.by === invited.userId ? [event] : []));
    assert.deepEqual(
      his.map(({ data, private: personal }) => [data.kind, data.operation, personal?.address]),
      ['acceptInvitation', 'signIn', 'resetPassword'].map((operation) => ['change', operation, '192.0.2.44']),
    );
    assert.doesNotMatch(JSON.stringify(his), new RegExp(`${body.token}|four other words|${goodPassword}`));
  });
});
