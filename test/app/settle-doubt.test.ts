import assert from 'node:assert/strict';
import { listDoubts, settleDoubt } from '#app/settle-doubt.ts';
import { receiveStatus } from '#app/receive-status.ts';
import { watchedItem, type Watch } from '#app/watch-writes.ts';
import { tallyLog } from '#app/tally-log.ts';
import { messagesIn } from '#domain/delivery/chunk-messages.ts';
import type { Verdict } from '#domain/delivery/decide-doubt.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import { workPath } from '#domain/work/work-item.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages, send, workItems } from '../support/house-queue.ts';
import { settle } from '../support/house-run.ts';
import { causeAt, change, load, people, testCompany } from '../support/house-steps.ts';
import { codesOf, ofType, receivedBy, story } from '../support/house-story.ts';

describe('a doubt that nobody can settle but a person', () => {
  let test: TestHouse;
  let campaignId: string;
  let messageId: string;
  beforeEach(async () => {
    test = await openTestHouse({ without: 'find' });
    const queued = await queueMessages(test, { count: 2 });
    ({ campaignId } = queued);
    await test.simulator.control.fault({ kind: 'cut', count: 1 });
    await send(test, queued.path);
    test.clock.passReal(60_000);
    await settle(test);
    const [doubted] = await ofType(test, 'MessageDoubted');
    assert.ok(doubted);
    messageId = messageIdIn(doubted.stream, doubted.data);
  });
  afterEach(() => test.close());
  const decide = (verdict: Verdict, reference?: string) =>
    settleDoubt(test.house, { messageId, verdict, by: 'Ana', reference }, causeAt(test));
  const statuses = async () => {
    const { in_doubt, sent, failed } = totalsOf((await tallyLog(test.opened.store, testCompany)).tally);
    return { in_doubt, sent, failed };
  };

  it('is listed with who was asked and when, until it is decided', async () => {
    const [doubt, ...others] = await listDoubts(test.house);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [doubt?.messageId, doubt?.campaignId, doubt?.provider, doubt?.accountId, doubt?.code],
      [messageId, campaignId, 'twilio', test.provider.accountId, 'no_answer'],
    );
    assert.ok(doubt?.words.startsWith('The provider did not answer'));
    assert.deepEqual(await decide('sent', 'SM1'), { messageId, verdict: 'sent', isNew: true, again: 0 });
    assert.deepEqual(await listDoubts(test.house), []);
    assert.deepEqual(await statuses(), { in_doubt: 0, sent: 2, failed: 0 });
    const sent = (await ofType(test, 'MessageSent')).find(({ data }) => data.decidedBy !== undefined);
    assert.deepEqual([sent?.data.decidedBy, sent?.data.reference], ['Ana', 'SM1']);
  });

  it('is listed though a hundred before it are none any more', async () => {
    const none = { companyId: testCompany, campaignId, code: 'no_answer', since: test.clock.now() };
    const [sent] = await ofType(test, 'MessageSent');
    assert.ok(sent);
    const stale = Array.from({ length: 250 }, (_, n) => ({
      path: `companies/${testCompany}/doubts/none${n}`,
      data: { ...none, messageId: messageIdIn(sent.stream, sent.data) },
      dueAt: '2026-01-01T00:00:00.000Z',
    }));
    await test.house.documents.write(stale);
    assert.deepEqual(
      (await listDoubts(test.house)).map((doubt) => doubt.messageId),
      [messageId],
    );
  });

  it('that was sent is looked after again', async () => {
    const watched = async () => (await test.house.documents.due<Watch>('watches', '9999', 10)).map(({ path }) => path);
    assert.deepEqual(await watched(), []);
    await decide('sent');
    const [path, ...others] = await watched();
    assert.ok(path);
    assert.deepEqual(others, []);
    const [item] = (await ofType(test, 'MessageQueued')).map(({ cause }) => workPath(testCompany, cause));
    assert.equal(watchedItem(path), item);
  });

  it('is decided once, whoever says it again', async () => {
    await decide('failed');
    assert.deepEqual(await decide('failed'), { messageId, verdict: 'failed', isNew: false, again: 0 });
    await assert.rejects(decide('sent'), { code: 'doubt_decided' });
    assert.deepEqual(await codesOf(test, 'MessageFailed'), { not_sent: 1 });
    assert.deepEqual(await statuses(), { in_doubt: 0, sent: 1, failed: 1 });
  });

  it('that was not sent frees its claim: the same appointment may come again', async () => {
    await decide('failed');
    await load(test, campaignId, people(2), 'again.csv');
    await settle(test);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { duplicate: 1 });
    assert.deepEqual([...(await receivedBy(test)).values()], [1, 1]);
  });

  it('that is sent again goes once, as a message of its own, however often it is said', async () => {
    assert.deepEqual(await decide('again'), { messageId, verdict: 'again', isNew: true, again: 1 });
    assert.equal((await decide('again')).again, 0);
    await settle(test);
    assert.deepEqual([...(await receivedBy(test)).values()], [1, 1]);
    const resent = (await ofType(test, 'MessageQueued')).filter(({ data }) => data.followUp !== undefined);
    assert.deepEqual(
      resent.map(({ data }) => data.followUp),
      [{ kind: 'resend', of: messageId, touch: { channel: 'sms', offset: 0 } }],
    );
    assert.deepEqual(await workItems(test), []);
  });

  it('is sent again by whoever says so once more, where the process died at any step', async () => {
    for (let nth = 1; nth <= 4; nth++) {
      test.crashes.dieAt(nth, nth % 2 === 0 ? 'after' : 'before');
      await decide('again').catch(() => undefined);
      test.crashes.revive();
    }
    await decide('again');
    await settle(test);
    assert.deepEqual([...(await receivedBy(test)).values()], [1, 1]);
  });

  it('stays one where it could not be sent again', async () => {
    await change(test, campaignId, 'PauseCampaign');
    await assert.rejects(decide('again'), { code: 'campaign_not_active' });
    assert.deepEqual(await statuses(), { in_doubt: 1, sent: 1, failed: 0 });
  });

  it('is none any more when a report comes after all', async () => {
    const report = { messageId, accountId: test.provider.accountId, reference: 'SM9', status: 'delivered' } as const;
    await receiveStatus(test.house, 'twilio', report, causeAt(test));
    assert.deepEqual(await listDoubts(test.house), []);
    await assert.rejects(decide('again'), { code: 'doubt_unknown' });
    assert.equal((await test.house.documents.due('doubts', '9999', 1)).length, 0);
  });

  it('counts less than what the network says later', async () => {
    await decide('failed');
    const report = { messageId, accountId: test.provider.accountId, reference: 'SM9', status: 'delivered' } as const;
    await receiveStatus(test.house, 'twilio', report, causeAt(test));
    const own = messagesIn(await story(test));
    assert.ok([...own.values()].some(({ status }) => status === 'delivered'));
  });

  it('is of a message that is there', async () => {
    await assert.rejects(settleDoubt(test.house, { messageId: 'msg_none-0-2-sms-0', verdict: 'sent', by: 'Ana' }, causeAt(test)), {
      code: 'message_unknown',
    });
  });
});
