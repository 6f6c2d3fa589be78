import assert from 'node:assert/strict';
import type { House } from '#app/house.ts';
import { resendFailed } from '#app/resend-failed.ts';
import { receiveStatus } from '#app/receive-status.ts';
import { suppressionPath, suppressionWrite } from '#app/suppression-path.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { messageIdIn, type Channel } from '#domain/kernel/ids.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { tick as tickOnce } from '../support/house-run.ts';
import { workItems } from '../support/house-queue.ts';
import { activeCampaign, causeAt, change, load, numbers, phoneOf, put, sendNow, testCompany } from '../support/house-steps.ts';
import { codesOf, countTypes, ofType } from '../support/house-story.ts';
import { openRecordingProvider, type RecordingProvider } from '../support/recording-provider.ts';

const addressOf = (n: number): string => `p${n}@example.com`;
const people = (n: number): string =>
  ['id,name,phone,mail', ...numbers(n).map((at) => `P${at},Person ${at},${phoneOf(at)},${addressOf(at)}`), ''].join('\n');

const mail = { subject: 'For {{ firstName }}', text: 'Your glasses are ready.', html: '<p>Your glasses are <b>ready</b>.</p>' };
const both: Definition = {
  ...sendNow,
  name: 'Both',
  fields: { ...sendNow.fields, email: 'mail' },
  channels: [...sendNow.channels, { channel: 'email', from: 'clinic@example.com', template: mail }],
};

/** What one tick queues the next one sends; what waits for a provider never comes to rest. */
const tick = async (test: TestHouse): Promise<void> => {
  await tickOnce(test);
  await tickOnce(test);
};

describe('a campaign with several channels', () => {
  let test: TestHouse;
  let network: RecordingProvider | undefined;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(async () => {
    await network?.close();
    network = undefined;
    await test.close();
  });

  /** The same house with a provider of these channels. */
  const carriedBy = async (...channels: readonly Channel[]): Promise<TestHouse> => {
    await network?.close();
    const { provider } = (network = await openRecordingProvider(channels, test.provider.accountId));
    const house: House = { ...test.house, providerFor: () => provider, providerNamed: () => provider };
    return { ...test, house };
  };
  const reached = (): readonly (readonly string[])[] => {
    const taken = (network?.received ?? []).map(({ content, to }) => [content.channel, to]);
    return taken.toSorted((one, other) => (one.join() < other.join() ? -1 : 1));
  };

  it('sends each by its own channel, from its own sender, as it is written for it', async () => {
    const open = await carriedBy('sms', 'email');
    await load(open, await activeCampaign(open, both), people(2));
    await tick(open);
    assert.deepEqual(reached(), [
      ['email', addressOf(0)],
      ['email', addressOf(1)],
      ['sms', phoneOf(0)],
      ['sms', phoneOf(1)],
    ]);
    const [letter] = network?.received.filter(({ to }) => to === addressOf(0)) ?? [];
    assert.equal(letter?.from, 'clinic@example.com');
    const content = { channel: 'email', subject: 'For Person 0', text: 'Your glasses are ready.', html: mail.html };
    const { unsubscribeUrl, ...said } = { unsubscribeUrl: '', ...letter?.content };
    assert.deepEqual(said, content);
    assert.match(unsubscribeUrl, /\/p\/u[\w-]{24}/);
    assert.match(letter?.messageId ?? '', /^msg_[a-z0-9]+-0-2-email-0$/);
    assert.equal((await countTypes(open))['MessageSent'], 4);
    assert.deepEqual(await workItems(open), []);
  });

  it('lets wait, with a plain word, what its provider does not carry, and sends the rest', async () => {
    const texts = await carriedBy('sms');
    await load(texts, await activeCampaign(texts, both), people(3));
    await tick(texts);
    assert.deepEqual(
      reached().map(([channel]) => channel),
      ['sms', 'sms', 'sms'],
    );
    const [item, ...others] = await workItems(texts);
    assert.deepEqual([item?.data.channel, item?.data.pending.length, others], ['email', 3, []]);
    await tick(texts);
    const said = test.lines.filter(({ message }) => message.includes('does not carry this channel'));
    assert.deepEqual(
      said.map(({ level, fields }) => [level, fields['channel']]),
      [['warn', 'email']],
    );
    const mails = await carriedBy('email');
    await tick(mails);
    assert.deepEqual(
      reached().map(([, to]) => to),
      [addressOf(0), addressOf(1), addressOf(2)],
    );
    const { MessageFailed = 0, MessageSent } = await countTypes(mails);
    assert.deepEqual([MessageFailed, MessageSent], [0, 6]);
  });

  it('sends none twice when the same file comes again', async () => {
    const open = await carriedBy('sms', 'email');
    const campaignId = await activeCampaign(open, both);
    await load(open, campaignId, people(2), 'one.csv');
    await tick(open);
    await load(open, campaignId, `${people(2)}\n`, 'two.csv');
    await tick(open);
    assert.equal(reached().length, 4);
    assert.deepEqual(await codesOf(open, 'TouchSkipped'), { duplicate: 4 });
  });

  it('leaves out who opted out of a channel, on that channel alone', async () => {
    const open = await carriedBy('sms', 'email', 'voice');
    const called: Definition = { ...both, channels: [...both.channels, { channel: 'voice', template: 'Your glasses are ready.' }] };
    const campaignId = await activeCampaign(open, called);
    const { documents } = open.house;
    const optOut = (channel: Channel, to: string) => suppressionWrite(open.house, testCompany, { channel, to }, open.clock.now());
    await documents.write([optOut('mms', phoneOf(0)), optOut('email', addressOf(1)), optOut('voice', phoneOf(2))]);
    await load(open, campaignId, people(3));
    await tick(open);
    assert.deepEqual(reached(), [
      ['email', addressOf(0)],
      ['email', addressOf(2)],
      ['sms', phoneOf(1)],
      ['sms', phoneOf(2)],
      ['voice', phoneOf(0)],
      ['voice', phoneOf(1)],
    ]);
    assert.deepEqual(await codesOf(open, 'TouchSkipped'), { opted_out: 3 });
  });

  it('asks for opt-outs once more when it sends', async () => {
    const none = await carriedBy('voice');
    await load(none, await activeCampaign(none, both), people(2));
    await tick(none);
    await none.house.documents.write([suppressionWrite(none.house, testCompany, { channel: 'email', to: addressOf(0) }, none.clock.now())]);
    const open = await carriedBy('sms', 'email');
    await tick(open);
    assert.deepEqual(reached(), [
      ['email', addressOf(1)],
      ['sms', phoneOf(0)],
      ['sms', phoneOf(1)],
    ]);
    assert.deepEqual(await codesOf(open, 'MessageCanceled'), { opted_out: 1 });
  });

  it('is written anew as its new version says, channel by channel', async () => {
    const none = await carriedBy('voice');
    const campaignId = await activeCampaign(none, both);
    await load(none, campaignId, people(2));
    await tick(none);
    const next: Definition = { ...both, channels: [{ channel: 'email', from: 'new@example.com', template: { ...mail, subject: 'New' } }] };
    await put(none, next);
    await change(none, campaignId, 'ApproveCampaign');
    const open = await carriedBy('sms', 'email');
    await tick(open);
    await tick(open);
    assert.deepEqual(reached(), [
      ['email', addressOf(0)],
      ['email', addressOf(1)],
    ]);
    const said = network?.received.map(({ from, content }) => [from, 'subject' in content && content.subject]);
    assert.deepEqual(
      said,
      numbers(2).map(() => ['new@example.com', 'New']),
    );
    assert.deepEqual(await codesOf(open, 'MessageCanceled'), { touch_dropped: 2 });
  });

  it('lets a newer file take the place of what waits on each channel', async () => {
    const none = await carriedBy('voice');
    const timed = (name: string): Definition => ({
      ...both,
      name,
      channels: both.channels.map((entry) =>
        entry.channel === 'sms' ? { ...entry, template: '{{ name }}' } : { ...entry, template: { subject: '{{ name }}', text: 'x' } },
      ),
    });
    const campaignId = await activeCampaign(none, timed('Newer'));
    await load(none, campaignId, 'id,name,phone,mail\nP1,Old,(208) 555-0001,p1@example.com\n', 'one.csv');
    await tick(none);
    test.clock.set(new Date(Date.parse(test.clock.now()) + 1_000).toISOString());
    await load(none, campaignId, 'id,name,phone,mail\nP1,New,(208) 555-0001,p1@example.com\n', 'two.csv');
    await tick(none);
    const open = await carriedBy('sms', 'email');
    await tick(open);
    assert.deepEqual(
      network?.received.map(({ content }) => ('subject' in content ? content.subject : 'body' in content && content.body)),
      ['New', 'New'],
    );
  });

  it('takes reports about each of them', async () => {
    const open = await carriedBy('sms', 'email');
    await load(open, await activeCampaign(open, both), people(1));
    await tick(open);
    const letter = (await ofType(open, 'MessageSent')).find(({ data }) => data.channel === 'email');
    assert.ok(letter);
    const { accountId } = test.provider;
    const report = {
      messageId: messageIdIn(letter.stream, letter.data),
      accountId,
      reference: letter.data.reference,
      status: 'delivered' as const,
    };
    await receiveStatus(open.house, 'twilio', report, causeAt(open));
    assert.deepEqual(
      (await ofType(open, 'DeliveryReported')).map(({ data }) => [data.channel, data.status]),
      [['email', 'delivered']],
    );
  });

  it('queues long e-mails in as many commits as they need, also when they are sent again', async () => {
    const { provider, received, close } = await openRecordingProvider(['email'], test.provider.accountId, () => true);
    const refusing = { ...test, house: { ...test.house, providerFor: () => provider, providerNamed: () => provider } };
    const html = `<p>${'Näh er liest "alles" mit. '.repeat(700)}</p>`;
    const long: Definition = {
      ...both,
      name: 'Long',
      channels: [{ channel: 'email', from: 'clinic@example.com', template: { ...mail, html } }],
    };
    const packetId = await load(refusing, await activeCampaign(refusing, long), people(120));
    await tick(refusing);
    await close();
    assert.deepEqual([received.length, await codesOf(refusing, 'MessageFailed')], [120, { provider_error: 120 }]);
    const open = await carriedBy('email');
    await resendFailed(open.house, { packetId }, causeAt(open));
    await tick(open);
    assert.deepEqual([new Set(reached().map(([, to]) => to)).size, reached().length], [120, 120]);
  });
});

describe('an opt-out', () => {
  let test: TestHouse;
  before(async () => {
    test = await openTestHouse();
  });
  after(() => test.close());
  const pathOf = (channel: Channel, to = phoneOf(1), company = testCompany): string =>
    suppressionPath(test.house, company, { channel, to });

  it('of texts stands where it always stood, and is one with pictures', () => {
    assert.equal(pathOf('sms'), `suppressions/${testCompany}-${test.house.vault.fingerprint(testCompany, phoneOf(1))}`);
    assert.equal(pathOf('mms'), pathOf('sms'));
  });

  it('is of one channel, one contact point and one company', () => {
    const others = (['whatsapp', 'voice', 'email', 'messenger', 'instagram'] as const).map((channel) => pathOf(channel));
    const paths = [...others, pathOf('sms'), pathOf('sms', phoneOf(2)), pathOf('voice', phoneOf(2)), pathOf('sms', phoneOf(1), 'co_other')];
    assert.equal(new Set(paths).size, paths.length);
    for (const path of paths) assert.ok(!path.includes('555'), path);
  });
});
