import assert from 'node:assert/strict';
import { takeRequests } from '#app/take-requests.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';

describe('the limit of requests', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  const limit = { key: 'requests_minute-key_a', most: 100, every: { ms: 60_000 } };
  const many = (n: number, house = test.house) => Promise.all(Array.from({ length: n }, () => takeRequests(house, limit)));
  const taken = (standings: readonly { isTaken: boolean }[]): number => standings.filter(({ isTaken }) => isTaken).length;

  it('lets through as many as it says, at once or one after the other, and says what is left', async () => {
    const first = await takeRequests(test.house, limit);
    assert.deepEqual([first.isTaken, first.left], [true, 99]);
    assert.equal(taken(await many(150)), 99);
    const last = await takeRequests(test.house, limit);
    assert.deepEqual([last.isTaken, last.left], [false, 0]);
    assert.ok(last.resetSeconds > 0 && last.resetSeconds <= 60);
  });

  it('begins anew with the next window', async () => {
    await many(120);
    test.clock.passReal(60_000);
    assert.equal(taken(await many(120)), 100);
  });

  it('holds for several processes together, and is written far less often than it is used', async () => {
    // a process knows what it has by its house
    const others = [test.house, { ...test.house }, { ...test.house }];
    const before = test.crashes.steps();
    let through = 0;
    for (let n = 0; n < 60; n++) through += taken(await many(1, others[n % others.length]));
    assert.equal(through, 60);
    const rest = (await Promise.all(others.map((house) => many(100, house)))).flat();
    assert.ok(60 + taken(rest) <= 100 && 60 + taken(rest) > 90, `${60 + taken(rest)}`);
    assert.ok(test.crashes.steps() - before < 60, `${test.crashes.steps() - before} writes`);
  });
});
