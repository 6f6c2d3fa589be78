import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { sweep } from '#app/sweep.ts';
import { tallyLog } from '#app/tally-log.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import type { CrashMoment } from '../support/crashes.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { dieAndComeBack, settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, people, place, testCompany } from '../support/house-steps.ts';
import { receivedBy, timesOf } from '../support/house-story.ts';

/** Four people, one of them twice, and somebody without a phone. */
const content = `${people(4)}P0,Person 0,+12085550000\nP9,Nobody,\n`;

/** One process: looks for what is to do, and does it, until it is done or dead. */
const live = async (test: TestHouse): Promise<void> => {
  await sweep(test.house, causeAt(test));
  await settle(test);
};

const assertAllOnce = async (test: TestHouse, title: string): Promise<void> => {
  const received = await receivedBy(test);
  assert.deepEqual([received.size, Math.max(...received.values())], [4, 1], title);
  for (const type of ['MessageQueued', 'MessageSent'] as const) {
    const times = await timesOf(test, type);
    assert.deepEqual([times.size, Math.max(...times.values())], [4, 1], `${title}: ${type}`);
  }
  const { tally } = await tallyLog(test.opened.store, testCompany);
  const { messages, accepted, in_doubt: doubts, failed } = totalsOf(tally);
  assert.deepEqual(
    { rows: tally.rows, messages, accepted, doubts, failed, skipped: tally.skipped, rejected: tally.rejected },
    { rows: 6, messages: 4, accepted: 4, doubts: 0, failed: 0, skipped: { duplicate: 1 }, rejected: { phone_missing: 1 } },
    title,
  );
  assert.equal(await test.house.documents.nextDue('queue'), undefined, title);
  assert.equal(await test.house.documents.nextDue('rowChunks'), undefined, title);
};

describe('a file, from its drop to the provider', () => {
  const withHouse = async (work: (test: TestHouse) => Promise<void>): Promise<void> => {
    const test = await openTestHouse({ callTimeoutMs: 200 });
    try {
      const campaignId = await activeCampaign(test);
      await place(test, campaignId, { content });
      await work(test);
    } finally {
      await test.close();
    }
  };

  /** Whether there was such a step to die at. */
  const diesAt = async (nth: number, moment: CrashMoment): Promise<boolean> => {
    let died = false;
    await withHouse(async (test) => {
      test.crashes.dieAt(nth, moment);
      await live(test).catch(() => undefined);
      died = test.crashes.died();
      await dieAndComeBack(test);
      await live(test);
      await live(test);
      await assertAllOnce(test, `${moment} step ${nth}`);
    });
    return died;
  };

  for (const moment of ['before', 'after'] as const) {
    it(`comes out whole, and once, when the process dies ${moment} any one step`, async () => {
      let steps = 0;
      while (await diesAt(steps + 1, moment)) steps += 1;
      assert.ok(steps > 15, `${steps} steps`);
    });
  }

  it('comes out whole, and once, whenever processes die and whatever the provider answers', async () => {
    const death = fc.record({ nth: fc.integer({ min: 1, max: 12 }), moment: fc.constantFrom<CrashMoment>('before', 'after') });
    const kind = fc.constantFrom('cut', 'cut_after_accept', '500', '500_after_accept', 'malformed_after_accept', '429');
    const fault = fc.record({ kind, count: fc.integer({ min: 1, max: 3 }) });
    const property = fc.asyncProperty(fc.array(death, { maxLength: 5 }), fc.array(fault, { maxLength: 2 }), (deaths, faults) =>
      withHouse(async (test) => {
        for (const one of faults) await test.simulator.control.fault(one);
        for (const { nth, moment } of deaths) {
          test.crashes.dieAt(nth, moment);
          await live(test).catch(() => undefined);
          await dieAndComeBack(test);
        }
        await live(test);
        await live(test);
        await assertAllOnce(test, JSON.stringify({ deaths, faults }));
      }),
    );
    await fc.assert(property, { numRuns: 25, seed: 20_261_102, endOnFailure: true });
  });
});
