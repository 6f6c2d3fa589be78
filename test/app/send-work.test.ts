import assert from 'node:assert/strict';
import { openTestHouse, type TestHouse, type TestHouseOptions } from '../support/house.ts';
import { assertSentOnce, queueMessages, send, workItems } from '../support/house-queue.ts';
import { settle, tick } from '../support/house-run.ts';
import { change, load, phoneOf } from '../support/house-steps.ts';
import { codesOf, countTypes, ofType, receivedBy } from '../support/house-story.ts';

/** The steps of a handler: it takes the lease, stores the intents, calls. */
const intents = 2;
const firstCall = 3;

describe('send-work', () => {
  let test: TestHouse;
  const open = async (options: TestHouseOptions = {}): Promise<void> => {
    test = await openTestHouse(options);
  };
  afterEach(() => test.close());

  it('sends what is due, and nothing is left of the item', async () => {
    await open();
    const { path } = await queueMessages(test, { count: 120 });
    await send(test, path);
    await assertSentOnce(test, 120);
    const [sent] = await ofType(test, 'MessageSent');
    assert.match(sent?.data.reference ?? '', /^SM[0-9a-f]{32}$/);
    assert.deepEqual([sent?.data.provider, sent?.data.accountId], ['twilio', test.provider.accountId]);
  });

  it('does nothing for an item that is gone', async () => {
    await open();
    const { path } = await queueMessages(test);
    await send(test, path);
    const before = await countTypes(test);
    await send(test, path);
    await send(test, 'companies/co_test/queue/nothing');
    assert.deepEqual(await countTypes(test), before);
  });

  it('stores the intents of a group before it calls for any of them', async () => {
    await open();
    const { path } = await queueMessages(test);
    let stored = 0;
    test.crashes.interrupt(firstCall, async () => void (stored = (await ofType(test, 'MessageSending')).length));
    await send(test, path);
    assert.equal(stored, 3);
  });

  it('calls for nothing whose intent could not be stored', async () => {
    await open();
    const { path } = await queueMessages(test);
    test.crashes.dieAt(intents, 'before');
    await assert.rejects(send(test, path), { name: 'Crash' });
    assert.equal((await receivedBy(test)).size, 0);
  });

  for (const fault of [
    '429',
    '500',
    '503',
    'cut',
    'timeout',
    'malformed',
    '500_after_accept',
    'cut_after_accept',
    'timeout_after_accept',
    'malformed_after_accept',
  ]) {
    it(`sends everything once though the provider answers ${fault}`, async () => {
      await open({ callTimeoutMs: 300 });
      const { path } = await queueMessages(test, { count: 5 });
      await test.simulator.control.fault({ kind: fault, count: 2 });
      await send(test, path);
      const [item] = await workItems(test);
      assert.equal((item?.data.pending.length ?? 0) + (item?.data.inFlight.length ?? 0), 2);
      assert.equal(item?.data.inFlight.length, fault === '429' ? 0 : 2, 'only what is surely not processed is repeated blindly');
      await settle(test);
      await assertSentOnce(test, 5);
    });
  }

  it('sends everything once though each call goes wrong at first', async () => {
    await open({ callTimeoutMs: 300 });
    await queueMessages(test, { count: 60 });
    for (const kind of ['cut', 'cut_after_accept', '500_after_accept', '429']) await test.simulator.control.fault({ kind, share: 0.25 });
    await tick(test);
    await test.simulator.control.noFaults();
    await settle(test);
    await assertSentOnce(test, 60);
  });

  it('gives the claim of a message back that was refused for good', async () => {
    await open();
    const content = 'id,name,phone\nP1,Ada,+15005550001\n';
    const { campaignId } = await queueMessages(test, { content });
    await settle(test);
    await load(test, campaignId, content, 'again.csv');
    await settle(test);
    assert.deepEqual(await codesOf(test, 'MessageFailed'), { number_invalid: 2 });
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), {});
  });

  it('fails what the provider refuses for good, with our own code, and sends the rest', async () => {
    await open();
    const row = (n: number, phone: string): string => `P${n},Person,${phone}\n`;
    const phones = ['+15005550001', '+15005550002', '+15005550003', '+15005550004', '+15005550009', phoneOf(1)];
    await queueMessages(test, { content: `id,name,phone\n${phones.map((phone, n) => row(n, phone)).join('')}` });
    await settle(test);
    assert.deepEqual(await codesOf(test, 'MessageFailed'), {
      number_invalid: 1,
      route_missing: 1,
      country_not_allowed: 1,
      opted_out: 1,
      not_mobile: 1,
    });
    assert.equal((await ofType(test, 'MessageSent')).length, 1);
    assert.deepEqual(await workItems(test), []);
  });

  it('leaves the provider alone for as long as it asks', async () => {
    await open();
    const { path } = await queueMessages(test);
    await test.simulator.control.fault({ kind: '429', count: 1, retryAfterS: 40 });
    const before = test.clock.realMs();
    await send(test, path);
    const [item] = await workItems(test);
    assert.ok((item?.data.notBefore ?? 0) >= before + 40_000);
    const [hint] = test.hints.filter(({ delayMs }) => delayMs !== undefined);
    assert.ok((hint?.delayMs ?? 0) > 39_000, 'it asks to be called again then');
  });

  it('waits, and says so, where the house has no credentials for the account', async () => {
    await open();
    const { path } = await queueMessages(test);
    const before = await countTypes(test);
    const house = { ...test.house, providerFor: () => undefined };
    await send({ ...test, house }, path);
    assert.deepEqual(await countTypes(test), before);
    assert.ok(test.lines.some(({ level, message }) => level === 'error' && message.includes('no credentials')));
    await settle(test);
    await assertSentOnce(test, 3);
  });

  it('sends nothing of a paused campaign after the group under way, and the rest when it is resumed', async () => {
    await open();
    const { campaignId, path } = await queueMessages(test, { count: 120 });
    test.crashes.interrupt(firstCall, () => change(test, campaignId, 'PauseCampaign'));
    await send(test, path);
    assert.equal((await receivedBy(test)).size, 50);
    await tick(test);
    assert.equal((await receivedBy(test)).size, 50);
    await change(test, campaignId, 'ResumeCampaign');
    await settle(test);
    await assertSentOnce(test, 120);
  });

  it('cancels what an archived campaign has not sent', async () => {
    await open();
    const { campaignId, path } = await queueMessages(test, { count: 120 });
    test.crashes.interrupt(firstCall, () => change(test, campaignId, 'ArchiveCampaign'));
    await send(test, path);
    assert.deepEqual([(await receivedBy(test)).size, await codesOf(test, 'MessageCanceled')], [50, { campaign_archived: 70 }]);
    assert.deepEqual(await workItems(test), []);
  });
});
