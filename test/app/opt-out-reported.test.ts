import assert from 'node:assert/strict';
import { optOutReported, recordComplaint } from '#app/opt-out-reported.ts';
import { receiveStatus } from '#app/receive-status.ts';
import { recordOptIn } from '#app/record-opt-in.ts';
import { suppressionPath } from '#app/suppression-path.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import type { StatusReport } from '#ports/provider.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages, send } from '../support/house-queue.ts';
import { settle } from '../support/house-run.ts';
import { causeAt, load, people, phoneOf, testCompany } from '../support/house-steps.ts';
import { codesOf, ofType, receivedBy } from '../support/house-story.ts';

/** The simulated network takes it for somebody who has opted out. */
const blocked = '+15005550004';

describe('an opt-out that somebody else tells of', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  const isMarked = async (to: string): Promise<boolean> =>
    (await test.house.documents.get(suppressionPath(test.house, testCompany, { channel: 'sms', to }))) !== undefined;
  const withdrawn = () => ofType(test, 'ConsentWithdrawn');
  const sent = async () => (await ofType(test, 'MessageSent'))[0]!;
  const report = async (said: Partial<StatusReport>): Promise<void> => {
    const message = await sent();
    const { provider, accountId, reference } = message.data;
    const messageId = messageIdIn(message.stream, message.data);
    await receiveStatus(test.house, provider, { messageId, accountId, reference, status: 'undelivered', ...said }, causeAt(test));
  };
  const sendOne = async (): Promise<string> => {
    const { campaignId, path } = await queueMessages(test, { count: 1 });
    await send(test, path);
    return campaignId;
  };
  const later = (minutes: number): void => test.clock.set(new Date(Date.parse(test.clock.now()) + minutes * 60_000).toISOString());

  it('in its answer is written down with the answer, and nothing goes there any more', async () => {
    const { campaignId, path } = await queueMessages(test, { content: `id,name,phone\nA,Ada,${blocked}\nB,Ben,${phoneOf(1)}\n` });
    await send(test, path);
    const [event, ...others] = await withdrawn();
    assert.deepEqual(others, []);
    const { messageId, ...data } = event!.data;
    assert.deepEqual(data, { family: 'sms', source: 'provider_error', scope: 'channel', from: '+12085550199', campaignId });
    assert.match(messageId ?? '', /^msg_.*-sms-0$/);
    assert.deepEqual(event?.private, { contactPoint: blocked, proof: 'twilio 21610' });
    assert.deepEqual(await codesOf(test, 'MessageFailed'), { opted_out: 1 });
    await load(test, campaignId, `id,name,phone\nA2,Ada,${blocked}\n`, 'again.csv');
    await settle(test);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { opted_out: 1 });
    assert.equal((await withdrawn()).length, 1);
  });

  it('in its answer is not lost where the answer is', async () => {
    const { path } = await queueMessages(test, { content: `id,name,phone\nA,Ada,${blocked}\n` });
    // the lease, the intent, the call, the opt-out, the answer
    test.crashes.dieAt(5, 'before');
    await assert.rejects(send(test, path), { name: 'Crash' });
    test.crashes.revive();
    assert.equal((await withdrawn()).length, 1);
    assert.deepEqual(await codesOf(test, 'MessageFailed'), {});
  });

  it('does not keep what was accepted from being written down where it can not be', async () => {
    const { path } = await queueMessages(test, { content: `id,name,phone\nA,Ada,${blocked}\nB,Ben,${phoneOf(1)}\n` });
    const { append } = test.house.store;
    const failing = (wanted: Parameters<typeof append>[0]) =>
      wanted.stream.startsWith('contact-') ? Promise.reject(new Error('the disk is full')) : append(wanted);
    await send({ ...test, house: { ...test.house, store: { ...test.house.store, append: failing } } }, path);
    assert.equal((await ofType(test, 'MessageSent')).length, 1);
    assert.deepEqual(await codesOf(test, 'MessageFailed'), { opted_out: 1 });
    assert.equal(test.lines.filter(({ level }) => level === 'error').length, 1);
  });

  for (const [code, source] of [
    ['opted_out', 'provider_error'],
    ['carrier_opted_out', 'carrier_list'],
    ['complained', 'complaint'],
  ] as const)
    it(`in a report of ${code} is written down once, as ${source}`, async () => {
      await sendOne();
      await report({ code, providerCode: '1' });
      await report({ code, providerCode: '1' });
      assert.deepEqual(
        (await withdrawn()).map(({ data }) => data.source),
        [source],
      );
      assert.ok(await isMarked(phoneOf(0)));
      assert.equal((await ofType(test, 'DeliveryReported')).length, 2);
    });

  it('is none where the report is of anything else', async () => {
    await sendOne();
    for (const code of ['handset_unreachable', 'blocked', 'constructor']) await report({ code });
    assert.deepEqual(await withdrawn(), []);
  });

  it('comes too late where the person has said since that messages are wanted, however often it comes', async () => {
    await sendOne();
    await report({ code: 'opted_out' });
    later(1);
    await recordOptIn(test.house, { companyId: testCompany, channel: 'sms', to: phoneOf(0), source: 'reply' }, causeAt(test));
    later(1);
    const { stream, data } = await sent();
    // as a process of its own, that remembers nothing
    const reported = { companyId: testCompany, provider: 'twilio', stream, place: data, code: 'opted_out' };
    await optOutReported({ ...test.house }, reported, causeAt(test));
    assert.equal((await withdrawn()).length, 1);
    assert.ok(!(await isMarked(phoneOf(0))));
  });

  it('is taken of a message that was sent after it too', async () => {
    const campaignId = await sendOne();
    await report({ code: 'opted_out' });
    later(1);
    await recordOptIn(test.house, { companyId: testCompany, channel: 'sms', to: phoneOf(0), source: 'reply' }, causeAt(test));
    later(24 * 60);
    await load(test, campaignId, people(1), 'again.csv');
    await settle(test);
    assert.equal((await receivedBy(test)).get(phoneOf(0)), 2);
    const [, second] = await ofType(test, 'MessageSent');
    const reported = { companyId: testCompany, provider: 'twilio', stream: second!.stream, place: second!.data, code: 'opted_out' };
    await optOutReported(test.house, reported, causeAt(test));
    assert.equal((await withdrawn()).length, 2);
    assert.ok(await isMarked(phoneOf(0)));
  });

  it('may be told without a report', async () => {
    await sendOne();
    const { stream, data } = await sent();
    const complaint = { companyId: testCompany, provider: 'smtp', stream, place: data };
    await Promise.all([recordComplaint(test.house, complaint, causeAt(test)), recordComplaint(test.house, complaint, causeAt(test))]);
    assert.deepEqual(
      (await withdrawn()).map(({ data: { source } }) => source),
      ['complaint'],
    );
  });
});
