import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { RecordedEvent } from '#domain/catalogue.ts';
import { receiveStatus } from '#app/receive-status.ts';
import { registerCompany } from '#app/register-company.ts';
import { suppressionPath } from '#app/suppression-path.ts';
import { tallyLog } from '#app/tally-log.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import type { ReportedStatus, StatusReport } from '#ports/provider.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { deliverAll } from '../support/house-run.ts';
import { causeAt, change, load, numbers, phoneOf, put, sendNow, testCompany } from '../support/house-steps.ts';
import type { Row } from '#projections/projection.ts';
import { ofType, story } from '../support/house-story.ts';
import { projected, rowsOf } from '../support/tables.ts';

const mails: Definition = {
  ...sendNow,
  fields: { ...sendNow.fields, email: 'mail' },
  channels: [{ channel: 'email', from: 'clinic@example.com', template: { subject: 'Ready', text: 'Your glasses are ready.' } }],
};

const calls: Definition = { ...sendNow, channels: [{ channel: 'voice', template: { voice: 'Your glasses are ready.' } }] };
const definitions: Readonly<Record<'sms' | 'email' | 'voice', Definition>> = { sms: sendNow, email: mails, voice: calls };

type Told = Pick<StatusReport, 'status' | 'code'>;
type By = 'sms' | 'email' | 'voice';
type Telling = Readonly<{ name?: string; channel: By; steps: readonly ReportedStatus[]; ends: readonly Told[] }>;

const undelivered = (...codes: readonly string[]): readonly Told[] =>
  codes.flatMap((code): readonly Told[] => [
    { status: 'undelivered', code },
    { status: 'failed', code },
  ]);

/** What each provider tells of a message: how it goes on, and how it may end besides. */
const providers: Readonly<Record<string, Telling>> = {
  twilio: {
    channel: 'sms',
    steps: ['sending', 'sent', 'delivered', 'read'],
    ends: undelivered('unknown_handset', 'opted_out', 'carrier_filtered'),
  },
  telnyx: { channel: 'sms', steps: ['sent', 'delivered', 'read'], ends: undelivered('handset_unreachable', 'opted_out') },
  bandwidth: { channel: 'sms', steps: ['sent', 'delivered'], ends: undelivered('landline', 'carrier_opted_out') },
  messagebird: { channel: 'sms', steps: ['sent', 'delivered'], ends: undelivered('unknown_handset') },
  smtp: {
    channel: 'email',
    steps: ['delivered'],
    ends: [...undelivered('address_unknown', 'mailbox_full'), { status: 'delivered', code: 'complained' }],
  },
  'twilio, of calls': {
    name: 'twilio',
    channel: 'voice',
    steps: ['sending', 'sent'],
    ends: [
      { status: 'delivered', code: 'answering_machine' },
      { status: 'delivered' },
      ...undelivered('line_busy', 'not_answered', 'fax_answered'),
    ],
  },
};

const tellings = ({ steps, ends }: Telling): fc.Arbitrary<readonly Told[]> =>
  fc
    .tuple(fc.subarray([...steps], { minLength: 1 }), fc.option(fc.constantFrom(...ends), { nil: undefined }))
    .map(([told, end]) => [...told.map((status): Told => ({ status })), ...(end ? [end] : [])]);

/** Two orders of the same reports, each twice. */
const orders = (provider: Telling) =>
  tellings(provider).chain((told) => {
    const twice = [...told, ...told];
    return fc.tuple(fc.constant(twice), fc.shuffledSubarray(twice, { minLength: twice.length }));
  });

describe('status reports of each provider', () => {
  let test: TestHouse;
  const accountId = 'an-account';
  const pairs = 12;

  const open = async (provider: string, channel: By): Promise<readonly string[]> => {
    test = await openTestHouse();
    await registerCompany(test.house, { companyId: testCompany, name: 'Test', account: { provider, accountId } }, causeAt(test));
    const header = 'id,name,phone,mail';
    const rows = numbers(2 * pairs).map((n) => `P${n},Person ${n},${phoneOf(n)},person${n}@example.org`);
    const campaignId = await put(test, definitions[channel]);
    await change(test, campaignId, 'ApproveCampaign', 'ActivateCampaign');
    await load(test, campaignId, [header, ...rows, ''].join('\n'));
    await deliverAll(test);
    return (await ofType(test, 'MessageQueued')).map(
      ({ stream, data }) => `msg_${stream.slice('chunk-pkt_'.length)}-${data.row}-${channel}-0`,
    );
  };
  afterEach(() => test.close());

  const tell = async (provider: string, messageId: string, told: readonly Told[]): Promise<void> => {
    for (const one of told) {
      const report: StatusReport = { messageId, accountId, reference: messageId, ...one };
      const raw = { method: 'POST', url: '/messages/status/x', headers: {}, body: JSON.stringify(one) };
      await receiveStatus(test.house, provider, { ...report, webhook: { raw } }, causeAt(test));
    }
  };

  const isState = (column: string): boolean => /^status$|code|_at$|cost|segments|processed|duplicates|event_type/.test(column);
  const stateOf = (row: Row): Readonly<Record<string, unknown>> =>
    Object.fromEntries(Object.entries(row).filter(([column]) => isState(column)));

  /** What the log and the tables say of one message, and whether its person gets any more. */
  const endOf = async (
    messageId: string,
    { events, to, channel }: Readonly<{ events: readonly RecordedEvent[]; to: string; channel: By }>,
  ) => {
    const tables = projected(events);
    const [message] = rowsOf(tables, 'messages').filter(({ id }) => id === messageId);
    assert.ok(message);
    const webhooks = rowsOf(tables, 'webhook_events').filter(({ provider_reference: about }) => about === messageId);
    const mark = await test.opened.documents.get<Readonly<{ gone?: true }>>(suppressionPath(test.house, testCompany, { channel, to }));
    const byType = webhooks.map((row) => JSON.stringify(stateOf(row))).toSorted();
    return { message: stateOf(message), webhooks: byType, isOut: mark !== undefined, isGone: mark?.data.gone ?? false };
  };

  for (const [title, what] of Object.entries(providers))
    it(`come to the same in any order and twice: ${title}`, async () => {
      const provider = what.name ?? title;
      const messages = await open(provider, what.channel);
      assert.equal(messages.length, 2 * pairs);
      const plans = fc.sample(orders(what), { numRuns: pairs, seed: 7 });
      for (const [n, [one, other]] of plans.entries()) {
        await tell(provider, messages[2 * n] ?? '', one);
        await tell(provider, messages[2 * n + 1] ?? '', other);
      }
      const events = await story(test);
      for (const [n, plan] of plans.entries()) {
        const ends = await Promise.all(
          [2 * n, 2 * n + 1].map((at) => {
            const to = what.channel === 'email' ? `person${at}@example.org` : phoneOf(at);
            return endOf(messages[at] ?? '', { events, to, channel: what.channel });
          }),
        );
        assert.deepEqual(ends[1], ends[0], JSON.stringify(plan));
        assert.ok(
          ends[0]?.webhooks.every((row) => row.includes('"duplicates":1')),
          'each came twice',
        );
      }
      const before = (await tallyLog(test.opened.store, testCompany)).tally;
      for (const [n, [one]] of plans.entries()) await tell(provider, messages[2 * n] ?? '', one);
      assert.deepEqual((await tallyLog(test.opened.store, testCompany)).tally, before, 'all of it once more changes nothing');
    });
});
