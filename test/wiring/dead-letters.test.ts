import assert from 'node:assert/strict';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { DeadLetter, MessageBus } from '#ports/message-bus.ts';
import { handleLetters, letterRequest } from '#wiring/dead-letters.ts';
import { eventually } from '../support/eventually.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';

const once = { concurrency: 4, leaseMs: 10_000, maxAttempts: 1 };

describe('carillon dead-letters', () => {
  let test: TestHouse;
  let away: boolean;
  let delivered: Readonly<Record<string, unknown>>[];
  beforeEach(async () => {
    test = await openTestHouse();
    [away, delivered] = [true, []];
    test.bus.subscribe('work', once, async ({ data }) => {
      if (away) throw new Error('the other side is away');
      delivered.push(data);
    });
  });
  afterEach(() => test.close());

  const ask = (request: unknown) => handleLetters(test.bus, letterRequest.parse(request));
  const given = async (...data: readonly Readonly<Record<string, unknown>>[]): Promise<readonly DeadLetter[]> => {
    await test.bus.publish(
      'work',
      data.map((one) => ({ data: one })),
    );
    await eventually('all given up', async () => (await test.bus.deadLetters(10)).length === data.length);
    return test.bus.deadLetters(10);
  };
  const quiet = () => eventually('nothing waits', async () => (await test.bus.pending()) === 0);

  it('lists what was given up, why and when, and of its data ids alone', async () => {
    const [letter] = await given({
      path: 'drops/co_main/cmp_abc/Ada Lovelace +12085550142.csv',
      packetId: 'pkt_abc',
      campaignId: 'Ada Lovelace',
      run: 3,
      name: 'Ada Lovelace',
    });
    const listed = await ask({ action: 'list' });
    assert.deepEqual(listed, {
      letters: [
        {
          id: letter?.id,
          topic: 'work',
          attempts: 1,
          why: 'Error: the other side is away',
          when: letter?.deadAt,
          about: { path: 'drops/co_main/cmp_abc/…', packetId: 'pkt_abc', campaignId: 'not shown', run: '3' },
        },
      ],
    });
    assert.doesNotMatch(JSON.stringify(listed), /Lovelace|555/);
  });

  it('puts one back, or all of them, and drops one', async () => {
    const letters = await given({ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 });
    const idOf = (n: number): string => letters.find(({ data }) => data['n'] === n)?.id ?? '';
    away = false;
    assert.deepEqual(await ask({ action: 'replay', id: idOf(2) }), { replayed: 1 });
    await quiet();
    assert.deepEqual(delivered, [{ n: 2 }]);
    assert.deepEqual(await ask({ action: 'drop', id: idOf(3) }), { dropped: 1 });
    assert.deepEqual(await ask({ action: 'replay-all' }), { replayed: 2 });
    await quiet();
    assert.deepEqual(new Set(delivered.map((data) => data['n'])), new Set([1, 2, 4]));
    assert.deepEqual(await ask({ action: 'list' }), { letters: [] });
    assert.deepEqual(await ask({ action: 'replay-all' }), { replayed: 0 });
  });

  it('says that there is none of an id', async () => {
    for (const action of ['replay', 'drop']) await assert.rejects(ask({ action, id: 'tsk_99' }), Refusal);
    for (const wrong of [{ action: 'replay' }, { action: 'drop', id: '' }, { action: 'burn', id: 'tsk_1' }, { action: 'list', limit: 0 }])
      assert.equal(letterRequest.safeParse(wrong).success, false);
  });

  it('does not show what is no id, however it came there', async () => {
    const strange = {
      deadLetters: async () => [
        { id: 'x', topic: 'work', data: { path: { name: 'Ada' }, packetId: 'a b' }, attempts: 8, error: '', deadAt: '' },
      ],
    };
    const listed = await handleLetters(strange as unknown as MessageBus, letterRequest.parse({ action: 'list' }));
    assert.doesNotMatch(JSON.stringify(listed), /Ada|a b/);
  });
});
