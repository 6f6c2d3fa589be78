import assert from 'node:assert/strict';
import { haltCompany, liftCompany } from '#app/halt-company.ts';
import { houseStatus } from '#app/house-status.ts';
import { sendOne } from '#app/send-one.ts';
import { readCampaign } from '#app/campaign-document.ts';
import { topics } from '#app/topics.ts';
import { lanesPerCampaign } from '#domain/work/lane.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { assertSentOnce, queueMessages, send, workItems } from '../support/house-queue.ts';
import { deliver, settle, takeHints, tick } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, people, phoneOf, testCompany } from '../support/house-steps.ts';
import { ofType, receivedBy } from '../support/house-story.ts';

const firstCall = 3;
/** Calls under way at once. */
const atOnce = 25;

describe('a company that is halted', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());
  const halt = (reason?: string) => haltCompany(test.house, { companyId: testCompany, by: 'Ana', reason }, causeAt(test));
  const lift = () => liftCompany(test.house, { companyId: testCompany, by: 'Ana' }, causeAt(test));

  it('sends nothing, loses nothing, and goes on once it is lifted, without waiting for the tick', async () => {
    const { path } = await queueMessages(test, { count: 60 });
    await halt();
    await send(test, path);
    await tick(test);
    assert.deepEqual([(await receivedBy(test)).size, (await ofType(test, 'MessageSending')).length], [0, 0]);
    test.hints.length = 0;
    await lift();
    assert.deepEqual(
      takeHints(test, topics.sendBulk).map(({ data }) => data['path']),
      [path],
    );
    await send(test, path);
    await assertSentOnce(test, 60);
  });

  it('stops in the midst of a group: what no call was made for waits again', async () => {
    const { path } = await queueMessages(test, { count: 120 });
    test.crashes.interrupt(firstCall, async () => void (await halt()));
    await send(test, path);
    const left = (await receivedBy(test)).size;
    assert.ok(left > 0 && left <= 2 * atOnce, `${left} were sent`);
    const [item] = await workItems(test);
    assert.deepEqual([item?.data.pending.length, item?.data.inFlight.length], [120 - left, 0]);
    await lift();
    await settle(test);
    await assertSentOnce(test, 120);
  });

  it('is seen by a lease at once, and two seconds later by a process that was at work', async () => {
    // another process: it shares no memory with the first
    const other = { ...test.house };
    const { path } = await queueMessages(test, { count: 120 });
    let halts = 0;
    test.crashes.interrupt(firstCall, async () => {
      await haltCompany(other, { companyId: testCompany, by: 'Ana' }, causeAt(test));
      halts += 1;
      test.clock.passReal(2_001);
    });
    await send(test, path);
    const left = (await receivedBy(test)).size;
    assert.ok(halts === 1 && left > 0 && left <= 2 * atOnce, `${left} were sent`);
    await send(test, path);
    assert.equal((await receivedBy(test)).size, left);
    await liftCompany(other, { companyId: testCompany, by: 'Ana' }, causeAt(test));
    await send(test, path);
    await assertSentOnce(test, 120);
  });

  it('stands before nobody else when it is lifted, however much it has waiting: a hint for each lane, not for each item', async () => {
    const campaignId = await activeCampaign(test);
    for (let n = 0; n < 12; n++) await load(test, campaignId, people(1, { from: n }), `people-${n}.csv`);
    await halt();
    for (let hint = test.hints.shift(); hint; hint = test.hints.shift()) await deliver(test, hint);
    const items = (await workItems(test)).length;
    await lift();
    const hints = takeHints(test, topics.sendBulk);
    assert.ok(items === 12 && hints.length <= lanesPerCampaign, `${hints.length} hints for ${items} items`);
    for (const hint of hints) await deliver(test, hint);
    await settle(test);
    await assertSentOnce(test, 12);
  });

  it('refuses what somebody wants sent now, and says who stopped it and what to do', async () => {
    const campaignId = await activeCampaign(test);
    await halt('wrong texts');
    const rows = [{ phone: phoneOf(1), firstName: 'Ada' }];
    await assert.rejects(sendOne(test.house, { companyId: testCompany, campaignId, rows }, causeAt(test)), {
      code: 'company_halted',
      message: /Ana stopped everything .*carillon company lift co_test/,
    });
    const status = await houseStatus(test.house, test.bus);
    assert.deepEqual(status.campaigns[0]?.halted, { by: 'Ana', reason: 'wrong texts', since: test.clock.now() });
    assert.equal((await readCampaign(test.house.documents, campaignId))?.campaign.status, 'active', 'no campaign was touched');
  });

  it('refuses a company that nobody knows', async () => {
    await assert.rejects(haltCompany(test.house, { companyId: 'co_none', by: 'Ana' }, causeAt(test)), { code: 'company_unknown' });
  });
});
