import assert from 'node:assert/strict';
import { endedBefore } from '#app/consent-ends-at.ts';
import { endConsents } from '#app/end-consents.ts';
import { recordOptIn } from '#app/record-opt-in.ts';
import { recordOptOut } from '#app/record-opt-out.ts';
import { suppressionPath } from '#app/suppression-path.ts';
import { sweep } from '#app/sweep.ts';
import { contactStream } from '#domain/kernel/streams.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, people, phoneOf, register, testCompany } from '../support/house-steps.ts';
import { codesOf } from '../support/house-story.ts';

describe('proof of consent', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse({ at: '2026-11-20T16:00:00.000Z' });
    await register(test);
  });
  afterEach(() => test.close());

  const about = { companyId: testCompany, channel: 'sms', to: phoneOf(0), source: 'reply', person: { said: 'words' } } as const;
  const saidOf = async (): Promise<readonly (string | undefined)[]> => {
    const stream = contactStream(testCompany, test.house.vault.fingerprint(testCompany, phoneOf(0)));
    return (await test.house.store.read(stream)).events.map((event) => (event.private as { said?: string } | undefined)?.said);
  };
  const isMarked = async (): Promise<boolean> =>
    (await test.house.documents.get(suppressionPath(test.house, testCompany, { channel: 'sms', to: phoneOf(0) }))) !== undefined;

  it('is gone after five years, each by its own date, and the opt-out stays', async () => {
    await recordOptIn(test.house, about, causeAt(test));
    test.clock.set('2028-02-29T10:00:00.000Z');
    await recordOptOut(test.house, about, causeAt(test));
    test.clock.set('2031-11-30T23:59:00.000Z');
    await sweep(test.house, causeAt(test));
    assert.deepEqual(await saidOf(), ['words', 'words'], 'five years are not over');
    test.clock.set('2031-12-01T00:00:00.000Z');
    await sweep(test.house, causeAt(test));
    assert.deepEqual(await saidOf(), [undefined, 'words']);
    test.clock.set('2033-03-01T00:00:00.000Z');
    await sweep(test.house, causeAt(test));
    assert.deepEqual(await saidOf(), [undefined, undefined]);
    assert.equal(await endConsents(test.house, test.clock.now()), 0);
    assert.ok(await isMarked());
    const campaignId = await activeCampaign(test);
    await load(test, campaignId, people(1));
    await settle(test);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { opted_out: 1 });
  });

  it('can be given again afterwards', async () => {
    await recordOptOut(test.house, about, causeAt(test));
    test.clock.set('2032-01-01T00:00:00.000Z');
    await sweep(test.house, causeAt(test));
    assert.deepEqual(await recordOptIn(test.house, about, causeAt(test)), { families: ['sms'] });
    assert.deepEqual(await saidOf(), [undefined, 'words']);
    assert.ok(!(await isMarked()));
  });

  it('ends so many at a time', async () => {
    for (let n = 0; n < 3; n += 1) await recordOptOut(test.house, { ...about, to: phoneOf(n) }, causeAt(test));
    assert.equal(await endConsents(test.house, '2031-12-01T00:00:00.000Z'), 3);
    assert.equal(endedBefore('2031-12-20T00:00:00.000Z'), '2026-12-01 00:00:00.000');
  });
});
