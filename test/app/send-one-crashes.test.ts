import assert from 'node:assert/strict';
import { sendOne } from '#app/send-one.ts';
import { sweep } from '#app/sweep.ts';
import { tallyLog } from '#app/tally-log.ts';
import type { CrashMoment } from '../support/crashes.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { dieAndComeBack, restart, settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, phoneOf, testCompany } from '../support/house-steps.ts';
import { countTypes, receivedBy, timesOf } from '../support/house-story.ts';

const rows = [
  { phone: phoneOf(1), firstName: 'Ada', person: 'P1' },
  { phone: phoneOf(2), firstName: 'Ben', person: 'P2' },
  { phone: 'n/a', firstName: 'Cleo', person: 'P3' },
];

const assertAllOnce = async (test: TestHouse, title: string): Promise<void> => {
  const received = await receivedBy(test);
  assert.deepEqual([received.size, Math.max(...received.values())], [2, 1], title);
  for (const type of ['MessageQueued', 'MessageSent'] as const) {
    const times = await timesOf(test, type);
    assert.deepEqual([times.size, Math.max(...times.values())], [2, 1], `${title}: ${type}`);
  }
  const { tally } = await tallyLog(test.opened.store, testCompany);
  assert.deepEqual([tally.rows, tally.rejected], [3, { phone_invalid: 1 }], title);
  const { PacketAccepted, PacketLoaded } = await countTypes(test);
  assert.deepEqual({ PacketAccepted, PacketLoaded }, { PacketAccepted: 1, PacketLoaded: 1 }, title);
  for (const collection of ['queue', 'rowChunks', 'packets'])
    assert.equal(await test.house.documents.nextDue(collection), undefined, `${title}: ${collection}`);
};

describe('a request, from its caller to the provider', () => {
  /** Whether there was such a step to die at. */
  const diesAt = async (nth: number, moment: CrashMoment, callerComesBack: boolean): Promise<boolean> => {
    const test = await openTestHouse({ callTimeoutMs: 200 });
    try {
      const campaignId = await activeCampaign(test);
      const ask = () => sendOne(test.house, { companyId: testCompany, campaignId, rows, reference: 'call 7' }, causeAt(test));
      test.crashes.dieAt(nth, moment);
      const first = await ask().catch(() => undefined);
      await settle(test).catch(() => undefined);
      const died = test.crashes.died();
      await dieAndComeBack(test);
      const title = `${moment} step ${nth}`;
      const accepted = (await countTypes(test))['PacketAccepted'] === 1;
      // nobody but the caller knows of a request that was not stored
      if (callerComesBack || !accepted) assert.equal((await ask()).results.length, 3, title);
      await sweep(test.house, causeAt(test));
      await settle(test);
      await settle(test);
      await assertAllOnce(test, title);
      if (first) assert.deepEqual(await ask(), { ...first, again: true }, title);
      return died;
    } finally {
      await test.close();
    }
  };

  for (const moment of ['before', 'after'] as const) {
    for (const callerComesBack of [true, false]) {
      const who = callerComesBack ? 'its caller asks again' : 'the sweep finds it';
      it(`comes out whole, and once, when the process dies ${moment} any one step and ${who}`, async () => {
        let steps = 0;
        while (await diesAt(steps + 1, moment, callerComesBack)) steps += 1;
        assert.ok(steps > 9, `${steps} steps`);
      });
    }
  }

  it('comes out though whoever loaded it has a clock that is ahead of all others, and died', async () => {
    for (let nth = 3; nth <= 5; nth++) {
      const test = await openTestHouse();
      try {
        const campaignId = await activeCampaign(test);
        // its clock has nothing to look for
        await settle(test);
        const later = (ms: number): string => new Date(Date.parse(test.clock.now()) + ms).toISOString();
        const ask = (now: string) => {
          const request = { companyId: testCompany, campaignId, rows, reference: 'call 7' };
          return sendOne(test.house, request, { ...causeAt(test), now });
        };
        test.crashes.dieAt(nth, 'before');
        await ask(later(2_000)).catch(() => undefined);
        await restart(test);
        await ask(later(0));
        test.clock.set(later(3_000));
        await settle(test);
        await assertAllOnce(test, `before step ${nth}`);
      } finally {
        await test.close();
      }
    }
  });
});
