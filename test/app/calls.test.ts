import assert from 'node:assert/strict';
import { readLedger, type LedgerLine } from '#adapters/simulator/ledger.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { eventually } from '../support/eventually.ts';
import { openTestHouse, type TestHouse, type TestHouseOptions } from '../support/house.ts';
import { settle, tick } from '../support/house-run.ts';
import { workItems } from '../support/house-queue.ts';
import { activeCampaign, load, people, phoneOf, sendNow } from '../support/house-steps.ts';
import { ofType } from '../support/house-story.ts';

const voice: Definition['channels'][number] = {
  channel: 'voice',
  template: { voice: 'Hi {{ firstName }}, press 1 to confirm.', voiceMachine: 'Please call us back, {{ firstName }}.' },
};
const approved = (content: string): Definition['channels'][number] => ({
  channel: 'whatsapp',
  template: { whatsapp: { content, variables: { '1': '{{ firstName }}' } } },
});
const campaignOf = (channel: Definition['channels'][number]): Definition => ({ ...sendNow, name: 'Calls', channels: [channel] });

describe('a campaign that calls', () => {
  let test: TestHouse;
  const open = async (options: TestHouseOptions = {}) => {
    test = await openTestHouse(options);
  };
  afterEach(() => test.close());

  const run = async (channel: Definition['channels'][number], count: number) => {
    await load(test, await activeCampaign(test, campaignOf(channel)), people(count));
    await tick(test);
    await tick(test);
  };
  const quiet = () => eventually('the network is quiet', async () => (await test.simulator.control.pending()) === 0);
  /** The last line about each number. */
  const lines = async (): Promise<ReadonlyMap<string, LedgerLine>> => {
    const last = new Map<string, LedgerLine>();
    for await (const line of readLedger(test.simulator.ledgerFile)) last.set(line.to, line);
    return last;
  };

  it('tells a person, a machine and whoever presses a key what each is to hear, and reports it', async () => {
    await open({ listening: true });
    const phones = ['human', 'machine', 'human', 'busy'] as const;
    for (const [n, answer] of phones.entries())
      await test.simulator.control.handset({ number: phoneOf(n), answer, ...(n === 2 && { presses: '1' }) });
    await run(voice, phones.length);
    await quiet();
    const heard = await lines();
    assert.deepEqual(
      phones.map((_phone, n) => heard.get(phoneOf(n))?.heard),
      [
        ['Hi Person 0, press 1 to confirm.'],
        ['Please call us back, Person 1.'],
        ['Hi Person 2, press 1 to confirm.', 'Thank you. Goodbye.'],
        undefined,
      ],
    );
    const last = new Map((await ofType(test, 'DeliveryReported')).map(({ data }) => [`${data.row} ${data.status}`, data.code]));
    assert.deepEqual(
      ['2 delivered', '3 delivered', '4 delivered', '5 undelivered'].map((key) => [last.has(key), last.get(key)]),
      [
        [true, undefined],
        [true, 'answering_machine'],
        [true, undefined],
        [true, 'line_busy'],
      ],
      [...last.keys()].join(),
    );
  });

  /** A text that the network knows, and shows filled in. */
  const approvedText = async (): Promise<string> => {
    const { accountId, authToken } = test.simulator.account;
    const authorization = `Basic ${Buffer.from(`${accountId}:${authToken}`).toString('base64')}`;
    const body = JSON.stringify({ friendly_name: 'ready', language: 'en', types: { 'twilio/text': { body: 'Hi {{1}}, come in.' } } });
    const made = await fetch(`${test.simulator.baseUrl}/v1/Content`, { method: 'POST', headers: { authorization }, body });
    return ((await made.json()) as { sid: string }).sid;
  };

  for (const [what, channelOf, to] of [
    ['a call', async () => voice, phoneOf(0)],
    ['an approved text', async () => approved(await approvedText()), `whatsapp:${phoneOf(0)}`],
  ] as const)
    it(`finds ${what} again that was made without an answer, and makes no second one`, async () => {
      await open({ callTimeoutMs: 1_000, listLagMs: 30_000 });
      await test.simulator.control.fault({ kind: 'cut_after_accept', count: 1 });
      await run(await channelOf(), 1);
      const [item] = await workItems(test);
      assert.equal(item?.data.inFlight.length, 1, 'nobody knows whether it was made');
      test.clock.passReal(2_100);
      await settle(test);
      const made = await test.simulator.control.messages(to);
      assert.deepEqual(
        (await ofType(test, 'MessageSent')).map(({ data }) => data.reference),
        made.map(({ sid }) => sid),
      );
      assert.equal(made.length, 1);
    });
});
