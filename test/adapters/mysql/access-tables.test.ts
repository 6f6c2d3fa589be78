import assert from 'node:assert/strict';
import { changeUser } from '#app/change-user.ts';
import { project } from '#app/project.ts';
import { registerCompany } from '#app/register-company.ts';
import { forgetUser, removeUser } from '#app/remove-user.ts';
import { auditStream } from '#domain/kernel/streams.ts';
import { accessCause, login, signedUp } from '../../support/access.ts';
import { openTestHouse, type TestHouse } from '../../support/house.ts';
import { openReporting, type Reporting } from '../../support/reporting.ts';

describe('the tables of users and looks', () => {
  let reporting: Reporting;
  let test: TestHouse;
  before(async () => {
    reporting = await openReporting();
    test = await openTestHouse({ readModel: reporting.readModel });
  });
  after(async () => {
    await test.close();
    await reporting.close();
  });

  it('take what happens, and empty what was forgotten', async () => {
    const { house } = test;
    const companyId = 'co_main';
    const account = { provider: test.provider.name, accountId: test.provider.accountId };
    await registerCompany(house, { companyId, name: 'Main', account }, accessCause(house));
    const kept = await signedUp(house, { companyId, email: 'kept@example.com' });
    const gone = await signedUp(house, { companyId, email: 'gone@example.com', brands: ['brd_a', 'brd_b'] });
    await login(house, 'kept@example.com');
    const brands = { companyId, userId: gone.userId, by: 'x', brands: ['brd_a'] };
    await changeUser(house, { type: 'GiveBrands', data: brands }, { cause: accessCause(house) });
    const data = {
      companyId,
      by: kept.userId,
      kind: 'look',
      operation: 'getUser',
      subjects: [gone.userId],
      status: 200,
      request: 'req_a',
    } as const;
    const events = [{ type: 'AccessNoted', data, private: { address: '192.0.2.9' } }] as const;
    await house.store.append({ stream: auditStream(companyId), companyId, events, cause: accessCause(house) });
    for (const partition of house.store.partitions()) await project(house, partition);
    const removal = { companyId, userId: gone.userId, by: 'x' };
    await removeUser(house, removal, accessCause(house));
    await forgetUser(house, removal, accessCause(house));
    for (const partition of house.store.partitions()) await project(house, partition);
    assert.deepEqual(await reporting.ask('SELECT event_type FROM parked_events'), []);
    const users = await reporting.ask('SELECT email, status FROM users ORDER BY status');
    assert.deepEqual(
      users.map(({ email, status }) => [email as string | null, status as string]),
      [
        ['kept@example.com', 'active'],
        [null, 'removed'],
      ],
    );
    const given = await reporting.ask('SELECT brand_id FROM user_brands WHERE taken_at IS NULL');
    assert.deepEqual(
      given.map((row) => row['brand_id'] as string),
      ['brd_a'],
    );
    const looks = await reporting.ask('SELECT kind, address FROM audit_log');
    assert.deepEqual(
      looks.map(({ kind, address }) => [kind as string, address as string]),
      [['look', '192.0.2.9']],
    );
  });
});
