import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { House } from '#app/house.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import type { Append } from '#ports/event-store.ts';
import type { Provider } from '#ports/provider.ts';
import { describeOnEmulators, firestoreHost, freshProject } from '../support/emulators.ts';
import { connectTo, firestoreStoreOn } from '../support/firestore-store.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle, tick } from '../support/house-run.ts';
import { activeCampaign, load, numbers, people, phoneOf, register, testCompany } from '../support/house-steps.ts';
import { codesOf, ofType, receivedBy } from '../support/house-story.ts';

const leavesWithinMs = 10_000;

/** `place`: where the other process finds the store. */
const race = async (test: TestHouse, place: string, crowd: number): Promise<void> => {
  await register(test);
  const began = new Map<string, number>();
  const called = new Map<string, number>();
  const append = async (wanted: Append) => {
    const at = Date.now();
    const placed = await test.house.store.append(wanted);
    for (const { type, data } of wanted.events as readonly { type: string; data: never }[])
      if (type === 'MessageSending') began.set(messageIdIn(wanted.stream, data), at);
    return placed;
  };
  const provider: Provider = {
    ...test.provider,
    send: (message) => {
      called.set(message.to, Date.now());
      return test.provider.send(message);
    },
  };
  const house: House = {
    ...test.house,
    store: { ...test.house.store, append },
    providerFor: () => provider,
    providers: () => [provider],
  };
  const raced: TestHouse = { ...test, house };
  const campaignId = await activeCampaign(raced);
  await load(raced, campaignId, people(crowd));
  const stopped = numbers(crowd).filter((n) => n % 3 === 0);
  const child = fork(join(import.meta.dirname, '../support/opting-out-child.ts'), [
    place,
    test.clock.now(),
    testCompany,
    ...stopped.map(phoneOf),
  ]);
  await once(child, 'message');
  const stoodAt = new Map<string, number>();
  child.on('message', (said) => Array.isArray(said) && stoodAt.set(String(said[0]), Number(said[1])));
  const ended = once(child, 'exit');
  child.send('go');
  await tick(raced);
  await settle(raced);
  assert.deepEqual((await ended)[0], 0);
  await settle(raced);
  assert.equal(stoodAt.size, stopped.length);
  const phones = new Map((await ofType(test, 'MessageQueued')).map((one) => [messageIdIn(one.stream, one.data), one.private?.to ?? '']));
  const late = [...began].filter(([id, at]) => at > (stoodAt.get(phones.get(id) ?? '') ?? Infinity));
  assert.deepEqual(late, [], 'an intent that began after the opt-out stood was stored');
  for (const [to, at] of called) assert.ok(at - (stoodAt.get(to) ?? at) < leavesWithinMs, 'it left long after the opt-out');
  const received = await receivedBy(test);
  for (const n of numbers(crowd)) assert.equal(received.get(phoneOf(n)) ?? 0, called.has(phoneOf(n)) ? 1 : 0, phoneOf(n));
  const left = [await codesOf(test, 'MessageCanceled'), await codesOf(test, 'TouchSkipped')].map((codes) => codes['opted_out'] ?? 0);
  assert.equal(received.size + left[0]! + left[1]!, crowd, 'each is sent, canceled or skipped');
  assert.ok(received.size >= crowd - stopped.length);
};

describe('opt-outs that one process stores while another one sends', () => {
  let test: TestHouse;
  beforeEach(async () => (test = await openTestHouse()));
  afterEach(() => test.close());

  it('are followed by no intent, and by no call after seconds', () => race(test, join(test.folder, 'house.db'), 300));
});

describeOnEmulators('opt-outs that one process stores in Firestore while another one sends', () => {
  let test: TestHouse;
  before(async () => (test = await openTestHouse()));
  after(() => test.close());

  it('are followed by no intent, and by no call after seconds', async () => {
    const projectId = freshProject();
    const stored = firestoreStoreOn(await connectTo(projectId));
    const { store, documents, vault } = stored;
    const opened = { ...test.opened, store, documents, vault };
    await race({ ...test, opened, house: { ...test.house, store, documents, vault } }, `${await firestoreHost()} ${projectId}`, 90);
    await stored.connection.close();
  });
});
