import assert from 'node:assert/strict';
import { confirmList } from '#app/confirm-list.ts';
import { houseStatus } from '#app/house-status.ts';
import { loadPacket } from '#app/load-packet.ts';
import { tallyLog } from '#app/tally-log.ts';
import { topics } from '#app/topics.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { sumOf, totalsOf } from '#domain/delivery/tally.ts';
import type { RowReader } from '#ports/row-reader.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { runToEnd, settle, takeHints } from '../support/house-run.ts';
import {
  accept,
  activeCampaign,
  causeAt,
  change,
  load,
  numbers,
  phoneOf,
  put,
  register,
  remind,
  testCompany,
} from '../support/house-steps.ts';
import { ofType, receivedBy } from '../support/house-story.ts';

/** Eight in Boise: messages wait until nine o'clock. */
const eight = '2026-11-02T15:00:00.000Z';
const header = 'id,name,phone,date,time';
const lineOf = (n: number, day = '2026-11-04', time = '10:00'): string => `P${n},Person ${n},${phoneOf(n)},${day},${time}`;
const file = (people: readonly number[], day?: string, time?: string): string =>
  [header, ...people.map((n) => lineOf(n, day, time)), ''].join('\n');
let campaigns = 0;

describe('full lists that come in any order, from anywhere', () => {
  let test: TestHouse;
  let campaignId: string;
  const definition = (change: Partial<Definition>): Definition => ({ ...remind, name: `Any order ${(campaigns += 1)}`, ...change });
  const open = async (change: Partial<Definition> = { packets: 'full' }): Promise<void> => {
    test = await openTestHouse({ callTimeoutMs: 200, at: eight });
    campaignId = await activeCampaign(test, definition(change));
  };
  beforeEach(() => open());
  afterEach(() => test.close());

  const arrive = async (name: string, content: string): Promise<string> => {
    const packetId = await load(test, campaignId, content, name);
    await settle(test);
    return packetId;
  };
  /** Accepted, and loaded by nobody yet. */
  const waiting = async (name: string, content: string): Promise<string> => {
    const packetId = await accept(test, campaignId, content, name);
    assert.equal(takeHints(test, topics.packet).length, 1);
    return packetId;
  };
  const received = async (): Promise<readonly string[]> => [...(await receivedBy(test)).keys()].sort();
  const held = async () => (await houseStatus(test.house, test.bus)).heldPackets;
  const skipped = async () => {
    const { tally } = await tallyLog(test.opened.store, testCompany);
    assert.equal(tally.rows, totalsOf(tally).messages + sumOf(tally.skipped) + sumOf(tally.rejected), 'every touch is in one place');
    return tally.skipped;
  };
  const without = (...gone: readonly number[]): readonly number[] => numbers(20).filter((n) => !gone.includes(n));

  it('change nothing where a newer one was compared before they are loaded', async () => {
    await arrive('sunday.csv', file(numbers(20)));
    const late = await waiting('monday.csv', file([...without(3), 40]));
    await arrive('tuesday.csv', file([...without(7), 41]));
    await loadPacket(test.house, late, causeAt(test));
    await settle(test);
    assert.deepEqual(await held(), []);
    await runToEnd(test);
    assert.deepEqual(await received(), [...without(7), 41].map(phoneOf).sort(), 'those of the newest list');
    assert.equal((await skipped())['vanished'], 2, 'who only the late one had, and who the newest one has no more');
  });

  it('change nothing either where the newer one is compared while they are loaded', async () => {
    const many = numbers(900);
    await arrive('sunday.csv', file(many));
    const late = await waiting('monday.csv', file([...many.filter((n) => n !== 3), 1000]));
    let rows = 0;
    const read: RowReader['read'] = async function* (source, start) {
      for await (const row of test.house.rows.read(source, start)) {
        if ((rows += 1) === 700) await arrive('tuesday.csv', file(many.filter((n) => n !== 7)));
        yield row;
      }
    };
    await loadPacket({ ...test.house, rows: { ...test.house.rows, read } }, late, causeAt(test));
    await settle(test);
    assert.deepEqual(await held(), []);
    await runToEnd(test);
    const who = await received();
    assert.deepEqual(
      [who.length, who.includes(phoneOf(7)), who.includes(phoneOf(3)), who.includes(phoneOf(1000))],
      [899, false, true, false],
    );
  });

  it('change nothing at whatever step of their loading the newer one is compared', async () => {
    for (let nth = 1, met = true; met; nth++) {
      await test.close();
      await open();
      await arrive('sunday.csv', file(numbers(20)));
      const late = await waiting('monday.csv', file([40]));
      const newest = await waiting('tuesday.csv', file(without(7)));
      met = false;
      test.crashes.interrupt(nth, async () => {
        met = true;
        await loadPacket(test.house, newest, causeAt(test));
        await settle(test);
      });
      await loadPacket(test.house, late, causeAt(test));
      if (!met) break;
      await runToEnd(test);
      assert.deepEqual([await received(), await held()], [without(7).map(phoneOf).sort(), []], `step ${nth}`);
    }
  });

  it('are all that there is at the system that they come from, not at another one', async () => {
    await arrive('north/monday.csv', file(numbers(10)));
    await arrive('south/monday.csv', file(numbers(20).slice(10)));
    await arrive('north/tuesday.csv', file(numbers(9)));
    await arrive('south/tuesday.csv', file(numbers(20).slice(11)));
    assert.deepEqual(await held(), []);
    await runToEnd(test);
    assert.deepEqual(await received(), without(9, 10).map(phoneOf).sort());
  });

  it('leave a list of another system waiting for its own person', async () => {
    await arrive('north/monday.csv', file(numbers(10)));
    const packetId = await arrive('north/tuesday.csv', file([1]));
    await arrive('south/monday.csv', file([15]));
    assert.deepEqual(
      (await held()).map((one) => one.packetId),
      [packetId],
    );
  });

  it('are some also where their campaign was not approved yet when the first of them came', async () => {
    await test.close();
    test = await openTestHouse({ callTimeoutMs: 200, at: eight });
    await register(test);
    campaignId = await put(test, definition({ packets: 'full' }));
    await arrive('monday.csv', file(numbers(20)));
    await change(test, campaignId, 'ApproveCampaign', 'ActivateCampaign');
    await arrive('tuesday.csv', file(without(7)));
    await runToEnd(test);
    assert.deepEqual(await received(), without(7).map(phoneOf).sort());
  });

  it('that wait for a person cancel nothing that was told of in between', async () => {
    await test.close();
    await open({});
    await arrive('full-1/monday.csv', file(numbers(20)));
    const packetId = await arrive('full-2/tuesday.csv', file(without(1, 2, 3, 4)));
    await arrive('wednesday.csv', file([3]));
    await confirmList(test.house, { packetId, confirmedBy: 'usr_ann' }, causeAt(test));
    await runToEnd(test);
    assert.deepEqual(await received(), without(1, 2, 4).map(phoneOf).sort());
  });

  it('miss a row that a file told of after one of them had it, when the next one lacks it', async () => {
    await test.close();
    await open({});
    await arrive('full-1/monday.csv', file(numbers(20)));
    await arrive('tuesday.csv', file([3], undefined, '11:00'));
    await arrive('full-2/wednesday.csv', file(without(3)));
    await runToEnd(test);
    assert.deepEqual(await received(), without(3).map(phoneOf).sort());
  });

  it('have an appointment whose row is damaged, where they name it', async () => {
    await test.close();
    await open({ packets: 'full', fields: { ...remind.fields, appointment: 'booking' } });
    const booked = (spoilt: readonly number[]): string =>
      [
        `booking,${header}`,
        ...numbers(20).map((n) => `A${n},${lineOf(n).replace(phoneOf(n), spoilt.includes(n) ? '12' : phoneOf(n))}`),
        '',
      ].join('\n');
    await arrive('monday.csv', booked([]));
    await arrive('tuesday.csv', booked([4, 5, 6]));
    assert.deepEqual(await held(), []);
    assert.deepEqual(
      (await ofType(test, 'PacketCompared')).map(({ data: { vanished } }) => vanished),
      [0, 0],
    );
    await runToEnd(test);
    assert.equal((await received()).length, 20);
  });

  it('without a row wait for a person', async () => {
    await arrive('monday.csv', file(numbers(20)));
    await arrive('tuesday.csv', `${header}\n`);
    assert.deepEqual(
      (await held()).map(({ vanished, relisted }) => [vanished, relisted]),
      [[20, 0]],
    );
    await runToEnd(test);
    assert.equal((await received()).length, 20);
  });

  it('keep the other appointment of a day where one of two vanishes', async () => {
    await test.close();
    await open({ packets: 'full', fields: { ...remind.fields, appointment: 'booking' } });
    const rest = numbers(19).map((n) => `A${n},${lineOf(n)}`);
    const two = [`B1,${lineOf(30)}`, `B2,${lineOf(30, undefined, '15:00')}`];
    await arrive('monday.csv', [`booking,${header}`, ...rest, ...two, ''].join('\n'));
    await arrive('tuesday.csv', [`booking,${header}`, ...rest, two[1], ''].join('\n'));
    await runToEnd(test);
    assert.equal((await received()).includes(phoneOf(30)), true, 'is told of the one that is left');
  });

  it('tell both of two people of one appointment, wherever their rows stand', async () => {
    await test.close();
    await open({ packets: 'full', fields: { ...remind.fields, appointment: 'booking' } });
    const parents = (more: string) => [`B1,${lineOf(700)}`, ...numbers(450).map((n) => `A${n},${lineOf(n)}`), `B1,${lineOf(701)}${more}`];
    await arrive('monday.csv', [`booking,${header}`, ...parents(''), ''].join('\n'));
    await arrive('tuesday.csv', [`booking,${header}`, ...parents(''), `A9999,${lineOf(800)}`, ''].join('\n'));
    await runToEnd(test);
    const who = await received();
    assert.deepEqual([who.includes(phoneOf(700)), who.includes(phoneOf(701)), who.length], [true, true, 453]);
  });
});
