import assert from 'node:assert/strict';
import type { BusMessage } from '#ports/message-bus.ts';
import { commitHints } from '#wiring/commit-hints.ts';

describe('hints of commits', () => {
  const told: (readonly unknown[])[] = [];
  const published = async (_: string, messages: readonly BusMessage[]): Promise<void> => {
    told.push(messages.map(({ data }) => data['partition']));
  };
  beforeEach(() => told.splice(0));

  it('leave together, each partition once, before a door answers', async () => {
    const hints = commitHints(() => ({ publish: published }));
    for (const partition of ['bulk-1', 'other-2', 'bulk-1']) hints.note(partition);
    await hints.settled();
    assert.deepEqual(told, [['bulk-1', 'other-2']]);
  });

  it('hold up no answer when the bus refuses them', async () => {
    const hints = commitHints(() => ({ publish: () => Promise.reject(new Error('away')) }));
    hints.note('bulk-1');
    await hints.settled();
  });

  it('hold up an answer for no more than some seconds when the bus is silent', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const hints = commitHints(() => ({ publish: () => promise }));
    hints.note('bulk-1');
    const began = performance.now();
    await hints.settled();
    assert.ok(performance.now() - began < 10_000);
    resolve();
  });
});
