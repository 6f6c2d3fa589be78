import type { House } from '#app/house.ts';
import { heldMs, renewKey, type Owned } from './saved-answers.ts';

/**
 * Renews the claim for as long as the work runs, so that however long it takes nobody begins it beside it. Once somebody else has the claim (this
 * process stood still for longer than a claim is held) it is left to him. At the end no renewal is under way any more.
 */
export const whileOwned = async <T>(house: House, owned: Owned, work: () => Promise<T>, everyMs = heldMs / 4): Promise<T> => {
  let renewing: Promise<void> | undefined;
  const renew = async (): Promise<void> => {
    try {
      if (!(await renewKey(house, owned))) clearInterval(timer);
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      house.log.warn({ reason }, 'a claim on an idempotency key could not be renewed: it is tried again');
    } finally {
      renewing = undefined;
    }
  };
  const timer = setInterval(() => void (renewing ??= renew()), everyMs).unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await renewing;
  }
};
