import assert from 'node:assert/strict';
import { tallyLog } from '#app/tally-log.ts';
import { topics } from '#app/topics.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import { subscribeDoors } from '#wiring/doors.ts';
import { eventually } from '../support/eventually.ts';
import { openTestHouse } from '../support/house.ts';
import { activeCampaign, people, place, testCompany } from '../support/house-steps.ts';
import { receivedBy, timesOf } from '../support/house-story.ts';

const rows = 700;

describe('all doors on one bus', () => {
  it('bring a file to its people once, though its hints come twice and the provider falters', async () => {
    const test = await openTestHouse({ listening: true, callTimeoutMs: 300 });
    try {
      const campaignId = await activeCampaign(test);
      const path = await place(test, campaignId, { content: people(rows) });
      for (const kind of ['cut_after_accept', '500', '429']) await test.simulator.control.fault({ kind, count: 3 });
      subscribeDoors(test.bus);
      const dropped = [{ data: { path } }, { data: { path } }];
      const tick = [{ data: {} }, { data: {} }];
      await test.bus.publish(topics.dropFinalized, dropped);
      const isDone = async (): Promise<boolean> => {
        const { delivered, undelivered } = totalsOf((await tallyLog(test.opened.store, testCompany)).tally);
        // a report may come before what the provider answered is stored
        return delivered + undelivered === rows && (await test.house.documents.nextDue('queue')) === undefined;
      };
      await eventually(
        'a report of every message',
        async () => {
          await test.bus.publish(topics.tickCampaigns, tick);
          await test.bus.publish(topics.tickSends, tick);
          await test.bus.publish(topics.dropFinalized, dropped);
          await eventually('a quiet moment', async () => ((await test.bus.pending()) ?? 0) < 5);
          // what is in doubt, or was turned away, waits for real time
          test.clock.passReal(700);
          return isDone();
        },
        50_000,
      );
      const received = await receivedBy(test);
      assert.deepEqual([received.size, Math.max(...received.values())], [rows, 1]);
      for (const type of ['MessageQueued', 'MessageSent'] as const) {
        const times = await timesOf(test, type);
        assert.deepEqual([times.size, Math.max(...times.values())], [rows, 1], type);
      }
      assert.deepEqual(await test.bus.deadLetters(10), []);
      assert.doesNotMatch(JSON.stringify(test.lines), /Person|1208555|glasses/, 'a log line names a person');
    } finally {
      await test.close();
    }
  });
});
