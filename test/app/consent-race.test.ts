import assert from 'node:assert/strict';
import { recordOptOut } from '#app/record-opt-out.ts';
import type { House } from '#app/house.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import type { Append } from '#ports/event-store.ts';
import type { Provider } from '#ports/provider.ts';
import { eventually } from '../support/eventually.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle, tick } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, numbers, people, phoneOf, register, testCompany } from '../support/house-steps.ts';
import { codesOf, ofType, receivedBy } from '../support/house-story.ts';

const crowd = 150;

/** The house with a note of each commit: intents when they begin, opt-outs when they stand. */
const watched = (house: House) => {
  let step = 0;
  const intentsBegan = new Map<string, number>();
  const append = async (wanted: Append) => {
    const began = (step += 1);
    const placed = await house.store.append(wanted);
    for (const { type, data } of wanted.events as readonly { type: string; data: never }[])
      if (type === 'MessageSending') intentsBegan.set(messageIdIn(wanted.stream, data), began);
    return placed;
  };
  return { house: { ...house, store: { ...house.store, append } } as House, intentsBegan, next: () => (step += 1) };
};

describe('an opt-out that races with sending', () => {
  let test: TestHouse;
  beforeEach(async () => (test = await openTestHouse()));
  afterEach(() => test.close());

  it('is followed by no intent, whatever is on its way', async () => {
    await register(test);
    const { house, intentsBegan, next } = watched(test.house);
    const raced: TestHouse = { ...test, house };
    const campaignId = await activeCampaign(raced);
    await load(raced, campaignId, people(crowd));
    const stoodAt = new Map<string, number>();
    const stopped = numbers(crowd).filter((n) => n % 3 === 0);
    const stopThem = async (): Promise<void> => {
      for (const n of stopped) {
        await recordOptOut(house, { companyId: testCompany, channel: 'sms', to: phoneOf(n), source: 'reply' }, causeAt(test));
        stoodAt.set(phoneOf(n), next());
        await new Promise(setImmediate);
      }
    };
    const sending = (async () => {
      await tick(raced);
      await settle(raced);
    })();
    await Promise.all([sending, stopThem()]);
    await settle(raced);
    const phoneById = new Map(
      (await ofType(test, 'MessageQueued')).map((event) => [messageIdIn(event.stream, event.data), event.private?.to ?? '']),
    );
    const late = [...intentsBegan].filter(([id, began]) => began > (stoodAt.get(phoneById.get(id) ?? '') ?? Infinity));
    assert.deepEqual(late, [], 'an intent that began after the opt-out stood was stored');
    const received = await receivedBy(test);
    const intended = new Set([...intentsBegan.keys()].map((id) => phoneById.get(id)));
    for (const n of numbers(crowd)) assert.equal(received.get(phoneOf(n)) ?? 0, intended.has(phoneOf(n)) ? 1 : 0, phoneOf(n));
    const canceled = (await codesOf(test, 'MessageCanceled'))['opted_out'] ?? 0;
    const skipped = (await codesOf(test, 'TouchSkipped'))['opted_out'] ?? 0;
    assert.equal(received.size + canceled + skipped, crowd, 'each is sent, canceled or skipped');
    assert.ok(canceled + skipped > 0 && received.size >= crowd - stopped.length);
  });

  it('drops what was intended before it and has not left within seconds', async () => {
    await register(test);
    const atOnce = 25;
    const gate = Promise.withResolvers<void>();
    const called: string[] = [];
    const slow: Provider = {
      ...test.provider,
      send: async (message) => {
        called.push(message.to);
        await gate.promise;
        return test.provider.send(message);
      },
    };
    const house: House = { ...test.house, providerFor: () => slow };
    const slowed: TestHouse = { ...test, house };
    const campaignId = await activeCampaign(slowed);
    await load(slowed, campaignId, people(40));
    const sending = settle(slowed);
    await eventually('the first calls', async () => called.length === atOnce);
    const [one = '', other = ''] = numbers(40)
      .map(phoneOf)
      .filter((phone) => !called.includes(phone));
    test.clock.passReal(4_000);
    await recordOptOut(house, { companyId: testCompany, channel: 'sms', to: one, source: 'reply' }, causeAt(test));
    gate.resolve();
    await sending;
    await settle(slowed);
    const received = await receivedBy(test);
    assert.deepEqual([received.get(one), received.get(other), received.size], [undefined, 1, 39]);
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), { opted_out: 1 });
    assert.equal((await ofType(test, 'MessageSending')).filter(({ data }) => data.attempt > 1).length, 0);
  });
});
