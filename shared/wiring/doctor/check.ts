import { within } from '#app/within.ts';
import { googleTrouble } from '../google-trouble.ts';

/** What a check has found: all is well, or what is wrong and what to do next, in one line each. */
export type Finding = Readonly<{ state: 'ok'; says: string }> | Readonly<{ state: 'wrong'; says: string; next: string }>;

/** One thing to look at. `run` may throw: then that is what is wrong. */
export type Check = Readonly<{ name: string; run: () => Promise<Finding>; /** what to do when it throws */ next: string }>;

export type Diagnosis = Finding & Readonly<{ name: string }>;

export const ok = (says: string): Finding => ({ state: 'ok', says });
export const wrong = (says: string, next: string): Finding => ({ state: 'wrong', says, next });

const longestMs = 30_000;

/** Whatever an adapter says stays one line. */
const lineOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'it failed without a reason';
  const known = googleTrouble(error);
  if (known !== undefined) return known;
  const { cause, message } = error;
  const because = cause instanceof Error && !message.includes(cause.message) ? ` (${cause.message})` : '';
  return `${message}${because}`.replaceAll(/\s+/g, ' ').slice(0, 500);
};

const examineOne = async ({ name, run, next }: Check, timeoutMs: number): Promise<Diagnosis> => {
  try {
    return { name, ...(await within(timeoutMs, run())) };
  } catch (error) {
    return { name, ...wrong(lineOf(error), next) };
  }
};

/** Runs all checks side by side and tells them in their order. Never throws, and ends after `timeoutMs`. */
export const examine = (checks: readonly Check[], timeoutMs = longestMs): Promise<readonly Diagnosis[]> =>
  Promise.all(checks.map((check) => examineOne(check, timeoutMs)));

export const isWell = (diagnoses: readonly Diagnosis[]): boolean => diagnoses.every(({ state }) => state === 'ok');
