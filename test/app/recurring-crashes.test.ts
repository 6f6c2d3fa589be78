import assert from 'node:assert/strict';
import { tallyLog } from '#app/tally-log.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import type { CrashMoment } from '../support/crashes.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { dieAndComeBack, runToEnd, settle } from '../support/house-run.ts';
import { activeCampaign, load, people, remind, testCompany } from '../support/house-steps.ts';
import { receivedBy, timesOf } from '../support/house-story.ts';

const daily = {
  ...remind,
  name: 'Daily',
  fields: { person: 'id', firstName: 'name', phone: 'phone' },
  channels: [{ channel: 'sms' as const, template: 'Hi {{ firstName }}.' }],
  schedule: { every: 'FREQ=DAILY;COUNT=2', start: '2026-11-03T11:00' },
};

const assertEachFiringOnce = async (test: TestHouse, title: string): Promise<void> => {
  assert.deepEqual([...(await receivedBy(test)).values()], [2, 2, 2], title);
  for (const type of ['MessageQueued', 'MessageSent'] as const) {
    const times = await timesOf(test, type);
    assert.deepEqual([times.size, Math.max(...times.values())], [6, 1], `${title}: ${type}`);
  }
  const { tally } = await tallyLog(test.opened.store, testCompany);
  const { messages, in_doubt: doubts } = totalsOf(tally);
  assert.deepEqual([tally.fired, messages, doubts, tally.skipped], [6, 6, 0, {}], title);
  assert.equal(await test.house.documents.nextDue('rowChunks'), undefined, title);
};

describe('the firings of a recurring campaign', () => {
  /** Whether there was such a step to die at. */
  const diesAt = async (nth: number, moment: CrashMoment): Promise<boolean> => {
    const test = await openTestHouse({ callTimeoutMs: 200 });
    try {
      await load(test, await activeCampaign(test, daily), people(3));
      await settle(test);
      test.crashes.dieAt(nth, moment);
      await runToEnd(test).catch(() => undefined);
      const died = test.crashes.died();
      await dieAndComeBack(test);
      await runToEnd(test);
      await assertEachFiringOnce(test, `${moment} step ${nth}`);
      return died;
    } finally {
      await test.close();
    }
  };

  // before the odd steps and after the even ones: what a file goes through at each of them is tried elsewhere
  for (const [moment, first] of [
    ['before', 1],
    ['after', 2],
  ] as const) {
    it(`come out whole, and once, when the process dies ${moment} a step`, async () => {
      let nth = first as number;
      while (await diesAt(nth, moment)) nth += 2;
      assert.ok(nth > 10, `${nth} steps`);
    });
  }
});
