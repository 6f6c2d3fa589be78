import assert from 'node:assert/strict';
import { acceptDrop } from '#app/accept-drop.ts';
import { loadPacket } from '#app/load-packet.ts';
import { sweep } from '#app/sweep.ts';
import { tallyLog } from '#app/tally-log.ts';
import { tickSends } from '#app/tick-sends.ts';
import { laneOf } from '#domain/work/lane.ts';
import { topics } from '#app/topics.ts';
import { voidLeases } from '#app/void-leases.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import { leaseMs } from '#app/work-session.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages, send, workItems } from '../support/house-queue.ts';
import { deliverAll, settle, takeHints } from '../support/house-run.ts';
import { accept, activeCampaign, causeAt, load, numbers, people, place, testCompany } from '../support/house-steps.ts';
import { countTypes, ofType, receivedBy } from '../support/house-story.ts';

const elevenMinutesMs = 11 * 60_000;

describe('what looks after things that stopped', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  const later = (ms: number): void => test.clock.set(new Date(Date.parse(test.clock.now()) + ms).toISOString());
  const run = (): Promise<void> => sweep(test.house, causeAt(test));
  const hinted = (topic: string) => takeHints(test, topic).map(({ data }) => data);
  const lanesHinted = () => new Set(hinted(topics.sendBulk).flatMap(({ lane }) => (lane as { lanes: number[] }).lanes));

  describe('sweep', () => {
    it('finds dropped files that nobody told us of, and no others', async () => {
      const campaignId = await activeCampaign(test);
      await accept(test, campaignId, people(1), 'known.csv');
      await place(test, campaignId, { content: people(2), name: 'lost.csv' });
      await place(test, campaignId, { content: people(2), name: 'again-1/lost.csv' });
      await test.house.files.write('drops/readme.txt', 'not a drop');
      await test.house.files.write('elsewhere/lost.csv', people(1));
      await run();
      const paths = hinted(topics.dropFinalized).map(({ path }) => path);
      assert.deepEqual(
        paths,
        ['again-1/lost.csv', 'lost.csv'].map((name) => `drops/${testCompany}/${campaignId}/${name}`),
      );
    });

    it('brings a lost file to the end of the line', async () => {
      const campaignId = await activeCampaign(test);
      await place(test, campaignId, { content: people(3) });
      await run();
      await settle(test);
      assert.equal((await receivedBy(test)).size, 3);
      await run();
      assert.deepEqual(hinted(topics.dropFinalized), []);
    });

    it('finds more files than one listing has', async () => {
      const campaignId = await activeCampaign(test);
      for (const n of numbers(205)) await place(test, campaignId, { content: people(1), name: `${n}.csv` });
      await run();
      assert.equal(hinted(topics.dropFinalized).length, 205);
    });

    it('wakes every packet that stood still, however many never move', async () => {
      const dueAt = test.clock.now();
      await test.house.documents.write(numbers(405).map((n) => ({ path: `packets/pkt_${n}`, data: { status: 'accepted' }, dueAt })));
      later(elevenMinutesMs);
      await run();
      assert.equal(new Set(hinted(topics.packet).map(({ packetId }) => packetId)).size, 405);
    });

    it('wakes the loading of a packet that stood still for ten minutes', async () => {
      const campaignId = await activeCampaign(test);
      const packetId = await accept(test, campaignId, people(600));
      test.crashes.dieAt(2, 'before');
      await assert.rejects(loadPacket(test.house, packetId, causeAt(test)), { name: 'Crash' });
      test.crashes.revive();
      test.hints.length = 0;
      await run();
      assert.deepEqual(hinted(topics.packet), [], 'somebody may be at it');
      later(elevenMinutesMs);
      await run();
      await deliverAll(test);
      assert.equal((await ofType(test, 'PacketLoaded'))[0]?.data.rows, 600);
      await run();
      assert.deepEqual(hinted(topics.packet), [], 'a loaded packet is left alone');
    });

    it('removes documents whose time is over', async () => {
      const path = (name: string): string => `replies/${name}`;
      const { documents } = test.house;
      await documents.write([
        { path: path('old'), data: {}, expiresAt: '2026-11-02T15:59:59.999Z' },
        { path: path('young'), data: {}, expiresAt: '2026-11-02T16:00:00.001Z' },
        { path: path('eternal'), data: {} },
      ]);
      await run();
      const left = await documents.getMany(['old', 'young', 'eternal'].map(path));
      assert.deepEqual(
        left.map((document) => document !== undefined),
        [false, true, true],
      );
    });
  });

  describe('void-leases', () => {
    it('takes back what a process that is gone had leased, and nothing else changes', async () => {
      const { path } = await queueMessages(test);
      const [before] = await workItems(test);
      test.crashes.dieAt(2, 'before');
      await assert.rejects(send(test, path), { name: 'Crash' });
      test.crashes.revive();
      assert.ok(((await workItems(test))[0]?.data.lease?.until ?? 0) > Date.now() + leaseMs / 2);
      assert.equal(await voidLeases(test.house), 1);
      const [item] = await workItems(test);
      assert.deepEqual([item?.data, item?.dueAt], [before?.data, before?.dueAt]);
      assert.equal(await voidLeases(test.house), 0);
      await send(test, path);
      assert.equal((await receivedBy(test)).size, 3);
    });

    it('makes due at once what was in flight', async () => {
      const { path } = await queueMessages(test);
      test.crashes.dieAt(3, 'before');
      await send(test, path).catch(() => undefined);
      test.crashes.revive();
      await voidLeases(test.house);
      const [item] = await workItems(test);
      assert.deepEqual([item?.data.inFlight.length, item?.data.lease, item?.dueAt], [3, undefined, test.clock.now()]);
    });

    it('finds leases among more items than one page has', async () => {
      const item = {
        companyId: testCompany,
        campaignId: 'cmp_a',
        inFlight: [],
        pending: [[0, test.clock.now()]],
        lease: { owner: 'x', until: Date.now() },
      };
      const writes = numbers(1_200).map((n) => ({ path: `companies/${testCompany}/queue/${n}`, data: item, dueAt: test.clock.now() }));
      for (const from of [0, 400, 800]) await test.house.documents.write(writes.slice(from, from + 400));
      assert.equal(await voidLeases(test.house), 1_200);
    });
  });

  describe('tick-sends', () => {
    it('wakes work that is due, and the readers of every partition', async () => {
      const { path } = await queueMessages(test);
      test.hints.length = 0;
      await tickSends(test.house, causeAt(test));
      assert.deepEqual(
        hinted(topics.sendBulk).map(({ path: first, lane }) => [first, Object.keys(lane as object)]),
        [[path, ['campaignId', 'lanes', 'dueAt']]],
      );
      assert.deepEqual(
        hinted(topics.logAppended).map(({ partition }) => partition),
        test.house.store.partitions(),
      );
    });

    it('wakes handlers of their own for what a person waits for', async () => {
      const item = { companyId: testCompany, campaignId: 'cmp_a', inFlight: [], pending: [[0, test.clock.now()]] };
      const paths = ['now', 'bulk'].map((priority) => ({ priority, path: `companies/${testCompany}/queue/${priority}` }));
      const dueAt = test.clock.now();
      await test.house.documents.write(paths.map(({ priority, path }) => ({ path, data: { ...item, priority }, dueAt })));
      await tickSends(test.house, causeAt(test));
      const both = test.hints.splice(0).filter(({ topic }) => topic === topics.sendNow || topic === topics.sendBulk);
      assert.deepEqual(
        both.map(({ topic, data }) => [topic, data['path']]),
        paths.map(({ priority, path }) => [`send-${priority}`, path]),
      );
    });

    it('wakes as many handlers for a campaign as it has lanes, however much it has queued', async () => {
      const item = { companyId: testCompany, campaignId: 'cmp_a', inFlight: [], pending: [[0, test.clock.now()]] };
      const dueAt = test.clock.now();
      const writes = numbers(1_200).map((n) => ({ path: `companies/${testCompany}/queue/${n}`, data: item, dueAt }));
      for (const from of [0, 400, 800]) await test.house.documents.write(writes.slice(from, from + 400));
      await tickSends(test.house, causeAt(test));
      assert.deepEqual(lanesHinted(), new Set([0, 1, 2, 3, 4, 5, 6, 7]));
    });

    it('finds what stands behind more items than one page has, and gives each campaign its turn', async () => {
      const [dueAt, later] = ['2026-11-02T15:00:00.000Z', test.clock.now()];
      const item = (campaignId: string) => ({ companyId: testCompany, campaignId, inFlight: [], pending: [[0, dueAt]] });
      const large = numbers(450).map((n) => ({ path: `companies/${testCompany}/queue/${n}`, data: item('cmp_large'), dueAt }));
      for (const from of [0, 400]) await test.house.documents.write(large.slice(from, from + 400));
      await test.house.documents.write([{ path: `companies/${testCompany}/queue/small`, data: item('cmp_small'), dueAt: later }]);
      await tickSends(test.house, causeAt(test));
      const campaigns = hinted(topics.sendBulk).map(({ lane }) => (lane as { campaignId: string }).campaignId);
      assert.deepEqual(campaigns, ['cmp_large', 'cmp_small', 'cmp_large', 'cmp_large', 'cmp_large']);
    });

    it('wakes nobody for a lane that has a handler, also where that one waits for a limit', async () => {
      const lease = { owner: 'x', until: test.clock.realMs() + 60_000 };
      const item = { companyId: testCompany, campaignId: 'cmp_a', inFlight: [], pending: [[0, test.clock.now()]] };
      const dueAt = test.clock.now();
      const writes = numbers(100).map((n) => ({ path: `companies/${testCompany}/queue/${n}`, data: item, dueAt }));
      const [one, other] = [0, 1].map((lane) => writes.find(({ path }) => laneOf(path) === lane)!);
      await test.house.documents.write(writes.filter(({ path }) => laneOf(path) !== 1));
      await test.house.documents.write([
        { ...one!, data: { ...item, lease } },
        { ...other!, data: { ...item, lease }, dueAt: '2026-11-02T16:00:40.000Z' },
      ]);
      await tickSends(test.house, causeAt(test));
      assert.deepEqual(lanesHinted(), new Set([2, 3, 4, 5, 6, 7]));
    });

    it('wakes somebody for what stands before the item that a handler has: nobody else would come by it', async () => {
      const lease = { owner: 'x', until: test.clock.realMs() + 60_000 };
      const item = { companyId: testCompany, campaignId: 'cmp_a', inFlight: [], pending: [[0, test.clock.now()]] };
      const inLane = numbers(100).map((n) => `companies/${testCompany}/queue/${n}`);
      const [first, second] = inLane.filter((path) => laneOf(path) === 1);
      await test.house.documents.write([
        { path: first!, data: item, dueAt: test.clock.now() },
        { path: second!, data: { ...item, lease }, dueAt: '2026-11-02T16:00:40.000Z' },
      ]);
      await tickSends(test.house, causeAt(test));
      assert.deepEqual(lanesHinted(), new Set([1]));
    });
  });

  describe('tally-log', () => {
    it('counts a company alone, touch by touch', async () => {
      const { campaignId } = await queueMessages(test, { content: `${people(3)}P9,Nobody,12\nP0,Person 0,+12085550000\n` });
      await settle(test);
      await load(test, campaignId, 'id,name\nP1,Ada\n', 'bad.csv');
      await test.house.files.write(`drops/${testCompany}/cmp_nothing/x.csv`, people(1));
      await acceptDrop(test.house, `drops/${testCompany}/cmp_nothing/x.csv`, causeAt(test));
      const { tally, events, commits } = await tallyLog(test.opened.store, testCompany);
      const { messages, sent, accepted } = totalsOf(tally);
      assert.deepEqual([tally.rows, messages, sent, accepted], [5, 3, 3, 3]);
      assert.deepEqual([tally.rejected, tally.skipped], [{ phone_invalid: 1 }, { duplicate: 1 }]);
      const counts = await countTypes(test);
      assert.equal(
        events,
        Object.values(counts).reduce((sum, n) => sum + n, 0),
      );
      let tails = 0;
      for (const partition of test.house.store.partitions()) tails += await test.house.store.tail(partition);
      assert.equal(commits, tails);
      const nobody = await tallyLog(test.opened.store, 'co_nobody');
      assert.deepEqual([nobody.tally.rows, totalsOf(nobody.tally).messages, nobody.events], [0, 0, events]);
    });
  });
});
