import assert from 'node:assert/strict';
import { sendOne } from '#app/send-one.ts';
import { sendWork } from '#app/send-work.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { eventually } from '../support/eventually.ts';
import type { TestHouse } from '../support/house.ts';
import { queueMessages, workItems } from '../support/house-queue.ts';
import { deliverAll, takeHints } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, people, phoneOf, sendNow, testCompany } from '../support/house-steps.ts';
import { receivedBy } from '../support/house-story.ts';
import { hearing, openRunningHouse, sayPace } from '../support/paced-house.ts';

let campaigns = 0;
const named = (more: Partial<Definition> = {}): Definition => ({ ...sendNow, name: `Ranked ${(campaigns += 1)}`, ...more });

describe('pace', () => {
  let test: TestHouse;
  const calls: number[] = [];
  beforeEach(async () => {
    calls.length = 0;
    test = await openRunningHouse();
    await sayPace(test, 1);
  });
  afterEach(() => test.close());

  describe('where several wait for the same', () => {
    it('lets go what people asked for before marketing', async () => {
      const { path } = await queueMessages(test, { count: 120, definition: named({ purpose: 'marketing' }) });
      const house = hearing(test, test.house, calls);
      const sending = sendWork(house, path, causeAt(test));
      await eventually('ten messages', async () => (await receivedBy(test)).size >= 10);
      const reminders = await activeCampaign(test, named());
      await load(test, reminders, people(36, { from: 200 }));
      await deliverAll(test);
      const items = (await workItems(test)).filter(({ data }) => data.campaignId === reminders);
      for (const item of items) await sendWork(house, item.path, causeAt(test));
      const order = [...(await receivedBy(test)).keys()];
      const [first, last] = [phoneOf(200), phoneOf(235)].map((phone) => order.indexOf(phone)) as [number, number];
      await sending;
      const between = last - first - 35;
      assert.ok(between <= 9, `${between} of marketing between 36 reminders`);
      assert.equal((await receivedBy(test)).size, 156);
    });

    it('lets a message that one person waits for go within seconds by a number that a campaign keeps busy', async () => {
      const definition = named({ purpose: 'marketing' });
      const { path, campaignId } = await queueMessages(test, { count: 60, definition });
      const house = hearing(test, test.house, calls);
      const sending = sendWork(house, path, causeAt(test));
      await eventually('ten messages', async () => (await receivedBy(test)).size >= 10);
      const before = calls.length;
      const row = { id: 'N', name: 'Ned', phone: phoneOf(900) };
      const answer = await sendOne(test.house, { companyId: testCompany, campaignId, rows: [row] }, causeAt(test));
      assert.equal(answer.results[0]?.outcome, 'queued');
      for (const hint of takeHints(test, 'send-now')) await sendWork(house, (hint.data as { path: string }).path, causeAt(test));
      await sending;
      const order = [...(await receivedBy(test)).keys()];
      assert.ok(order.indexOf(phoneOf(900)) <= before + 8, `the ${order.indexOf(phoneOf(900))}th, asked for after the ${before}th`);
      assert.equal((await receivedBy(test)).size, 61);
    });
  });
});
