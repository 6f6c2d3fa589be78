import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { evenTime } from '#api/session/even-time.ts';

const lasts = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};
// timers may be a moment early
const early = 5;

describe('answers of even time', () => {
  it('take as long as the longest of the last works, where there is nothing to do', async () => {
    const evenly = evenTime(20);
    const nothing = () => lasts(() => evenly(() => Promise.resolve()));
    assert.ok((await nothing()) >= 20 - early);
    const much = await lasts(() => evenly(() => sleep(200)));
    assert.ok(much >= 200 - early);
    assert.ok((await nothing()) >= 200 - early);
    assert.ok((await nothing()) >= 200 - early);
  });
  it('are told what failed', () =>
    assert.rejects(
      evenTime(1)(() => Promise.reject(new Error('no place'))),
      /no place/,
    ));
});
