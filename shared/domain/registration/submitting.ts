import { Refusal } from '../kernel/refusal.ts';
import { blocking, missingWords, type Missing } from './missing.ts';

/** Real submissions take seconds; whoever is this long at it has died, and the next one finds what he made. Milliseconds of business time. */
const underWayMs = 5 * 60_000;

/** Throws a Refusal while somebody else submits. */
export const assertNobodySubmits = (startedAt: string, now: string): void => {
  if (Date.parse(now) - Date.parse(startedAt) < underWayMs)
    throw new Refusal('submission_under_way', 'it is being submitted right now: wait five minutes, then ask again what became of it');
};

/** Throws a Refusal that says all that is missing. */
export const assertComplete = (list: readonly Missing[], code: string): void => {
  const problems = blocking(list);
  if (problems.length > 0) throw new Refusal(code, `it would be refused: ${missingWords(problems)}`);
};
