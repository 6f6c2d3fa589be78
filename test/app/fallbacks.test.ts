import assert from 'node:assert/strict';
import { answeredWrites } from '#app/answered-messages.ts';
import { receiveStatus } from '#app/receive-status.ts';
import { suppressionPath, suppressionWrite } from '#app/suppression-path.ts';
import { tallyLog } from '#app/tally-log.ts';
import { watchMessages } from '#app/watch-messages.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import type { StatusReport } from '#ports/provider.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages, workItems } from '../support/house-queue.ts';
import { restart, tick } from '../support/house-run.ts';
import { causeAt, change, numbers, phoneOf, put, remind, sendNow, testCompany } from '../support/house-steps.ts';
import { ofType } from '../support/house-story.ts';
import { openRecordingProvider, type RecordingProvider } from '../support/recording-provider.ts';

const words = { text: 'Your glasses are ready.', subject: 'Ready' };
const chain: Definition = {
  ...sendNow,
  name: 'Chain',
  fields: { ...sendNow.fields, email: 'mail' },
  channels: [
    {
      channel: 'sms',
      template: words,
      fallbacks: [
        { afterMinutes: 30, channel: 'voice', template: { voice: 'Your glasses are ready. Goodbye.' } },
        { afterMinutes: 60, channel: 'email', from: 'clinic@example.com' },
      ],
    },
  ],
};
const content = 'id,name,phone,mail\nP1,Ada,+12085550123,ada@example.com\n';

const later = (test: TestHouse, minutes: number): void =>
  test.clock.set(new Date(Date.parse(test.clock.now()) + minutes * 60_000).toISOString());

describe('whoever a channel does not reach', () => {
  let test: TestHouse;
  let mails: RecordingProvider;
  /** A house whose network accepts everything and delivers nothing until it is told to. */
  beforeEach(async () => {
    const opened = await openTestHouse();
    await opened.simulator.control.behave({ deliveredAfterMs: 3_600_000 });
    mails = await openRecordingProvider(['email'], 'mail.example.com');
    const all = [opened.house.providers?.()[0] ?? opened.provider, mails.provider];
    const providerFor = ({ provider, accountId }: { provider: string; accountId: string }) =>
      all.find((one) => one.name === provider && one.accountId === accountId);
    test = { ...opened, house: { ...opened.house, providers: () => all, providerFor } };
  });
  afterEach(async () => {
    await mails.close();
    await test.close();
  });

  const begin = async (definition = chain, rows = content): Promise<string> => {
    const { campaignId } = await queueMessages(test, { content: rows, definition });
    await tick(test);
    return campaignId;
  };
  const pass = async (minutes: number): Promise<void> => {
    later(test, minutes);
    await tick(test);
    await tick(test);
  };
  const report = async (channel: string, said: Partial<StatusReport>): Promise<void> => {
    const sent = (await ofType(test, 'MessageSent')).find(({ data }) => data.channel === channel);
    assert.ok(sent);
    const { provider, accountId, reference } = sent.data;
    const messageId = messageIdIn(sent.stream, sent.data);
    await receiveStatus(test.house, provider, { messageId, accountId, reference, status: 'delivered', ...said }, causeAt(test));
  };
  const queued = async () => (await ofType(test, 'MessageQueued')).map(({ data }) => data.channel);
  const watches = () => test.house.documents.due('watches', '9999', 10);

  it('is told by the next one after its time, each of them once, until none is left', async () => {
    await begin();
    await pass(29);
    assert.deepEqual(await queued(), ['sms']);
    await pass(1);
    assert.deepEqual(await queued(), ['sms', 'voice']);
    await pass(59);
    assert.deepEqual(await queued(), ['sms', 'voice']);
    await pass(1);
    assert.deepEqual(await queued(), ['sms', 'voice', 'email']);
    for (let hours = 0; hours < 14; hours++) await pass(60);
    const [first, second, third] = await ofType(test, 'MessageQueued');
    assert.ok(first && second && third);
    const touch = { channel: 'sms', offset: 0 };
    assert.deepEqual(second.data.followUp, { kind: 'fallback', of: messageIdIn(first.stream, first.data), touch });
    assert.deepEqual(third.data.followUp, { kind: 'fallback', of: messageIdIn(first.stream, second.data), touch });
    assert.deepEqual(
      [second.private?.body, third.private?.to, third.data.from],
      ['Your glasses are ready. Goodbye.', 'ada@example.com', 'clinic@example.com'],
    );
    assert.deepEqual(
      mails.received.map(({ to, content: said }) => [to, said.channel]),
      [['ada@example.com', 'email']],
    );
    const { messages, followUps, accepted } = totalsOf((await tallyLog(test.opened.store, testCompany)).tally);
    assert.deepEqual({ messages, followUps, accepted }, { messages: 1, followUps: 2, accepted: 3 });
    assert.deepEqual([await watches(), await workItems(test)], [[], []]);
  });

  it('is told by nobody else once somebody says that it was delivered, also when that is said too late', async () => {
    await begin();
    await report('sms', {});
    await pass(30);
    assert.deepEqual([await queued(), await watches()], [['sms'], []]);
  });

  it('is told once where it is said too late', async () => {
    await begin();
    await pass(30);
    await report('sms', {});
    await pass(60);
    assert.deepEqual(await queued(), ['sms', 'voice', 'email']);
    await report('voice', {});
    await pass(60);
    assert.deepEqual(await queued(), ['sms', 'voice', 'email']);
  });

  it('is told at once when the first one fails for a reason that the next may not have', async () => {
    await begin();
    await report('sms', { status: 'undelivered', code: 'landline' });
    await pass(15);
    assert.deepEqual(await queued(), ['sms', 'voice']);
  });

  it('is told at once what a provider refuses', async () => {
    await begin(chain, 'id,name,phone,mail\nP1,Ada,+15005550009,ada@example.com\n');
    await pass(0);
    assert.deepEqual(await queued(), ['sms', 'voice']);
  });

  it('is left alone who said no, there or on the next channel', async () => {
    await begin();
    await report('sms', { status: 'undelivered', code: 'opted_out' });
    await pass(60);
    assert.deepEqual(await queued(), ['sms']);
  });

  for (const channel of ['sms', 'voice'] as const)
    it(`is left alone who opted out of ${channel} meanwhile`, async () => {
      await begin({ ...chain, channels: [{ ...chain.channels[0]!, fallbacks: chain.channels[0]!.fallbacks!.slice(0, 1) }] });
      const write = suppressionWrite(test.house, testCompany, { channel, to: '+12085550123' }, test.clock.now());
      await test.house.documents.write([write]);
      assert.ok(suppressionPath(test.house, testCompany, { channel, to: '+12085550123' }));
      await pass(60);
      assert.deepEqual(await queued(), ['sms']);
    });

  it('is left alone who has answered: the message was read, whatever its provider says', async () => {
    await begin();
    const [sent] = await ofType(test, 'MessageSent');
    assert.ok(sent);
    const answer = { meaning: 'confirm', channel: 'sms', saidAt: test.clock.now(), reply: 'rpl_a' } as const;
    const about = { companyId: testCompany, messageId: messageIdIn(sent.stream, sent.data), campaignId: sent.data.campaignId };
    await test.house.documents.write(await answeredWrites(test.house, about, answer, test.clock.now()));
    await pass(60);
    assert.deepEqual([await queued(), await ofType(test, 'MessageCanceled')], [['sms'], []]);
  });

  it('is told by the one behind where the next can not', async () => {
    await begin(
      { ...chain, channels: [{ ...chain.channels[0]!, fallbacks: chain.channels[0]!.fallbacks!.toReversed() }] },
      'id,name,phone,mail\nP1,Ada,+12085550123,\n',
    );
    await pass(60);
    assert.deepEqual(await queued(), ['sms', 'voice']);
  });

  it('is told though a hundred before him have nothing else to be told by', async () => {
    const byMail: Definition = {
      ...chain,
      channels: [{ channel: 'sms', template: words, fallbacks: [{ afterMinutes: 30, channel: 'email', from: 'clinic@example.com' }] }],
    };
    const rows = numbers(104).map((n) => `P${n},Ada,${phoneOf(n)},${n >= 102 ? `ada${n}@example.com` : ''}\n`);
    await begin(byMail, `id,name,phone,mail\n${rows.join('')}`);
    await pass(30);
    assert.deepEqual(mails.received.map(({ to }) => to).toSorted(), ['ada102@example.com', 'ada103@example.com']);
  });

  it('is not told what the campaign that stands still would say, and is once it goes on', async () => {
    const campaignId = await begin();
    await change(test, campaignId, 'PauseCampaign');
    await pass(40);
    assert.deepEqual(await queued(), ['sms']);
    await change(test, campaignId, 'ResumeCampaign');
    await pass(10);
    assert.deepEqual(await queued(), ['sms', 'voice']);
  });

  const calls = async () => (await ofType(test, 'MessageQueued')).filter(({ data }) => data.channel === 'voice');
  const reminds = (name: string, afterMinutes: number): Definition => ({
    ...remind,
    name,
    channels: [{ ...remind.channels[0]!, fallbacks: [{ afterMinutes, channel: 'voice' }] }],
  });
  const appointment = 'id,name,phone,date,time\nP1,Ada,+12085550123,2026-11-04,10:00\n';

  it('is told within the hours of the channel that it follows', async () => {
    await begin(reminds('Hours', 600), appointment);
    // at ten the text goes; ten hours later it is night in Boise, and the call waits for nine o'clock in the last zone of the phone's area
    await pass(60);
    await pass(605);
    assert.deepEqual(
      (await calls()).map(({ data }) => data.sendAt),
      ['2026-11-03T17:00:00.000Z'],
    );
  });

  it('is not told what is over by then', async () => {
    await begin(reminds('Over', 2 * 24 * 60), appointment);
    await pass(60);
    await pass(2 * 24 * 60 + 5);
    assert.deepEqual([await queued(), await watches()], [['sms'], []]);
  });

  it('is told what the campaign says by then, also where the call waits already', async () => {
    const definition = reminds('Edited', 600);
    const campaignId = await begin(definition, appointment);
    await pass(60);
    await pass(605);
    const edited = { ...definition, channels: [{ ...definition.channels[0]!, template: 'Dear {{ firstName }}, see you soon.' }] };
    assert.equal(await put(test, edited), campaignId);
    await change(test, campaignId, 'ApproveCampaign');
    await pass(850);
    await pass(5);
    assert.deepEqual(
      (await calls()).map(({ private: said }) => said?.body),
      ['Hi Ada, see you on Nov 4.', 'Dear Ada, see you soon.'],
    );
    assert.equal((await ofType(test, 'MessageSent')).filter(({ data }) => data.channel === 'voice').length, 1);
    assert.equal(new Set((await ofType(test, 'MessageQueued')).map(({ data }) => data.claim)).size, 1, 'all of them have one claim');
  });

  it('is told once by two who look at the same moment', async () => {
    await begin();
    later(test, 30);
    const [watch] = await watches();
    const path = watch?.path ?? '';
    test.crashes.interrupt(1, () => watchMessages({ ...test.house }, path, causeAt(test)));
    await watchMessages(test.house, path, causeAt(test));
    await tick(test);
    assert.deepEqual(await queued(), ['sms', 'voice']);
  });

  it('is not told what a report of the same moment makes needless', async () => {
    await begin();
    later(test, 30);
    const [watch] = await watches();
    test.crashes.interrupt(1, () => report('sms', {}));
    await watchMessages(test.house, watch?.path ?? '', causeAt(test));
    await tick(test);
    assert.deepEqual(await queued(), ['sms']);
  });

  it('is told once though the process dies at any step', async () => {
    await begin();
    later(test, 30);
    for (let nth = 1; nth <= 5; nth++)
      for (const moment of ['before', 'after'] as const) {
        test.crashes.dieAt(nth, moment);
        await tick(test).catch(() => undefined);
        await restart(test);
        test.clock.passReal(91_000);
      }
    await pass(5);
    assert.equal((await calls()).length, 1);
    assert.equal((await ofType(test, 'MessageSent')).filter(({ data }) => data.channel === 'voice').length, 1);
  });
});
