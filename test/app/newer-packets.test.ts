import assert from 'node:assert/strict';
import { queueRows } from '#app/queue-rows.ts';
import { sendWork } from '#app/send-work.ts';
import { tallyLog } from '#app/tally-log.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import type { Provider } from '#ports/provider.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { workItems } from '../support/house-queue.ts';
import { restart, runToEnd, settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, change, load, people, phoneOf, put, remind, testCompany } from '../support/house-steps.ts';
import { bodiesTaken, codesOf, ofType, timesOf } from '../support/house-story.ts';

/** Messages wait until nine o'clock: it is eight. */
const eight = '2026-11-02T15:00:00.000Z';
const day = '2026-11-04';
const plain: Definition = {
  ...remind,
  channels: [{ channel: 'sms', template: '{{ firstName }}: {{ appointmentAt | date: "%H:%M" }}' }],
};
const file = (...times: readonly string[]): string =>
  ['id,name,phone,date,time', ...times.map((time, n) => `P${n},Person ${n},${phoneOf(n)},${day},${time}`), ''].join('\n');

let campaigns = 0;

describe('a newer packet', () => {
  let timed: Definition;
  let test: TestHouse;
  let campaignId: string;
  beforeEach(async () => {
    test = await openTestHouse({ callTimeoutMs: 200, at: eight });
    timed = { ...plain, name: `Newer ${(campaigns += 1)}` };
    campaignId = await activeCampaign(test, timed);
  });
  afterEach(() => test.close());

  const arrive = async (content: string, name: string): Promise<string> => {
    const packetId = await load(test, campaignId, content, name);
    await settle(test);
    return packetId;
  };
  const queueAll = async (): Promise<void> => {
    const chunks = await test.opened.documents.due('rowChunks', '9999', 9);
    for (const { path } of chunks) await queueRows(test.house, { path, run: 1 }, causeAt(test));
  };
  const bodies = () => bodiesTaken(test);
  const totals = async () => {
    const { tally } = await tallyLog(test.opened.store, testCompany);
    const { messages, followUps, accepted, canceled } = totalsOf(tally);
    return { messages, followUps, accepted, canceled, skipped: tally.skipped };
  };
  const claims = () => test.opened.db.prepare("select count(*) as n from documents where path like 'claims/%'").get()?.['n'];

  it('takes the place of what it changes and nobody has sent yet', async () => {
    await arrive(file('10:00', '11:00', '12:00'), 'monday.csv');
    await arrive(file('10:00', '11:30', '12:00'), 'tuesday.csv');
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), { replaced: 1 }, 'told before its hour');
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: 10:00', 'Person 1: 11:30', 'Person 2: 12:00']);
    assert.deepEqual(await totals(), { messages: 4, followUps: 0, accepted: 3, canceled: 1, skipped: { duplicate: 2 } });
    const [old] = (await ofType(test, 'MessageCanceled')).map(({ stream, data }) => `msg_${stream.slice(10)}-${data.row}-sms-0`);
    const newer = (await ofType(test, 'MessageQueued')).filter(({ data }) => data.replaces);
    assert.deepEqual(
      newer.map(({ data }) => data.replaces),
      [[old]],
    );
    assert.equal(claims(), 3);
  });

  it('changes nothing where it says the same, however often', async () => {
    for (const name of ['monday.csv', 'tuesday.csv', 'wednesday.csv']) await arrive(file('10:00', '11:00'), name);
    await runToEnd(test);
    assert.deepEqual(await totals(), { messages: 2, followUps: 0, accepted: 2, canceled: 0, skipped: { duplicate: 4 } });
  });

  it('is replaced by the next one', async () => {
    for (const time of ['10:00', '10:30', '11:00']) await arrive(file(time), `${time}.csv`);
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: 11:00']);
    assert.deepEqual((await totals()).canceled, 2);
  });

  it('that is queued first is not replaced by the older one', async () => {
    const older = await load(test, campaignId, file('10:00'), 'monday.csv');
    const held = test.hints.splice(0);
    await load(test, campaignId, file('10:30'), 'tuesday.csv');
    const chunks = await test.opened.documents.due<{ packetId: string }>('rowChunks', '9999', 9);
    const [first] = chunks.filter(({ data }) => data.packetId !== older);
    await queueRows(test.house, { path: first!.path, run: 1 }, causeAt(test));
    test.hints.push(...held);
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: 10:30']);
    assert.deepEqual(await totals(), { messages: 1, followUps: 0, accepted: 1, canceled: 0, skipped: { duplicate: 1 } });
  });

  it('is a duplicate after sending where nobody wants corrections', async () => {
    await arrive(file('10:00'), 'monday.csv');
    await runToEnd(test);
    await arrive(file('10:30'), 'tuesday.csv');
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: 10:00']);
    assert.deepEqual(await totals(), { messages: 1, followUps: 0, accepted: 1, canceled: 0, skipped: { duplicate: 1 } });
  });

  describe('of a campaign that corrects', () => {
    beforeEach(async () => {
      await put(test, { ...timed, corrections: true });
      await change(test, campaignId, 'ApproveCampaign');
    });

    it('corrects what was sent, once for each change', async () => {
      await arrive(file('10:00', '11:00'), 'monday.csv');
      test.clock.set('2026-11-02T18:00:00.000Z');
      await runToEnd(test);
      for (const name of ['tuesday.csv', 'again.csv']) await arrive(file('10:30', '11:00'), name);
      await runToEnd(test);
      assert.deepEqual(await bodies(), ['Person 0: 10:00', 'Person 0: 10:30', 'Person 1: 11:00']);
      assert.deepEqual(await totals(), { messages: 2, followUps: 1, accepted: 3, canceled: 0, skipped: { corrected: 1, duplicate: 3 } });
      const [sent] = await ofType(test, 'MessageQueued');
      const corrections = (await ofType(test, 'MessageQueued')).flatMap(({ data }) => data.followUp ?? []);
      assert.deepEqual(corrections, [{ kind: 'correction', of: `msg_${sent!.stream.slice(10)}-2-sms-0` }]);
    });

    it('replaces a correction that waits, and keeps it a correction', async () => {
      await arrive(file('10:00'), 'monday.csv');
      await runToEnd(test);
      test.clock.set('2026-11-03T03:00:00.000Z');
      await arrive(file('10:30'), 'tuesday.csv');
      await arrive(file('11:00'), 'wednesday.csv');
      await runToEnd(test);
      assert.deepEqual(await bodies(), ['Person 0: 10:00', 'Person 0: 11:00']);
      assert.deepEqual(await totals(), { messages: 1, followUps: 2, accepted: 2, canceled: 1, skipped: { corrected: 2 } });
    });

    it('takes new words of the campaign for no news of the row', async () => {
      await arrive(file('10:00'), 'monday.csv');
      await runToEnd(test);
      await put(test, { ...timed, corrections: true, channels: [{ channel: 'sms', template: 'New words for {{ firstName }}.' }] });
      await change(test, campaignId, 'ApproveCampaign');
      await arrive(file('10:30'), 'tuesday.csv');
      await runToEnd(test);
      assert.deepEqual((await totals()).followUps, 0);
    });

    it('gives a correction no claim back that ends unsent: what it corrects was sent', async () => {
      await arrive(file('10:00'), 'monday.csv');
      await runToEnd(test);
      test.clock.set('2026-11-03T03:00:00.000Z');
      await arrive(file('10:30'), 'tuesday.csv');
      test.clock.set('2026-11-04T18:00:00.000Z');
      await runToEnd(test);
      assert.deepEqual(await codesOf(test, 'MessageExpired'), { window_past: 1 });
      assert.equal(claims(), 1);
    });
  });

  it('knows rows of a file that want the same claim: coming again, none of them is news', async () => {
    const twice = file('10:00') + `P0,Person 0,${phoneOf(0)},${day},14:00\n`;
    for (const name of ['monday.csv', 'tuesday.csv']) await arrive(twice, name);
    const other = twice.split('\n');
    await arrive([other[0], other[2], other[1], ''].join('\n'), 'wednesday.csv');
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: 10:00']);
    assert.deepEqual(await totals(), { messages: 1, followUps: 0, accepted: 1, canceled: 0, skipped: { duplicate: 5 } });
  });

  it('of another campaign is a duplicate', async () => {
    await arrive(file('10:00'), 'monday.csv');
    campaignId = await activeCampaign(test, { ...timed, name: 'Another' });
    await arrive(file('10:30'), 'tuesday.csv');
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: 10:00']);
  });

  it('is not held back by the limit of the person: it brings no more than there was', async () => {
    await put(test, { ...timed, limits: { perPersonPerDay: 1 } });
    await change(test, campaignId, 'ApproveCampaign');
    await arrive(file('10:00'), 'monday.csv');
    await arrive(file('10:30'), 'tuesday.csv');
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: 10:30']);
  });

  it('replaces messages of many work items in commits of what a commit takes', async () => {
    await put(test, { ...timed, limits: { perPersonPerDay: 2 } });
    await change(test, campaignId, 'ApproveCampaign');
    for (let n = 0; n < 120; n++) await load(test, campaignId, people(1, { day, from: n }), `${n}.csv`);
    await settle(test);
    await load(
      test,
      campaignId,
      people(120, { day }).replaceAll('10:00', '10:30') + people(300, { day, from: 200 }).split('\n').slice(1).join('\n'),
    );
    await settle(test);
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), { replaced: 120 });
    assert.equal(
      (await workItems(test)).reduce((sum, { data }) => sum + data.pending.length, 0),
      420,
    );
    await runToEnd(test);
    assert.equal((await bodies()).filter((body) => body.endsWith('10:30')).length, 120);
  });

  for (const moment of ['before', 'after'] as const) {
    it(`replaces once, when the process dies ${moment} any one step`, async () => {
      for (let nth = 1, died = true; died; nth++) {
        await test.close();
        test = await openTestHouse({ callTimeoutMs: 200, at: eight });
        campaignId = await activeCampaign(test, { ...timed, name: `Crash ${moment} ${nth}` });
        await arrive(file('10:00', '11:00', '12:00'), 'monday.csv');
        await load(test, campaignId, file('10:00', '11:30', '12:00'), 'tuesday.csv');
        test.crashes.dieAt(nth, moment);
        await settle(test).catch(() => undefined);
        died = test.crashes.died();
        test.hints.length = 0;
        await restart(test);
        test.clock.set(new Date(Date.parse(test.clock.now()) + 11 * 60_000).toISOString());
        await runToEnd(test);
        assert.deepEqual(await bodies(), ['Person 0: 10:00', 'Person 1: 11:30', 'Person 2: 12:00'], `step ${nth}`);
        assert.deepEqual(await totals(), { messages: 4, followUps: 0, accepted: 3, canceled: 1, skipped: { duplicate: 2 } }, `step ${nth}`);
        assert.deepEqual([...(await timesOf(test, 'MessageCanceled')).values()], [1], `step ${nth}`);
      }
    });
  }

  /** A house of its own, in which one packet waits to be sent, and a newer one to be queued. */
  const beginRace = async (nth: number) => {
    await test.close();
    test = await openTestHouse({ callTimeoutMs: 200, at: '2026-11-02T19:30:00.000Z' });
    campaignId = await activeCampaign(test, { ...timed, name: `Race ${nth}` });
    await load(test, campaignId, file('10:00', '11:00', '12:00'), 'monday.csv');
    await queueAll();
    const [item] = await workItems(test);
    await load(test, campaignId, file('10:00', '11:30', '12:00'), 'tuesday.csv');
    return item;
  };

  it('or what it replaces is sent, never both, whenever the two meet', async () => {
    const outcomes = new Set<string>();
    for (let nth = 1, met = true; met; nth++) {
      const item = await beginRace(nth);
      met = false;
      test.crashes.interrupt(nth, async () => {
        met = true;
        await queueAll();
      });
      await sendWork(test.house, item!.path, causeAt(test));
      if (!met) break;
      await runToEnd(test);
      const told = (await bodies()).filter((body) => body.startsWith('Person 1'));
      assert.equal(told.length, 1, `step ${nth}: ${told.join(', ')}`);
      outcomes.add(told[0]!);
      const { messages, canceled, accepted, skipped } = await totals();
      assert.deepEqual([accepted, messages - canceled, (skipped['duplicate'] ?? 0) + canceled], [3, 3, 3], `step ${nth}`);
      assert.deepEqual(await workItems(test), []);
    }
    assert.deepEqual([...outcomes].sort(), ['Person 1: 11:00', 'Person 1: 11:30']);
  });

  for (const corrections of [false, true])
    it(`waits for what is in flight${corrections ? ', also where it would correct it' : ''}: turned away for now, that would say the wrong time`, async () => {
      await test.close();
      test = await openTestHouse({ callTimeoutMs: 200, at: '2026-11-02T19:30:00.000Z' });
      campaignId = await activeCampaign(test, { ...timed, name: `Flight ${(campaigns += 1)}`, ...(corrections ? { corrections } : {}) });
      await load(test, campaignId, file('10:00', '11:00'), 'monday.csv');
      await queueAll();
      const [item] = await workItems(test);
      await load(test, campaignId, file('10:00', '11:30', '12:00'), 'tuesday.csv');
      await test.simulator.control.fault({ kind: '429', count: 9 });
      // while the provider is asked, the newer packet is queued
      let asked = 0;
      const send: Provider['send'] = async (...call) => {
        if ((asked += 1) === 1) await queueAll();
        return test.provider.send(...call);
      };
      const provider: Provider = { ...test.provider, send };
      await sendWork({ ...test.house, providerFor: () => provider, providerNamed: () => provider }, item!.path, causeAt(test));
      assert.equal(asked > 0, true);
      await runToEnd(test);
      assert.deepEqual(await bodies(), ['Person 0: 10:00', 'Person 1: 11:30', 'Person 2: 12:00']);
    });

  it('or what it replaces is sent, also when sending comes between', async () => {
    for (let nth = 1, met = true; met; nth++) {
      const item = await beginRace(nth);
      met = false;
      test.crashes.interrupt(nth, async () => {
        met = true;
        await sendWork(test.house, item!.path, causeAt(test));
      });
      await queueAll();
      if (!met) break;
      await runToEnd(test);
      const told = (await bodies()).filter((body) => body.startsWith('Person 1'));
      assert.equal(told.length, 1, `step ${nth}: ${told.join(', ')}`);
      assert.equal((await totals()).accepted, 3);
    }
  });
});
