import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import type { House } from '#app/house.ts';
import { lookUpIn } from '#app/look-up-in.ts';
import { preview, type Preview } from '#app/preview.ts';
import { suppressionWrite } from '#app/suppression-path.ts';
import { testSend, type TestRequest } from '#app/test-send.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { channels, type Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, sendNow, testCompany } from '../support/house-steps.ts';
import { codesOf, countTypes, ofType } from '../support/house-story.ts';
import { openRecordingProvider, type RecordingProvider } from '../support/recording-provider.ts';

const picture = 'https://example.com/map.png';
const every: Definition = {
  ...sendNow,
  name: 'Every channel',
  fields: { ...sendNow.fields, email: 'mail', messengerId: 'psid', instagramId: 'igsid' },
  channels: [
    { channel: 'email', from: 'clinic@example.com', template: { subject: 'For {{ firstName }}', html: '<p>Ready, {{ firstName }}.</p>' } },
    { channel: 'sms', template: `Ready, {{ firstName }}. ${'x'.repeat(200)}` },
    { channel: 'mms', template: { text: 'Ready, {{ firstName }}.', media: [picture] } },
    { channel: 'whatsapp', template: { whatsapp: { content: 'HX01', variables: { 1: '{{ firstName }}' } } } },
    { channel: 'voice', template: { voice: 'Ready, {{ firstName }}. Press 1.', voiceMachine: 'Ready, {{ firstName }}.' } },
    { channel: 'messenger', from: '1029384756', template: 'Ready, {{ firstName }}.' },
    { channel: 'instagram', from: '1029384757', template: 'Ready, {{ firstName }}.' },
  ],
};
const content = [
  'id,name,phone,mail,psid,igsid',
  'P1,Ann,(208) 555-0101,ann@example.com,61728394051,71728394051',
  'P2,Ben,+44 20 7946 0018,ben@example.com,61728394052,71728394052',
  'P3,Cat,(208) 555-0103,none,,71728394053',
  'P1,Ann,(208) 555-0101,ann@example.com,61728394051,71728394051',
  '',
].join('\n');
const file = { open: async (start: number) => Readable.from([Buffer.from(content).subarray(start)]), name: 'people.csv' };

describe('every channel, tried before it is sent', () => {
  let test: TestHouse;
  let network: RecordingProvider;
  let campaignId: string;
  let requests = 0;

  beforeEach(async () => {
    const opened = await openTestHouse();
    network = await openRecordingProvider(channels, opened.provider.accountId);
    const house: House = { ...opened.house, providerFor: () => network.provider, providerNamed: () => network.provider };
    test = { ...opened, house };
    campaignId = await activeCampaign(test, every);
  });
  afterEach(async () => {
    await network.close();
    await test.close();
  });

  const previewed = (row?: number): Promise<Preview> => {
    const { house, clock } = test;
    const lookUp = lookUpIn(house, { companyId: testCompany, campaignId, from: '+12085550199', corrections: false });
    return preview({ reader: house.rows, file, definition: every, lookUp, now: clock.now(), row, price: 0.01 });
  };
  const send = (request: Partial<TestRequest>) => {
    const own = { campaignId, source: 'drop', row: 2, to: '(208) 555-0142', requestId: `r${(requests += 1)}`, file };
    return testSend(test.house, { ...own, ...request }, causeAt(test));
  };

  it('is counted by a preview as it becomes, and only texts in segments', async () => {
    await test.house.documents.write([
      suppressionWrite(test.house, testCompany, { channel: 'voice', to: '+12085550103' }, test.clock.now()),
    ]);
    const made = await previewed();
    const byChannel = { email: 2, instagram: 3, messenger: 2, mms: 2, sms: 2, voice: 2, whatsapp: 2 };
    assert.deepEqual({ ...made.byChannel }, byChannel);
    assert.deepEqual([made.segments, made.cost, made.encodings], [4, 0.04, { 'GSM-7': 2, 'UCS-2': 0 }]);
    await load(test, campaignId, content);
    await settle(test);
    assert.equal((await countTypes(test))['MessageQueued'], made.messages);
    assert.deepEqual(await codesOf(test, 'TouchRejected'), made.rejected);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), made.skipped);
    assert.deepEqual(made.skipped, { duplicate: 7, opted_out: 1 });
    assert.deepEqual(made.rejected, { phone_landline: 3, email_invalid: 1, recipient_id_missing: 1 });
  });

  it('is shown by a preview as its recipient gets it, the first of each', async () => {
    const made = await previewed();
    assert.deepEqual(
      [made.first?.channel, ...made.others.map(({ channel }) => channel)],
      every.channels.map(({ channel }) => channel),
    );
    const shown = (await previewed(2)).shown ?? [];
    const said = shown.map((one) => ('body' in one ? [one.channel, one.to, one.body, one.content] : one));
    assert.deepEqual(said.slice(0, 1), [['email', 'ann@example.com', 'Ready, Ann.', { subject: 'For Ann', html: '<p>Ready, Ann.</p>' }]]);
    assert.deepEqual(said.slice(3, 5), [
      ['whatsapp', '+12085550101', 'Ann', { approved: 'HX01', variables: { 1: 'Ann' } }],
      ['voice', '+12085550101', 'Ready, Ann. Press 1.', { machine: 'Ready, Ann.', locale: 'en-US' }],
    ]);
    const landline = Object.fromEntries(((await previewed(3)).shown ?? []).map((one) => [one.channel, 'code' in one ? one.code : 'goes']));
    const others = { email: 'goes', voice: 'goes', messenger: 'goes', instagram: 'goes' };
    assert.deepEqual(landline, { ...others, sms: 'phone_landline', mms: 'phone_landline', whatsapp: 'phone_landline' });
  });

  const tries: readonly (readonly [Channel, to: string, arrives: string, content: object])[] = [
    ['sms', '(208) 555-0142', '+12085550142', { body: `TEST: Ready, Ann. ${'x'.repeat(200)}` }],
    ['mms', '(208) 555-0142', '+12085550142', { body: 'TEST: Ready, Ann.', media: [picture] }],
    ['whatsapp', '(208) 555-0142', '+12085550142', { approved: 'HX01', variables: { 1: 'Ann' } }],
    [
      'voice',
      '+44 20 7946 0018',
      '+442079460018',
      { script: 'TEST: Ready, Ann. Press 1.', machineScript: 'TEST: Ready, Ann.', locale: 'en-US' },
    ],
    ['email', 'Me@Example.com', 'Me@example.com', { subject: 'TEST: For Ann', text: 'TEST: Ready, Ann.', html: '<p>Ready, Ann.</p>' }],
    ['messenger', '71728394055', '71728394055', { body: 'TEST: Ready, Ann.' }],
    ['instagram', '71728394056', '71728394056', { body: 'TEST: Ready, Ann.' }],
  ];
  for (const [channel, to, arrives, said] of tries) {
    it(`goes to oneself by ${channel}`, async () => {
      const { status } = await send({ channel, to });
      assert.equal(status, 'sent');
      assert.deepEqual(
        network.received.map((message) => [message.to, message.content]),
        [[arrives, { channel, ...said }]],
      );
      assert.equal((await ofType(test, 'TestMessageSending'))[0]?.data.channel, channel);
    });
  }

  it('goes to oneself by the first one unless told', async () => {
    await send({ to: 'me@example.com' });
    assert.equal(network.received[0]?.content.channel, 'email');
  });

  const refused = (request: Partial<TestRequest>, code: string): Promise<void> =>
    assert.rejects(send(request), (error) => error instanceof Refusal && error.code === code && error.message.length > 20);

  it('goes nowhere else', async () => {
    await refused({ channel: 'sms', to: '+44 20 7946 0018' }, 'phone_landline');
    await refused({ channel: 'email', to: '(208) 555-0142' }, 'email_invalid');
    await refused({ channel: 'messenger', to: 'me' }, 'recipient_id_invalid');
    await test.house.documents.write([
      suppressionWrite(test.house, testCompany, { channel: 'email', to: 'me@example.com' }, test.clock.now()),
    ]);
    await refused({ channel: 'email', to: 'me@example.com' }, 'opted_out');
    assert.deepEqual(network.received, []);
  });

  it('is refused where the campaign or the provider has no such channel', async () => {
    const texts = await activeCampaign(test, sendNow);
    await refused({ campaignId: texts, channel: 'voice' }, 'channel_unknown');
    const house: House = { ...test.house, providerFor: () => ({ ...network.provider, channels: ['sms'] }) };
    const own = { campaignId, source: 'drop', row: 2, to: '(208) 555-0142', requestId: 'narrow', file, channel: 'voice' as const };
    await assert.rejects(testSend(house, own, causeAt(test)), (error) => error instanceof Refusal && error.code === 'channel_unsupported');
  });
});
