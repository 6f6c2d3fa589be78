import assert from 'node:assert/strict';
import { acceptInvitation } from '#app/accept-invitation.ts';
import { changeUser } from '#app/change-user.ts';
import { inviteUser, renewInvitation } from '#app/invite-user.ts';
import { registerCompany } from '#app/register-company.ts';
import { forgetUser, removeUser } from '#app/remove-user.ts';
import { personalOf, readUser, usersOf } from '#app/user-document.ts';
import { userStream } from '#domain/kernel/streams.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { accessCause, goodPassword, login, newUser, tokenIn, withMails, type Mailed } from '../support/access.ts';

const companyId = 'co_main';
const other = 'correct horse battery stapler';
const code = (expected: string) => (error: Error & { code?: string }) => {
  assert.equal(error.code, expected, error.message);
  return true;
};

describe('users', () => {
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

  describe('an invitation', () => {
    it('comes by mail, works once, and lets nobody in before', async () => {
      const { house, mails } = mailed;
      const { user, isMailed } = await inviteUser(
        house,
        { companyId, email: ' Bo@Example.com ', role: 'owner', by: 'command line' },
        cause(),
      );
      assert.deepEqual([isMailed, mails[0]?.to, user.status], [true, 'bo@example.com', 'invited']);
      await assert.rejects(login(house, 'bo@example.com'), code('login_failed'));
      const token = tokenIn(mails);
      await acceptInvitation(house, { token, password: goodPassword, name: 'Bo' }, cause());
      await assert.rejects(acceptInvitation(house, { token, password: other }, cause()), code('token_invalid'));
      assert.equal((await login(house, 'BO@example.com')).user.userId, user.userId);
      assert.deepEqual(await types(user.userId), ['UserInvited', 'InvitationAccepted', 'EmailVerified', 'PasswordSet', 'SessionStarted']);
      assert.deepEqual(await personalOf(house, (await readUser(house, user.userId))!), { email: 'bo@example.com', name: 'Bo' });
    });

    it('ends with its time, and with the next one', async () => {
      const { house, mails } = mailed;
      const { user } = await inviteUser(house, { companyId, email: 'bo@example.com', role: 'owner', by: 'x' }, cause());
      const first = tokenIn(mails);
      await renewInvitation(house, { companyId, userId: user.userId, by: 'x' }, cause());
      await assert.rejects(acceptInvitation(house, { token: first, password: goodPassword }, cause()), code('token_invalid'));
      test.clock.passReal(7 * 86_400_000);
      await assert.rejects(acceptInvitation(house, { token: tokenIn(mails), password: goodPassword }, cause()), code('token_invalid'));
    });

    it("fills nobody's mailbox, however often it is made and renewed over the API", async () => {
      const { house, mails } = mailed;
      const to = { companyId, email: 'bo@example.com', role: 'viewer', by: 'usr_admin', byRole: 'admin' } as const;
      const { user } = await inviteUser(house, to, cause());
      for (let n = 1; n < 5; n++) await renewInvitation(house, { ...to, userId: user.userId }, cause());
      const token = tokenIn(mails);
      await assert.rejects(renewInvitation(house, { ...to, userId: user.userId }, cause()), code('invitations_many'));
      assert.equal(mails.length, 5);
      assert.equal((await acceptInvitation(house, { token, password: goodPassword }, cause())).status, 'active');
    });

    it('two requests with one token make one user', async () => {
      const { house, mails } = mailed;
      await inviteUser(house, { companyId, email: 'bo@example.com', role: 'owner', by: 'x' }, cause());
      const token = tokenIn(mails);
      const both = await Promise.allSettled([goodPassword, other].map((password) => acceptInvitation(house, { token, password }, cause())));
      assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
    });

    it('is refused to somebody who is there, and takes nobody the address of another company away', async () => {
      await newUser(mailed, { companyId, email: 'bo@example.com' });
      const again = { email: 'bo@example.com', role: 'viewer', by: 'x' } as const;
      await assert.rejects(inviteUser(mailed.house, { companyId, ...again }, cause()), code('user_exists'));
      await inviteUser(mailed.house, { companyId: 'co_other', ...again }, cause());
      const token = tokenIn(mailed.mails);
      await assert.rejects(acceptInvitation(mailed.house, { token, password: goodPassword }, cause()), code('email_taken'));
    });

    it('takes no password that is tried first', async () => {
      await inviteUser(mailed.house, { companyId, email: 'bo.reyes@hillside.example', name: 'Bo Reyes', role: 'owner', by: 'x' }, cause());
      const token = tokenIn(mailed.mails);
      for (const password of [
        'short',
        'P@ssw0rd1234!',
        'aaaaaaaaaaaaaa',
        'abcdefghijklm',
        '123456789012',
        'qwertyuiop[]123',
        'hillside2026',
        'x'.repeat(129),
      ])
        await assert.rejects(acceptInvitation(mailed.house, { token, password }, cause()), code('password_weak'), password);
      await acceptInvitation(mailed.house, { token, password: 'дуже довге речення' }, cause());
    });
  });

  it('the last owner stays, also when two remove each other', async () => {
    const { house } = mailed;
    const [bo, al] = [
      await newUser(mailed, { companyId, email: 'bo@example.com' }),
      await newUser(mailed, { companyId, email: 'al@example.com' }),
    ];
    const both = await Promise.allSettled(
      [bo, al].map(({ userId }) => removeUser(house, { companyId, userId, by: 'x', byRole: 'owner' }, cause())),
    );
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
    const [left] = (await usersOf(house, companyId)).filter(({ status }) => status === 'active');
    const data = { companyId, userId: left!.userId, role: 'admin', by: 'x' } as const;
    await assert.rejects(changeUser(house, { type: 'GiveRole', data }, { cause: cause() }), code('last_owner'));
  });

  it('an admin makes nobody an owner, and changes none', async () => {
    const bo = await newUser(mailed, { companyId, email: 'bo@example.com' });
    const byAdmin = { companyId, by: 'usr_admin', byRole: 'admin' } as const;
    await assert.rejects(inviteUser(mailed.house, { ...byAdmin, email: 'x@example.com', role: 'owner' }, cause()), code('owner_needed'));
    await assert.rejects(removeUser(mailed.house, { ...byAdmin, userId: bo.userId }, cause()), code('owner_needed'));
  });

  it('who was forgotten is named nowhere', async () => {
    const { house } = mailed;
    await newUser(mailed, { companyId, email: 'al@example.com' });
    const bo = await newUser(mailed, { companyId, email: 'bo@example.com' });
    await assert.rejects(forgetUser(house, { companyId, userId: bo.userId, by: 'x' }, cause()), code('user_not_removed'));
    await removeUser(house, { companyId, userId: bo.userId, by: 'x' }, cause());
    const gone = await forgetUser(house, { companyId, userId: bo.userId, by: 'x' }, cause());
    assert.equal(await personalOf(house, gone), undefined);
    assert.ok(!JSON.stringify((await house.store.read(userStream(bo.userId))).events).includes('bo@example.com'));
  });

  it('nobody of another company is there', async () => {
    const bo = await newUser(mailed, { companyId, email: 'bo@example.com' });
    const foreign = { companyId: 'co_other', userId: bo.userId, by: 'x' };
    await assert.rejects(removeUser(mailed.house, foreign, cause()), code('user_unknown'));
    await assert.rejects(renewInvitation(mailed.house, foreign, cause()), code('user_unknown'));
    await assert.rejects(
      changeUser(mailed.house, { type: 'GiveRole', data: { ...foreign, role: 'viewer' } }, { cause: cause() }),
      code('user_unknown'),
    );
  });
});
