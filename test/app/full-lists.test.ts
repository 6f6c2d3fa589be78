import assert from 'node:assert/strict';
import { compareList } from '#app/compare-list.ts';
import { confirmList } from '#app/confirm-list.ts';
import { houseStatus } from '#app/house-status.ts';
import { tallyLog } from '#app/tally-log.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { sumOf, totalsOf } from '#domain/delivery/tally.ts';
import type { CrashMoment } from '../support/crashes.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { restart, runToEnd, settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, numbers, phoneOf, remind, testCompany } from '../support/house-steps.ts';
import { ofType, receivedBy } from '../support/house-story.ts';

/** Eight in Boise: messages wait until nine o'clock. */
const eight = '2026-11-02T15:00:00.000Z';
const file = (people: readonly number[], day = '2026-11-04', time = '10:00'): string =>
  ['id,name,phone,date,time', ...people.map((n) => `P${n},Person ${n},${phoneOf(n)},${day},${time}`), ''].join('\n');
let campaigns = 0;

describe('a full list', () => {
  let test: TestHouse;
  let campaignId: string;
  const open = async (change: Partial<Definition> = { packets: 'full' }): Promise<void> => {
    test = await openTestHouse({ callTimeoutMs: 200, at: eight });
    campaignId = await activeCampaign(test, { ...remind, name: `Full ${(campaigns += 1)}`, ...change });
  };
  beforeEach(() => open());
  afterEach(() => test.close());

  const arrive = async (name: string, content: string): Promise<string> => {
    const packetId = await load(test, campaignId, content, name);
    await settle(test);
    return packetId;
  };
  const received = async (): Promise<readonly string[]> => [...(await receivedBy(test)).keys()].sort();
  const totals = async () => {
    const { tally } = await tallyLog(test.opened.store, testCompany);
    const { messages, accepted, canceled } = totalsOf(tally);
    assert.equal(tally.rows, messages + sumOf(tally.skipped) + sumOf(tally.rejected), 'every touch is in one place');
    return { messages, accepted, canceled, skipped: tally.skipped };
  };
  const held = async () => (await houseStatus(test.house, test.bus)).heldPackets;
  const compared = async () =>
    (await ofType(test, 'PacketCompared'))
      .map(({ data: { vanished, relisted } }) => [vanished, relisted] as const)
      .toSorted(([one], [other]) => one - other);
  const without = (...gone: readonly number[]): readonly number[] => numbers(20).filter((n) => !gone.includes(n));

  it('cancels what vanished and was not sent, in the queue and before', async () => {
    await arrive('monday.csv', file(numbers(20)) + file(numbers(20), '2026-11-10').split('\n').slice(1).join('\n'));
    const half = file(without(3)) + file(without(4, 5), '2026-11-10').split('\n').slice(1).join('\n');
    await arrive('tuesday.csv', half);
    await runToEnd(test);
    const { messages, accepted, canceled, skipped } = await totals();
    assert.deepEqual(
      { messages, accepted, canceled, vanished: skipped['vanished'] },
      { messages: 38, accepted: 37, canceled: 1, vanished: 2 },
    );
    assert.deepEqual(await compared(), [
      [0, 0],
      [3, 37],
    ]);
    assert.equal((await received()).length, 20, 'each has another appointment');
  });

  it('takes a new time for a change, not for one that vanished', async () => {
    await arrive('monday.csv', file(numbers(20)));
    await arrive('tuesday.csv', file(numbers(20), '2026-11-04', '10:30'));
    await runToEnd(test);
    const { messages, accepted, canceled, skipped } = await totals();
    assert.deepEqual({ messages, accepted, canceled, skipped }, { messages: 40, accepted: 20, canceled: 20, skipped: {} });
    assert.deepEqual(await compared(), [
      [0, 0],
      [0, 20],
    ]);
  });

  it('that lacks more than a tenth waits for a person, and says so; nothing of it is canceled before', async () => {
    await arrive('monday.csv', file(numbers(20)));
    const packetId = await arrive('tuesday.csv', file(without(1, 2, 3)));
    assert.deepEqual(
      (await held()).map(({ packetId: id, vanished, relisted }) => [id, vanished, relisted]),
      [[packetId, 3, 17]],
    );
    assert.equal((await ofType(test, 'PacketHeld')).length, 1);
    await confirmList(test.house, { packetId, confirmedBy: 'usr_ann' }, causeAt(test));
    await confirmList(test.house, { packetId, confirmedBy: 'usr_ann' }, causeAt(test));
    await runToEnd(test);
    assert.deepEqual(
      [await held(), await compared()],
      [
        [],
        [
          [0, 0],
          [3, 17],
        ],
      ],
    );
    assert.equal((await received()).length, 17);
    await assert.rejects(confirmList(test.house, { packetId, confirmedBy: 'usr_ann' }, causeAt(test)), { code: 'packet_not_held' });
    await assert.rejects(confirmList(test.house, { packetId: 'pkt_nobody', confirmedBy: 'usr_ann' }, causeAt(test)), {
      code: 'packet_unknown',
    });
  });

  it('that nobody confirms cancels nothing, and a whole list after it lets it be', async () => {
    await arrive('monday.csv', file(numbers(20)));
    await arrive('broken.csv', file([0, 1]));
    assert.equal((await held()).length, 1);
    await arrive('tuesday.csv', file(without(7)));
    assert.deepEqual(await held(), []);
    await runToEnd(test);
    assert.equal((await received()).length, 19);
  });

  it('brings back what vanished before', async () => {
    await arrive('monday.csv', file(numbers(20)));
    await arrive('tuesday.csv', file(without(7)));
    await arrive('wednesday.csv', file(numbers(20)) + `P99,New,${phoneOf(99)},2026-11-04,10:00\n`);
    await runToEnd(test);
    assert.equal((await received()).length, 21);
  });

  it('misses nobody whose appointment is over', async () => {
    await arrive('monday.csv', file(numbers(20)));
    await runToEnd(test);
    test.clock.set('2026-11-05T15:00:00.000Z');
    await arrive('thursday.csv', file(numbers(3), '2026-11-09'));
    assert.deepEqual(
      [await held(), await compared()],
      [
        [],
        [
          [0, 0],
          [0, 0],
        ],
      ],
    );
  });

  it('may be declared by its drop alone', async () => {
    await test.close();
    await open({});
    await arrive('full-1/monday.csv', file(numbers(20)));
    await arrive('later.csv', file([30]));
    await arrive('full-2/tuesday.csv', file(without(7)));
    await runToEnd(test);
    assert.equal((await received()).length, 20, 'a file that tells what is new is missed by no list');
    assert.deepEqual(
      (await ofType(test, 'PacketAccepted')).map(({ data }) => data.list),
      ['full', undefined, 'full'],
    );
  });

  it('of corrected rows is none', async () => {
    const packetId = await arrive('monday.csv', file(numbers(20)).replace(phoneOf(7), '12'));
    await arrive(`fixes-${packetId.slice(4)}/mended.csv`, file([7]));
    await runToEnd(test);
    assert.deepEqual([await held(), (await received()).length], [[], 20]);
  });

  for (const moment of ['before', 'after'] as const satisfies readonly CrashMoment[]) {
    it(`is compared once, when the process dies ${moment} any one step`, async () => {
      for (let nth = 1, died = true; died; nth++) {
        await test.close();
        await open();
        await arrive('monday.csv', file(numbers(20)));
        const content = file(without(7));
        test.crashes.dieAt(nth, moment);
        await load(test, campaignId, content, 'tuesday.csv')
          .then(() => settle(test))
          .catch(() => undefined);
        died = test.crashes.died();
        test.hints.length = 0;
        await restart(test);
        test.clock.set(new Date(Date.parse(test.clock.now()) + 11 * 60_000).toISOString());
        const packetId = await load(test, campaignId, content, 'tuesday.csv');
        await compareList(test.house, packetId, causeAt(test));
        await runToEnd(test);
        assert.equal((await received()).length, 19, `step ${nth}`);
        assert.deepEqual((await compared()).at(-1), [1, 19], `step ${nth}`);
        assert.equal((await compared()).length, 2, `step ${nth}`);
      }
    });
  }
});
