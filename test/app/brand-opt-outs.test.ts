import assert from 'node:assert/strict';
import { receiveIncoming } from '#app/receive-incoming.ts';
import { recordOptIn } from '#app/record-opt-in.ts';
import { recordOptOut } from '#app/record-opt-out.ts';
import { setSender } from '#app/set-sender.ts';
import { suppressionPath } from '#app/suppression-path.ts';
import type { Suppression } from '#domain/consent/suppression.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import type { Append } from '#ports/event-store.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { deliverAll, settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, people, phoneOf, register, sendNow, testCompany } from '../support/house-steps.ts';
import { codesOf, ofType } from '../support/house-story.ts';

const [first, second, none] = ['+12085550191', '+12085550192', '+12085550193'];
const brandOf = { [first]: 'brd_dental', [second]: 'brd_eyes' };

describe('an opt-out of a company with several brands', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
    await register(test);
    for (const [number, brandId] of Object.entries(brandOf))
      await setSender(test.house, { companyId: testCompany, kind: 'number', number, brandId }, causeAt(test));
  });
  afterEach(() => test.close());

  let files = 0;
  const sendTo = async (from: string, count = 2, house: TestHouse = test): Promise<void> => {
    const campaignId = await activeCampaign(house, { ...sendNow, name: `From ${from}`, from });
    files += 1;
    await load(house, campaignId, people(count).replaceAll('P', `R${files}P`), `${files}.csv`);
    await settle(house);
  };
  /** Who got something from there, but for what is told about an opt-out. */
  const reached = async (from: string): Promise<readonly string[]> => {
    const sent = await ofType(test, 'MessageSent');
    const queued = await ofType(test, 'MessageQueued');
    return sent
      .map(({ stream, data }) =>
        queued.find((one) => one.stream === stream && one.data.row === data.row && one.data.offset === data.offset),
      )
      .flatMap((one) => (one?.data.from === from && one.data.followUp === undefined ? [one.private?.to ?? ''] : []))
      .toSorted();
  };
  let replies = 0;
  const say = async (to: string, body: string, from = phoneOf(0)): Promise<void> => {
    const raw = { method: 'POST', url: '/', headers: {}, body: '' };
    const reference = `SM${(replies += 1)}`;
    const { name: provider, accountId } = test.provider;
    await receiveIncoming(test.house, { provider, accountId, reference, channel: 'sms', from, to, body, raw }, causeAt(test));
  };
  const mark = async (channel: Channel = 'sms') =>
    (await test.house.documents.get<Suppression>(suppressionPath(test.house, testCompany, { channel, to: phoneOf(0) })))?.data;
  const optOut = (brandId?: string) =>
    recordOptOut(test.house, { companyId: testCompany, channel: 'sms', to: phoneOf(0), source: 'staff', brandId }, causeAt(test));
  const optIn = (brandId?: string) =>
    recordOptIn(test.house, { companyId: testCompany, channel: 'sms', to: phoneOf(0), source: 'staff', brandId }, causeAt(test));

  it('is of the brand whose number it was said to, at once and in the ledger', async () => {
    await sendTo(first);
    await say(first, 'STOP');
    assert.deepEqual((await mark())?.brands, { brd_dental: null });
    await deliverAll(test);
    const [withdrawn] = await ofType(test, 'ConsentWithdrawn');
    assert.deepEqual([withdrawn?.data.brandId, withdrawn?.data.scope], ['brd_dental', 'channel']);
    await sendTo(first);
    await sendTo(second);
    await sendTo(none);
    assert.deepEqual(await reached(first), [phoneOf(0), phoneOf(1), phoneOf(1)]);
    assert.deepEqual(await reached(second), [phoneOf(0), phoneOf(1)]);
    assert.deepEqual(await reached(none), [phoneOf(1)], 'a number without a brand may be of either');
  });

  it('of everything is of every brand and every way, in the commit of what was said', async () => {
    await sendTo(first);
    await say(first, 'stop everything');
    for (const channel of ['sms', 'voice', 'whatsapp'] as const) assert.deepEqual((await mark(channel))?.all, {}, channel);
    await deliverAll(test);
    assert.deepEqual(
      (await ofType(test, 'ConsentWithdrawn')).map(({ data }) => [data.family, data.scope, data.brandId]),
      [
        ['sms', 'company', undefined],
        ['whatsapp', 'company', undefined],
        ['voice', 'company', undefined],
      ],
    );
    await sendTo(second);
    assert.deepEqual(await reached(second), [phoneOf(1)]);
  });

  it('does not take back what was said to another brand a moment ago', async () => {
    await sendTo(first);
    await sendTo(second);
    await Promise.all([say(first, 'STOP'), say(second, 'STOP')]);
    assert.deepEqual((await mark())?.brands, { brd_dental: null, brd_eyes: null });
    await deliverAll(test);
    assert.deepEqual((await mark())?.brands, { brd_dental: null, brd_eyes: null });
    await say(first, 'START');
    await deliverAll(test);
    assert.deepEqual((await mark())?.brands, { brd_eyes: null });
  });

  it('that stands of one brand asks no person about the START of somebody who never left the other', async () => {
    await sendTo(first);
    await sendTo(second);
    for (const [number, body] of [
      [first, 'START'],
      [second, 'STOP'],
      [first, 'START'],
    ] as const) {
      await say(number, body);
      await deliverAll(test);
    }
    assert.deepEqual((await mark())?.brands, { brd_eyes: null });
    assert.equal((await ofType(test, 'ReplyUnclear')).length, 0);
  });

  it('of all brands leaves those that are wanted again', async () => {
    await optOut();
    assert.deepEqual(await optIn('brd_eyes'), { families: ['sms'] });
    assert.deepEqual(await optIn('brd_eyes'), { families: [] });
    await sendTo(first);
    await sendTo(second);
    assert.deepEqual([await reached(first), await reached(second)], [[phoneOf(1)], [phoneOf(0), phoneOf(1)]]);
    assert.deepEqual(await optOut(), { families: ['sms'] }, 'who wants none wants none of that one either');
    assert.deepEqual(await optOut('brd_eyes'), { families: [] });
  });

  it('of single brands ends with a consent to all', async () => {
    await optOut('brd_dental');
    await optOut('brd_eyes');
    await optIn();
    assert.equal(await mark(), undefined);
    assert.deepEqual(
      (await ofType(test, 'ConsentGiven')).map(({ data }) => data.brandId),
      [undefined, 'brd_dental', 'brd_eyes'],
    );
    assert.deepEqual(await optOut('brd_dental'), { families: ['sms'] });
  });

  it('costs other brands one commit more for the mark, and nothing for each message', async () => {
    await sendTo(second, 1);
    await optOut('brd_dental');
    const appends: Append[] = [];
    const append = (wanted: Append) => {
      appends.push(wanted);
      return test.house.store.append(wanted);
    };
    await sendTo(second, 60, { ...test, house: { ...test.house, store: { ...test.house.store, append } } });
    const intents = appends.filter(({ events }) => events.some((event) => (event as { type: string }).type === 'MessageSending'));
    assert.equal(intents.length, 3, 'two groups, and the one that met the mark again');
    const expected = intents.at(-1)?.expects?.filter(({ path }) => path.startsWith('suppressions/')) ?? [];
    assert.ok(expected.length > 0 && expected.length % 2 === 0, 'two for each message, as without brands');
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), {});
  });
});
