import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the condition holds: soon on a quick machine, with patience on a slow one. `what` says what was waited for in vain. */
export const eventually = async (what: string, holds: () => boolean | Promise<boolean>, deadlineMs = 20_000): Promise<void> => {
  const deadline = Date.now() + deadlineMs;
  while (!(await holds())) {
    if (Date.now() > deadline) assert.fail(`in vain waited for: ${what}`);
    await sleep(2);
  }
};
