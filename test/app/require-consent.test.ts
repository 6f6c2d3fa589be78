import assert from 'node:assert/strict';
import { recordOptIn } from '#app/record-opt-in.ts';
import { recordOptOut } from '#app/record-opt-out.ts';
import { setSender } from '#app/set-sender.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import type { Purpose } from '#domain/consent/events.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, people, phoneOf, register, sendNow, testCompany } from '../support/house-steps.ts';
import { codesOf, receivedBy } from '../support/house-story.ts';

const offers: Definition = { ...sendNow, purpose: 'marketing', requireConsent: true };

describe('a campaign that requires consent', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse({ at: '2026-11-02T18:00:00.000Z' });
    await register(test);
  });
  afterEach(() => test.close());

  type Said = Readonly<{ channel?: Channel; brandId?: string; purpose?: Purpose }>;
  const about = (n: number, { channel = 'sms', brandId }: Said) => ({ companyId: testCompany, channel, to: phoneOf(n), brandId });
  const agrees = (n: number, said: Said = {}) =>
    recordOptIn(test.house, { ...about(n, said), source: 'staff', purpose: said.purpose ?? 'marketing' }, causeAt(test));
  const leaves = (n: number, said: Said = {}) => recordOptOut(test.house, { ...about(n, said), source: 'staff' }, causeAt(test));
  const send = async (definition: Definition, count: number, ids = 'P'): Promise<void> => {
    const campaignId = await activeCampaign(test, definition);
    await load(test, campaignId, people(count).replaceAll('P', ids), `${ids}.csv`);
    await settle(test);
  };
  const reached = async (count: number): Promise<readonly number[]> => {
    const received = await receivedBy(test);
    return Array.from({ length: count }, (_, n) => n).filter((n) => received.has(phoneOf(n)));
  };

  it('goes to those who agreed to its purpose and have not taken it back, and says why to nobody else', async () => {
    await agrees(0);
    await agrees(1, { purpose: 'transactional' });
    await agrees(2);
    await leaves(2);
    await agrees(3, { channel: 'voice' });
    await leaves(4);
    await agrees(4);
    await send(offers, 6);
    assert.deepEqual(await reached(6), [0, 4]);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { no_consent: 3, opted_out: 1 });
  });

  it('takes an agreement to marketing for one to reminders, and asks nobody where it does not require one', async () => {
    await agrees(0);
    await agrees(1, { purpose: 'transactional' });
    await send({ ...sendNow, requireConsent: true }, 3);
    assert.deepEqual(await reached(3), [0, 1]);
    await send({ ...sendNow, name: 'To all', purpose: 'marketing' }, 4, 'Q');
    assert.deepEqual(await reached(4), [0, 1, 2, 3]);
  });

  it('is of the brand that it was given to, or of all', async () => {
    for (const [number, brandId] of Object.entries({ [sendNow.from]: 'brd_dental', '+12085550198': 'brd_eyes' }))
      await setSender(test.house, { companyId: testCompany, kind: 'number', number, brandId }, causeAt(test));
    await agrees(0, { brandId: 'brd_dental' });
    await agrees(1, { brandId: 'brd_eyes' });
    await agrees(2);
    await send(offers, 3);
    assert.deepEqual(await reached(3), [0, 2]);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { no_consent: 1 });
  });
});
