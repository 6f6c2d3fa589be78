import assert from 'node:assert/strict';
import { generateSync } from 'otplib';
import { beginTotp, confirmTotp, removeTotp } from '#app/begin-totp.ts';
import { changeUser } from '#app/change-user.ts';
import { endSession, findSession, forgetSessions, idleMs, longestMs } from '#app/find-session.ts';
import { hashPassword, verifyPassword } from '#app/hash-password.ts';
import { registerCompany } from '#app/register-company.ts';
import { removeUser } from '#app/remove-user.ts';
import { askPasswordReset, changePassword, resetPassword } from '#app/reset-password.ts';
import { LoginLocked } from '#app/sign-in.ts';
import { credentialsPath, type Credentials, type UserDocument } from '#app/user-document.ts';
import { userStream } from '#domain/kernel/streams.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { accessCause, goodPassword, login, newUser, tokenIn, withMails, type Mailed } from '../support/access.ts';

const companyId = 'co_main';
const other = 'correct horse battery stapler';
const code = (expected: string) => (error: Error & { code?: string }) => {
  assert.equal(error.code, expected, error.message);
  return true;
};

describe('access', () => {
  let test: TestHouse;
  let mailed: Mailed;
  beforeEach(async () => {
    test = await openTestHouse();
    mailed = withMails(test.house);
    const account = { provider: test.provider.name, accountId: test.provider.accountId };
    for (const id of [companyId, 'co_other'])
      await registerCompany(test.house, { companyId: id, name: id, account }, accessCause(test.house));
  });
  afterEach(() => test.close());

  const cause = () => accessCause(mailed.house);
  const types = async (userId: string) => (await test.house.store.read(userStream(userId))).events.map(({ type }) => type);

  describe('signing in', () => {
    let user: UserDocument;
    beforeEach(async () => {
      user = await newUser(mailed, { companyId, email: 'bo@example.com' });
    });

    it('says the same of a wrong password, a wrong address and somebody who was removed', async () => {
      const words = new Set<string>();
      const second = await newUser(mailed, { companyId, email: 'al@example.com', role: 'viewer' });
      await removeUser(mailed.house, { companyId, userId: second.userId, by: 'x' }, cause());
      for (const [email, password] of [
        ['bo@example.com', other],
        ['nobody@example.com', other],
        ['al@example.com', goodPassword],
      ] as const)
        await assert.rejects(login(mailed.house, email, { password }), (error: Error & { code?: string }) =>
          Boolean(words.add(`${error.code} ${error.message}`)),
        );
      assert.equal(words.size, 1);
    });

    for (const [who, email] of [
      ['somebody', 'bo@example.com'],
      ['nobody', 'nobody@example.com'],
    ] as const)
      it(`locks ${who} out for a while after five wrong passwords, at once or one after the other`, async () => {
        const tries = await Promise.allSettled(Array.from({ length: 12 }, () => login(mailed.house, email, { password: other })));
        const failed = tries.filter((one) => one.status === 'rejected' && (one.reason as { code?: string }).code === 'login_failed');
        assert.ok(failed.length <= 5, String(failed.length));
        await assert.rejects(login(mailed.house, email), LoginLocked);
        // another process counts the same
        await assert.rejects(login({ ...mailed.house }, email), LoginLocked);
        test.clock.passReal(16 * 60_000);
        if (who === 'somebody') assert.equal((await login(mailed.house, email)).user.userId, user.userId);
        else await assert.rejects(login(mailed.house, email), code('login_failed'));
        if (who === 'somebody') assert.ok((await types(user.userId)).includes('UserLocked'));
      });

    it('stays open to him where he has signed in before, whatever others try elsewhere', async () => {
      await login(mailed.house, 'bo@example.com', { address: '198.51.100.1' });
      for (let n = 0; n < 25; n++)
        await login(mailed.house, 'bo@example.com', { password: other, address: `203.0.113.${n}` }).catch(() => undefined);
      await assert.rejects(login(mailed.house, 'bo@example.com', { address: '192.0.2.1' }), LoginLocked);
      assert.ok(await login(mailed.house, 'bo@example.com', { address: '198.51.100.1' }));
    });

    it('locks an address that tries many accounts', async () => {
      for (let n = 0; n < 60; n++) await login(mailed.house, `nobody${n}@example.com`, { password: other }).catch(() => undefined);
      await assert.rejects(login(mailed.house, 'bo@example.com'), LoginLocked);
      assert.ok(await login(mailed.house, 'bo@example.com', { address: '192.0.2.1' }));
    });

    it('makes a hash of older parameters anew', async () => {
      const path = credentialsPath(user.userId);
      const old = await hashPassword(goodPassword, { memoryKib: 8_192, passes: 1, lanes: 1 });
      await test.house.documents.write([{ path, data: { password: old } satisfies Credentials }]);
      await login(mailed.house, 'bo@example.com');
      const now = (await test.house.documents.get<Credentials>(path))!.data.password;
      assert.match(now, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      assert.deepEqual(await verifyPassword(goodPassword, now), { isRight: true, isOld: false });
    });

    it('refuses a storm before it eats the memory', async () => {
      const before = process.memoryUsage.rss();
      const all = await Promise.allSettled(Array.from({ length: 90 }, () => verifyPassword(other, undefined)));
      assert.ok(all.some((one) => one.status === 'rejected' && (one.reason as { code?: string }).code === 'logins_many'));
      assert.ok(all.some(({ status }) => status === 'fulfilled'));
      assert.ok(process.memoryUsage.rss() - before < 150_000_000);
    });
  });

  describe('a session', () => {
    let user: UserDocument;
    beforeEach(async () => {
      user = await newUser(mailed, { companyId, email: 'bo@example.com' });
    });
    const started = async () => (await login(mailed.house, 'bo@example.com')).session.token;
    const isThere = async (token: string) => (await findSession({ ...mailed.house }, token)) !== undefined;

    it('is kept as a hash alone, and ends by signing out', async () => {
      const [token, second] = [await started(), await started()];
      assert.ok(await isThere(token));
      await endSession(mailed.house, token, cause());
      assert.deepEqual([await isThere(token), await isThere(second)], [false, true]);
    });
    it('ends when nobody uses it, and at its longest', async () => {
      const idle = await started();
      test.clock.passReal(idleMs + 6_000);
      assert.equal(await isThere(idle), false);
      const busy = await started();
      for (let passed = 0; passed < longestMs; passed += idleMs / 2) {
        assert.ok(await isThere(busy), `${passed}`);
        test.clock.passReal(idleMs / 2);
      }
      assert.equal(await isThere(busy), false);
    });
    for (const [what, work] of [
      [
        'signing out everywhere',
        () =>
          changeUser(mailed.house, { type: 'EndSessions', data: { companyId, userId: user.userId, by: user.userId } }, { cause: cause() }),
      ],
      ['a password of his own', () => changePassword(mailed.house, { user, before: goodPassword, password: other }, cause())],
      [
        'a reset',
        async () => {
          await askPasswordReset(mailed.house, 'bo@example.com', cause());
          await resetPassword(mailed.house, { token: tokenIn(mailed.mails), password: other }, cause());
        },
      ],
      [
        'being removed',
        async () => {
          await newUser(mailed, { companyId, email: 'al@example.com' });
          await removeUser(mailed.house, { companyId, userId: user.userId, by: 'x' }, cause());
        },
      ],
    ] as const)
      it(`ends by ${what}`, async () => {
        const tokens = [await started(), await started()];
        await work();
        forgetSessions(mailed.house);
        assert.deepEqual(await Promise.all(tokens.map(isThere)), [false, false]);
      });
  });

  it('a reset works once, within an hour, and says nothing to an address that nobody has', async () => {
    const { house, mails } = mailed;
    await newUser(mailed, { companyId, email: 'bo@example.com' });
    const sent = mails.length;
    await askPasswordReset(house, 'nobody@example.com', cause());
    assert.equal(mails.length, sent);
    await askPasswordReset(house, 'bo@example.com', cause());
    const token = tokenIn(mails);
    await resetPassword(house, { token, password: other }, cause());
    await assert.rejects(resetPassword(house, { token, password: goodPassword }, cause()), code('token_invalid'));
    assert.ok(await login(house, 'bo@example.com', { password: other }));
    await askPasswordReset(house, 'bo@example.com', cause());
    test.clock.passReal(3_600_000);
    await assert.rejects(resetPassword(house, { token: tokenIn(mails), password: goodPassword }, cause()), code('token_invalid'));
  });

  it('an authenticator asks for a code, takes each once, and recovery codes once', async () => {
    const { house } = mailed;
    const user = await newUser(mailed, { companyId, email: 'bo@example.com' });
    const { secret, uri } = await beginTotp(house, user, goodPassword);
    assert.match(uri, /^otpauth:\/\/totp\/Carillon:bo/);
    const now = (secondsOn = 0) => generateSync({ secret, epoch: Math.floor(house.clock.realMs() / 1_000) + secondsOn });
    await assert.rejects(confirmTotp(house, user, '000000', cause()), code('code_wrong'));
    const first = now();
    const recovery = await confirmTotp(house, user, first, cause());
    await assert.rejects(login(house, 'bo@example.com'), code('code_missing'));
    await assert.rejects(login(house, 'bo@example.com', { code: first }), code('login_failed'));
    test.clock.passReal(60_000);
    const both = await Promise.allSettled([1, 2].map(() => login(house, 'bo@example.com', { code: now() })));
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.ok(await login(house, 'bo@example.com', { code: recovery[0]! }));
    await assert.rejects(login(house, 'bo@example.com', { code: recovery[0]! }), code('login_failed'));
    assert.ok(!JSON.stringify((await test.house.documents.get(credentialsPath(user.userId)))!.data).includes(secret));
    await removeTotp(house, { companyId, userId: user.userId, by: 'x' }, cause());
    test.clock.passReal(60 * 60_000);
    assert.ok(await login(house, 'bo@example.com'));
  });
});
