import assert from 'node:assert/strict';
import { listSenders } from '#app/list-senders.ts';
import { queueRows } from '#app/queue-rows.ts';
import { setSender, type SenderSetting } from '#app/set-sender.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages } from '../support/house-queue.ts';
import { deliverAll, runToEnd, takeHints, tick } from '../support/house-run.ts';
import { activeCampaign, causeAt, change, load, numbers, people, phoneOf, put, sendNow, testCompany } from '../support/house-steps.ts';
import { ofType, receivedBy } from '../support/house-story.ts';

const boise = '+12085550191';
const boise2 = '+12085550192';
const denver = '+13035550193';
const pooled: Definition = { ...sendNow, from: 'pool_main' };

describe('a pool of numbers', () => {
  let test: TestHouse;
  beforeEach(async () => (test = await openTestHouse()));
  afterEach(() => test.close());

  const set = (setting: SenderSetting): Promise<void> => setSender(test.house, setting, causeAt(test));
  const putPool = (...of: readonly string[]): Promise<void> =>
    set({ companyId: testCompany, kind: 'pool', poolId: 'pool_main', numbers: of });
  /** Who sent to each person, message by message. */
  const senders = async (): Promise<Readonly<Record<string, readonly string[]>>> => {
    const by: Record<string, string[]> = {};
    for (const { data, private: person } of await ofType(test, 'MessageQueued')) (by[person?.to ?? ''] ??= []).push(data.from);
    return by;
  };
  const later = (days: number): void => test.clock.set(new Date(Date.parse(test.clock.now()) + days * 86_400_000).toISOString());
  const again = async (name: string, definition = pooled): Promise<void> => {
    const campaignId = await activeCampaign(test, { ...definition, name });
    await load(test, campaignId, people(4));
    await runToEnd(test);
  };

  it('shares its messages among the numbers of their area', async () => {
    await putPool(denver, boise, boise2);
    await queueMessages(test, { count: 40, definition: pooled });
    const counts: Record<string, number> = {};
    for (const [from] of Object.values(await senders())) counts[from ?? ''] = (counts[from ?? ''] ?? 0) + 1;
    assert.deepEqual(counts, { [boise]: 20, [boise2]: 20 });
    await runToEnd(test);
    assert.equal((await receivedBy(test)).size, 40);
  });

  it('keeps to the number that a person knows, for eight days after the last message', async () => {
    await putPool(denver);
    await again('first');
    await putPool(boise, denver);
    later(7);
    await again('second');
    later(7);
    await again('third');
    later(9);
    await again('fourth');
    assert.deepEqual((await senders())[phoneOf(0)], [denver, denver, denver, boise]);
  });

  it('gives up a number that is in the pool no more', async () => {
    await putPool(denver);
    await again('first');
    await putPool(boise);
    later(1);
    await again('second');
    assert.deepEqual((await senders())[phoneOf(0)], [denver, boise]);
  });

  it('sends by one number to a person who has two messages at once', async () => {
    await putPool(boise, boise2);
    const campaignId = await activeCampaign(test, { ...pooled, dedupe: ['day', 'person', 'contactPoint'] });
    await load(test, campaignId, `id,name,phone\nA,Ann,${phoneOf(1)}\nB,Bob,${phoneOf(1)}\nC,Cid,${phoneOf(2)}\n`);
    await runToEnd(test);
    const by = await senders();
    assert.deepEqual([by[phoneOf(1)]?.length, new Set(by[phoneOf(1)]).size, by[phoneOf(2)]], [2, 1, [boise2]]);
  });

  it('keeps the number of a message that is made anew while it waits', async () => {
    await putPool(boise, boise2);
    const { campaignId } = await queueMessages(test, { count: 4, definition: pooled });
    const before = await senders();
    await put(test, { ...pooled, channels: [{ channel: 'sms', template: 'Hello {{ firstName }}.' }] });
    await change(test, campaignId, 'ApproveCampaign');
    await runToEnd(test);
    for (const [to, all] of Object.entries(await senders())) assert.deepEqual(new Set(all), new Set(before[to]));
    assert.equal((await receivedBy(test)).size, 4);
  });

  it('that nobody has put keeps its messages waiting, and says what to do', async () => {
    const campaignId = await activeCampaign(test, pooled);
    await load(test, campaignId, people(3));
    takeHints(test, 'campaign-fire');
    await tick(test).catch((error: unknown) => {
      assert.ok(error instanceof Refusal && error.code === 'pool_unknown', String(error));
      assert.match(error.message, /carillon pools put pool_main/);
    });
    assert.deepEqual(await senders(), {});
    await set({ companyId: 'co_other', kind: 'pool', poolId: 'pool_main', numbers: [denver] });
    const [chunk] = await test.house.documents.due(`campaigns/${campaignId}/rowChunks`, '9999', 1);
    await assert.rejects(queueRows(test.house, { path: chunk?.path ?? '', run: 2 }, causeAt(test)), { code: 'pool_unknown' });
  });

  it('is filled by its company alone', async () => {
    await putPool(boise);
    const other: SenderSetting = { companyId: 'co_other', kind: 'pool', poolId: 'pool_main', numbers: [denver] };
    await assert.rejects(set(other), { code: 'sender_taken' });
    await set({ companyId: testCompany, kind: 'number', number: boise, brandId: 'brd_a' });
    await set({ companyId: testCompany, kind: 'brand', brandId: 'brd_a', tier: 'low_volume' });
    await set({ companyId: testCompany, kind: 'company', perDay: 5, timezone: 'America/Boise' });
    await assert.rejects(set({ companyId: testCompany, kind: 'company', timezone: 'Mars' }), { code: 'timezone_unknown' });
    const { numbers: known, pools, limits } = await listSenders(test.house, testCompany);
    assert.deepEqual(
      known.map(({ number, limits: own }) => [number, own.map(({ most }) => most)]),
      [[boise, [15, 2_000]]],
    );
    assert.deepEqual([pools, limits.map(({ most }) => most)], [[{ poolId: 'pool_main', numbers: [boise] }], [5]]);
    assert.deepEqual(await listSenders(test.house, 'co_other'), { numbers: [], pools: [], limits: [] });
  });

  it('keeps each of its numbers to its own pace', async () => {
    await putPool(boise, boise2);
    for (const number of [boise, boise2]) await set({ companyId: testCompany, kind: 'number', number, perSecond: 1 });
    await queueMessages(test, { count: 6, definition: pooled });
    await runToEnd(test);
    const at = (await ofType(test, 'MessageSending')).map(
      ({ occurredAt }) => Date.parse(occurredAt) - Date.parse('2026-11-02T16:00:00.000Z'),
    );
    assert.deepEqual(
      at,
      numbers(6).map((n) => Math.floor(n / 2) * 1_000),
    );
  });

  it('may be the sender of a campaign as of a channel of it', async () => {
    const { fields, channels, schedule, timezone, name } = pooled;
    assert.equal(readDefinition({ name, from: 'pool_main', timezone, fields, channels, schedule }).from, 'pool_main');
    assert.throws(() => readDefinition({ name, from: 'pool main', timezone, fields, channels, schedule }));
    await deliverAll(test);
  });
});
