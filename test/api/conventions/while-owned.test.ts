import assert from 'node:assert/strict';
import { Problem } from '#api/conventions/problem.ts';
import { claimKey, heldMs, releaseKey, saveAnswer, seedOf, type Keyed, type Owned } from '#api/conventions/saved-answers.ts';
import { whileOwned } from '#api/conventions/while-owned.ts';
import { registerCompany } from '#app/register-company.ts';
import { eventually } from '../../support/eventually.ts';
import { openTestHouse, type TestHouse } from '../../support/house.ts';
import { testCompany } from '../../support/house-steps.ts';

describe('the claim on an idempotency key', () => {
  let test: TestHouse;
  let keys = 0;
  before(async () => {
    test = await openTestHouse();
    const { house } = test;
    const cause = { id: 'req_claims', now: house.clock.now() };
    await registerCompany(house, { companyId: testCompany, name: 'Test', account: { provider: 'simulator', accountId: 'main' } }, cause);
  });
  after(() => test.close());

  const fresh = (): Keyed => ({
    caller: { companyId: testCompany, mode: 'live' },
    route: 'post /v1/things',
    key: `claim-${(keys += 1)}`,
    payload: '',
  });
  const claim = async (keyed: Keyed): Promise<Owned> => {
    const claimed = await claimKey(test.house, keyed);
    assert.ok('owner' in claimed, 'nobody has answered yet');
    return { keyed, owner: claimed.owner };
  };
  const isHeld = async (keyed: Keyed): Promise<void> => {
    await assert.rejects(claimKey(test.house, keyed), (error) => error instanceof Problem && error.code === 'request_in_flight');
  };
  const lapse = (): void => test.clock.passReal(heldMs + 1_000);
  /** Since time was moved on. */
  const wasRenewed = async ({ keyed }: Owned): Promise<boolean> => {
    const found = await test.house.documents.get<{ claimedAt: number }>(`apiAnswers/${testCompany}.${seedOf(test.house, keyed)}`);
    return (found?.data.claimedAt ?? 0) >= test.house.clock.realMs() - heldMs / 10;
  };
  const answer = (body: string) => ({ status: 201, headers: {}, body });

  it('is held for as long as the work runs, however long that is', async () => {
    const owned = await claim(fresh());
    await whileOwned(
      test.house,
      owned,
      async () => {
        for (let n = 0; n < 4; n++) {
          test.clock.passReal(heldMs * 0.9);
          await eventually('the claim is renewed', () => wasRenewed(owned));
        }
        await isHeld(owned.keyed);
      },
      2,
    );
    assert.equal(await saveAnswer(test.house, owned, answer('mine')), true);
    assert.deepEqual(await claimKey(test.house, owned.keyed), { saved: answer('mine') });
  });

  it('of somebody who stood still for too long goes to another, who keeps it whatever the first one does', async () => {
    const keyed = fresh();
    const slow = await claim(keyed);
    lapse();
    const next = await claim(keyed);
    assert.notEqual(next.owner, slow.owner);
    assert.equal(await releaseKey(test.house, slow), false);
    await isHeld(keyed);
    assert.equal(await saveAnswer(test.house, slow, answer('late')), false);
    await isHeld(keyed);
    await whileOwned(test.house, slow, () => new Promise((resolve) => setTimeout(resolve, 20)), 2);
    assert.equal(await saveAnswer(test.house, next, answer('theirs')), true);
    assert.equal(await releaseKey(test.house, slow), false);
    assert.deepEqual(await claimKey(test.house, keyed), { saved: answer('theirs') });
  });

  it('is gone once its owner releases it, and lapses where he is dead', async () => {
    const keyed = fresh();
    assert.equal(await releaseKey(test.house, await claim(keyed)), true);
    const dead = await claim(keyed);
    await isHeld(keyed);
    lapse();
    assert.notEqual((await claim(keyed)).owner, dead.owner);
  });

  it('has one owner, however many race for it while others renew, release and save', async () => {
    for (let round = 0; round < 10; round++) {
      const keyed = fresh();
      const slow = await claim(keyed);
      lapse();
      const racing = Array.from({ length: 6 }, () => claimKey(test.house, keyed).catch(() => undefined));
      const [released, ...all] = await Promise.all([releaseKey(test.house, slow), ...racing]);
      const owners = all.flatMap((one) => (one && 'owner' in one ? [one.owner] : []));
      // released before the others looked, it is taken like a new one
      assert.ok(owners.length === 1 || (released && owners.length === 0), `${owners.length} owners`);
      if (owners.length === 0) continue;
      const [saved, late] = await Promise.all([
        saveAnswer(test.house, { keyed, owner: owners[0]! }, answer('once')),
        releaseKey(test.house, slow),
      ]);
      assert.deepEqual([saved, late], [true, false]);
      assert.deepEqual(await claimKey(test.house, keyed), { saved: answer('once') });
    }
  });
});
