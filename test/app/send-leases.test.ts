import assert from 'node:assert/strict';
import { sendWork } from '#app/send-work.ts';
import type { House } from '#app/house.ts';
import { openTestHouse, type Hint, type TestHouse } from '../support/house.ts';
import { assertSentOnce, queueMessages, send, workItems } from '../support/house-queue.ts';
import { restart, settle } from '../support/house-run.ts';
import { causeAt, numbers } from '../support/house-steps.ts';
import { ofType, receivedBy } from '../support/house-story.ts';

/** The steps of a handler: it takes the lease, stores the intents, calls. */
const intents = 2;
const firstCall = 3;
/** Longer than a lease. */
const leaseOverMs = 91_000;

describe('send-work, by lease', () => {
  let test: TestHouse;
  const open = async (): Promise<void> => {
    test = await openTestHouse();
  };
  afterEach(() => test.close());

  it('lets one of several handlers work on an item', async () => {
    await open();
    const { path } = await queueMessages(test, { count: 60 });
    await Promise.all(numbers(4).map(() => send(test, path)));
    await settle(test);
    await assertSentOnce(test, 60);
    assert.equal((await ofType(test, 'MessageSending')).length, 60);
  });

  it('stops when its lease went to somebody else before its intents were stored', async () => {
    await open();
    const { path } = await queueMessages(test);
    test.crashes.interrupt(intents, async () => {
      test.clock.passReal(leaseOverMs);
      await send(test, path);
    });
    await send(test, path);
    await assertSentOnce(test, 3);
    assert.equal((await ofType(test, 'MessageSending')).length, 3);
  });

  it('stops when its lease went to somebody else before it could store the answers', async () => {
    await open();
    const { path } = await queueMessages(test);
    test.crashes.interrupt(firstCall + 3, async () => {
      test.clock.passReal(leaseOverMs);
      await send(test, path);
      assert.equal((await ofType(test, 'MessageSent')).length, 3, 'the other one found them in the list');
    });
    await send(test, path);
    await assertSentOnce(test, 3);
  });

  it('makes no call that its lease might not outlive', async () => {
    await open();
    const { path } = await queueMessages(test, { count: 30 });
    test.crashes.interrupt(firstCall, async () => test.clock.passReal(85_000));
    await send(test, path);
    const [item] = await workItems(test);
    assert.deepEqual([item?.data.pending.length, item?.data.inFlight.length], [29, 0]);
    await settle(test);
    await assertSentOnce(test, 30);
  });

  it('counts the time that the commit of its intents took', async () => {
    await open();
    const { path } = await queueMessages(test);
    test.crashes.interrupt(intents, async () => test.clock.passReal(85_000));
    await send(test, path);
    assert.equal((await receivedBy(test)).size, 0);
    await settle(test);
    await assertSentOnce(test, 3);
  });

  it('holds a lease that nobody else takes before it is over', async () => {
    await open();
    const { path } = await queueMessages(test);
    test.crashes.dieAt(intents, 'before');
    await assert.rejects(send(test, path), { name: 'Crash' });
    test.crashes.revive();
    test.clock.passReal(80_000);
    await send(test, path);
    assert.equal((await receivedBy(test)).size, 0);
    test.clock.passReal(11_000);
    await send(test, path);
    await assertSentOnce(test, 3);
  });

  it('asks again when the lease of the dead is over, where a delivery comes a second time', async () => {
    await open();
    const { path } = await queueMessages(test);
    test.crashes.dieAt(intents, 'before');
    await assert.rejects(send(test, path), { name: 'Crash' });
    test.crashes.revive();
    test.hints.splice(0);
    const again = () => sendWork(test.house, path, causeAt(test), { insists: true });
    const waits: number[] = [];
    for (await again(); test.hints.length > 0; await again()) {
      const [{ data, delayMs = 0 }] = test.hints.splice(0) as [Hint];
      assert.deepEqual(data, { path, insists: true });
      waits.push(delayMs);
      test.clock.passReal(delayMs);
    }
    await assertSentOnce(test, 3);
    assert.equal(waits.length, 2, 'each within what a bus without delays can wait for');
    assert.ok(Math.max(...waits) <= 60_000);
  });

  it('asks for nothing where a first delivery meets somebody at work', async () => {
    await open();
    const { path } = await queueMessages(test);
    test.crashes.interrupt(intents, async () => {
      test.hints.splice(0);
      await send(test, path);
      assert.deepEqual(test.hints, []);
    });
    await send(test, path);
    await assertSentOnce(test, 3);
  });

  it('stops when somebody else had the item and gave it back while it stood still', async () => {
    await open();
    const { path } = await queueMessages(test, { count: 120 });
    const { documents } = test.house;
    let other = false;
    const sleepy: House = {
      ...test.house,
      documents: {
        ...documents,
        // the first look behind a commit of the first group
        get: async (asked) => {
          if (asked === path && !other && (await ofType(test, 'MessageSent')).length === 50) {
            other = true;
            test.clock.passReal(leaseOverMs);
            await test.simulator.control.fault({ kind: '429', count: 25 });
            await send(test, path);
          }
          return documents.get(asked);
        },
      },
    };
    await sendWork(sleepy, path, causeAt(test));
    const [before] = await workItems(test);
    assert.ok(before, 'the other one was turned away and left something');
    await settle(test);
    await assertSentOnce(test, 120);
  });

  for (const moment of ['before', 'after'] as const) {
    it(`sends everything once, whatever step it dies ${moment}`, async () => {
      for (let nth = 1, died = true; died; nth++) {
        if (nth > 1) await test.close();
        await open();
        const { path } = await queueMessages(test);
        test.crashes.dieAt(nth, moment);
        await send(test, path).catch(() => undefined);
        died = test.crashes.died();
        if (moment === 'before') await restart(test);
        else {
          test.crashes.revive();
          test.clock.passReal(leaseOverMs);
        }
        await settle(test);
        await assertSentOnce(test, 3, `step ${nth}`);
        if (!died) assert.equal(nth, 7, 'after the lease, the intents, three calls and the answers');
      }
    });
  }

  it('takes no further group when its time is over', async () => {
    await open();
    const { path } = await queueMessages(test, { count: 120 });
    // the last step of the first group stores its answers
    test.crashes.interrupt(firstCall + 50, async () => test.clock.passReal(181_000));
    await send(test, path);
    assert.equal((await receivedBy(test)).size, 50);
    await settle(test);
    await assertSentOnce(test, 120);
  });
});
