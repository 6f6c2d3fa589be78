import assert from 'node:assert/strict';
import { fireCampaign } from '#app/fire-campaign.ts';
import { queueRows, type ChunkHint } from '#app/queue-rows.ts';
import { sendDue, type DueHint } from '#app/send-due.ts';
import { tickSends } from '#app/tick-sends.ts';
import { wakeAt } from '#app/lane-hint.ts';
import { topics } from '#app/topics.ts';
import { laneOf } from '#domain/work/lane.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { openTestHouse, type Hint, type TestHouse } from '../support/house.ts';
import { eventually } from '../support/eventually.ts';
import { workItems } from '../support/house-queue.ts';
import { deliver, deliverAll, takeHints } from '../support/house-run.ts';
import { activeCampaign, causeAt, change, load, numbers, people, phoneOf, put, remind, sendNow } from '../support/house-steps.ts';
import { ofType, receivedBy } from '../support/house-story.ts';

const large: Definition = { ...sendNow, name: 'Large' };
const small: Definition = { ...sendNow, name: 'Small', dedupe: ['day', 'person'] };

describe('the lanes of a queue', () => {
  let test: TestHouse;
  beforeEach(async () => (test = await openTestHouse()));
  afterEach(() => test.close());

  const tick = (): Promise<void> => tickSends(test.house, causeAt(test));
  const bulk = (): readonly Hint[] => takeHints(test, topics.sendBulk);
  /** Many items of a campaign, a packet each. */
  const queued = async (campaignId: string, items: number): Promise<void> => {
    for (const n of numbers(items)) await load(test, campaignId, people(2, { from: n * 2 }), `${n}.csv`);
    await deliverAll(test);
  };
  /** A bus that gives what came first to one handler after the other, until nothing is left; a handler's time is over after each item. */
  const inTurns = async (): Promise<void> => {
    const send = test.provider.send;
    Object.assign(test.provider, { send: (...asked: Parameters<typeof send>) => (test.clock.passReal(600), send(...asked)) });
    for (let [hint, ...rest] = bulk(); hint; [hint, ...rest] = [...rest, ...bulk()]) await deliver(test, hint);
  };

  it('are sent off to the end, each by one handler after the other', async () => {
    await queued(await activeCampaign(test, large), 20);
    await tick();
    const lanes = new Set((await workItems(test)).map(({ path }) => laneOf(path)));
    await inTurns();
    assert.equal((await receivedBy(test)).size, 40);
    assert.deepEqual(await workItems(test), []);
    assert.ok(lanes.size > 4);
  });

  it('let a small campaign go that comes after a large one', async () => {
    const many = await activeCampaign(test, large);
    await queued(many, 60);
    const few = await activeCampaign(test, small);
    await load(test, few, people(10, { from: 500 }));
    await deliverAll(test);
    await tick();
    await inTurns();
    // in the order in which the provider got them
    const order = [...(await receivedBy(test)).keys()];
    assert.equal(order.length, 130);
    const last = order.findLastIndex((phone) => phone >= phoneOf(500));
    assert.ok(last < 30, `the last of ten is the ${last}th`);
  });

  it('have one handler in a process; a second one goes home, and nothing is lost that it was told', async () => {
    const campaignId = await activeCampaign(test, large);
    await queued(campaignId, 12);
    await tick();
    const hints = bulk();
    await Promise.all([...hints, ...hints].map((hint) => deliver(test, hint)));
    for (let again = bulk(); again.length > 0; again = bulk()) for (const hint of again) await deliver(test, hint);
    assert.deepEqual([(await receivedBy(test)).size, await workItems(test)], [24, []]);
    const intents = await ofType(test, 'MessageSending');
    assert.equal(intents.length, 24);
  });

  it('are left where another process is at them', async () => {
    await queued(await activeCampaign(test, large), 12);
    await tick();
    const [hint] = bulk();
    const { path } = hint!.data as { path: string };
    const found = (await workItems(test)).find((item) => item.path === path)!;
    const lease = { owner: 'other', until: test.clock.realMs() + 60_000 };
    await test.house.documents.write([{ path, ifVersion: found.version, data: { ...found.data, lease }, dueAt: test.clock.now() }]);
    await deliver(test, hint!);
    assert.equal((await receivedBy(test)).size, 0);
  });

  /** The items of the lane that has most of them, in their order. */
  const longestLane = async () => {
    const lanes = Map.groupBy(await workItems(test), ({ path }) => laneOf(path)).values();
    const [longest = []] = [...lanes].sort((one, other) => other.length - one.length);
    assert.ok(longest.length > 2);
    return longest.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  };
  const leaseTo = (owner: string, { path, version, data }: Awaited<ReturnType<typeof longestLane>>[number]): Promise<void> => {
    const lease = { owner, until: test.clock.realMs() + 60_000 };
    return test.house.documents.write([{ path, ifVersion: version, data: { ...data, lease }, dueAt: test.clock.now() }]);
  };

  it('go on behind an item that was asked for alone', async () => {
    await queued(await activeCampaign(test, large), 24);
    const [first, ...behind] = await longestLane();
    bulk();
    await deliver(test, { topic: topics.sendBulk, data: { path: first!.path } });
    for (let again = bulk(); again.length > 0; again = bulk()) for (const hint of again) await deliver(test, hint);
    const left = new Set((await workItems(test)).map(({ path }) => path));
    assert.deepEqual(
      [first!, ...behind].filter(({ path }) => left.has(path)),
      [],
    );
  });

  it('are woken by a tick for what stands before the item that somebody has', async () => {
    await queued(await activeCampaign(test, large), 24);
    const lane = await longestLane();
    await leaseTo('other', lane.at(-1)!);
    bulk();
    await tick();
    const woken = bulk().map(({ data }) => (data as { path: string }).path);
    assert.ok(woken.includes(lane[0]!.path), 'nobody comes by the first one any more');
  });

  it('do not forget what they were asked for where they come to a stand', async () => {
    await queued(await activeCampaign(test, large), 24);
    const [first, second, third] = await longestLane();
    await leaseTo('other', third!);
    bulk();
    const send = test.provider.send;
    const ask = async (...asked: Parameters<typeof send>) => {
      // somebody tells of the first one again while the second one is sent
      Object.assign(test.provider, { send });
      await deliver(test, { topic: topics.sendBulk, data: { path: first!.path } });
      return send(...asked);
    };
    Object.assign(test.provider, { send: ask });
    await deliver(test, { topic: topics.sendBulk, data: { path: second!.path } });
    assert.deepEqual(
      bulk().map(({ data }) => (data as { path: string }).path),
      [first!.path],
    );
  });

  it('begin at the earliest place that was asked for, though the bus drops a hint while another one of the lane waits', async () => {
    const campaignId = await activeCampaign(test, large);
    await queued(campaignId, 24);
    const lane = await longestLane();
    const hintAt = ({ path }: (typeof lane)[number]) => ({
      path,
      lane: { campaignId, lanes: [laneOf(path)], dueAt: test.clock.now() },
    });
    bulk();
    await wakeAt(test.house, [hintAt(lane.at(-1)!)]);
    const [waiting] = bulk();
    await wakeAt(test.house, [hintAt(lane[0]!)]);
    bulk();
    await deliver(test, waiting!);
    for (let again = bulk(); again.length > 0; again = bulk()) for (const hint of again) await deliver(test, hint);
    const left = new Set((await workItems(test)).map(({ path }) => path));
    assert.deepEqual(
      lane.filter(({ path }) => left.has(path)),
      [],
    );
  });

  it('of a share go on that nobody is at, though somebody is at another one of it', async () => {
    const campaignId = await activeCampaign(test, large);
    await queued(campaignId, 24);
    const items = (await workItems(test)).toSorted((one, other) => (one.path < other.path ? -1 : 1));
    const [first] = items;
    const other = items.find(({ path }) => laneOf(path) !== laneOf(first!.path));
    bulk();
    const send = test.provider.send;
    const lanes = [laneOf(first!.path), laneOf(other!.path)];
    const share = { path: first!.path, lane: { campaignId, lanes, dueAt: '' } };
    const meanwhile = async (...asked: Parameters<typeof send>) => {
      Object.assign(test.provider, { send });
      await deliver(test, { topic: topics.sendBulk, data: share });
      return send(...asked);
    };
    Object.assign(test.provider, { send: meanwhile });
    await deliver(test, { topic: topics.sendBulk, data: { path: first!.path } });
    for (let again = bulk(); again.length > 0; again = bulk()) for (const hint of again) await deliver(test, hint);
    const left = (await workItems(test)).filter(({ path }) => lanes.includes(laneOf(path)));
    assert.deepEqual(left, []);
  });

  it('go on while a bus without delays waits to tell of a doubt later, which nobody acknowledges before', async () => {
    await queued(await activeCampaign(test, large), 24);
    const [first, ...behind] = await longestLane();
    bulk();
    const { promise: itsTime, resolve: comes } = Promise.withResolvers<void>();
    const { publish } = test.house.bus;
    const slow: typeof publish = async (topic, messages) => {
      if (messages.some(({ delayMs = 0 }) => delayMs > 1_000)) await itsTime;
      await publish(topic, messages);
    };
    const house = { ...test.house, bus: { ...test.house.bus, publish: slow } };
    await test.simulator.control.fault({ kind: 'cut', count: 1 });
    let ended = false;
    const handler = sendDue(house, { path: first!.path }, causeAt(test)).then(() => (ended = true));
    const left = async (): Promise<readonly string[]> => {
      const paths = new Set((await workItems(test)).map(({ path }) => path));
      return behind.map(({ path }) => path).filter((path) => paths.has(path));
    };
    await eventually('what stands behind the doubt is sent', async () => {
      for (const hint of bulk()) await sendDue(house, hint.data as DueHint, causeAt(test));
      return (await left()).length === 0;
    });
    assert.equal(ended, false);
    comes();
    await handler;
    const later = bulk().filter(({ delayMs }) => delayMs !== undefined);
    assert.deepEqual(
      later.map(({ data }) => data),
      [{ path: first!.path }],
    );
  });

  it('are looked after when rows may have been queued by somebody who died before he told of them', async () => {
    const campaignId = await activeCampaign(test, large);
    await load(test, campaignId, people(2));
    await fireCampaign(test.house, campaignId, causeAt(test));
    const hints = takeHints(test, topics.queueRows);
    for (const { data } of hints) await queueRows(test.house, data as ChunkHint, causeAt(test));
    assert.equal(takeHints(test, topics.tickSends).length, 0);
    for (const { data } of hints) await queueRows(test.house, data as ChunkHint, causeAt(test), true);
    assert.ok(takeHints(test, topics.tickSends).length > 0);
  });

  it('stop with their campaign', async () => {
    const campaignId = await activeCampaign(test, large);
    await queued(campaignId, 12);
    await tick();
    const [hint] = bulk();
    await change(test, campaignId, 'PauseCampaign');
    await deliver(test, hint!);
    assert.deepEqual([(await receivedBy(test)).size, bulk()], [0, []]);
  });

  it('are woken for what is queued and due, and not for what has time', async () => {
    const woken = async (definition: Definition, content: string): Promise<readonly Hint[]> => {
      const campaignId = await activeCampaign(test, definition);
      await load(test, campaignId, content);
      await fireCampaign(test.house, campaignId, causeAt(test));
      for (const hint of takeHints(test, topics.queueRows)) await deliver(test, hint);
      return bulk();
    };
    assert.deepEqual(await woken(remind, people(2, { day: '2026-11-04' })), []);
    const [hint, ...others] = await woken(large, people(2, { from: 10 }));
    const { path, lane } = hint!.data as { path: string; lane: { lanes: readonly number[]; dueAt: string } };
    assert.deepEqual([lane.lanes, lane.dueAt, others], [[laneOf(path)], test.clock.now(), []]);
    assert.ok((hint!.delayMs ?? Infinity) < 1_000);
  });

  describe('while rows are queued', () => {
    it('a large campaign has 32 hints on the bus, each with the chunks that come after its own', async () => {
      const campaignId = await put(test, large);
      await activeCampaign(test, large);
      for (const n of numbers(40)) await load(test, campaignId, people(1, { from: n }), `${n}.csv`);
      test.hints.length = 0;
      await fireCampaign(test.house, campaignId, causeAt(test));
      const hints = takeHints(test, topics.queueRows).map(({ data }) => data as ChunkHint);
      assert.deepEqual([hints.length, hints.filter(({ more }) => more?.length === 1).length], [32, 8]);
      for (
        let [hint, ...rest] = hints;
        hint;
        [hint, ...rest] = [...rest, ...takeHints(test, topics.queueRows).map(({ data }) => data as ChunkHint)]
      )
        await queueRows(test.house, hint, causeAt(test));
      assert.equal((await ofType(test, 'MessageQueued')).length, 40);
    });
  });
});
