import { failingForMs, nextWaitMs } from '#domain/webhook/retry.ts';
import type { WebhookAnswer } from '#ports/webhook-caller.ts';
import type { HealthDocument } from './webhook-paths.ts';

/** What an answer means for the event and for the endpoint. */
export type WebhookOutcome = Readonly<{
  isTaken: boolean;
  /** the endpoint wants nothing more (410) */
  isGone: boolean;
  /** nobody answered, or said that it is too much now: the others of the endpoint wait too */
  isAway: boolean;
  status?: number;
  code?: string;
  retryAfterMs?: number;
}>;

const busy = new Set([429, 502, 503, 504]);

export const webhookOutcome = (answer: WebhookAnswer): WebhookOutcome => {
  if (answer.kind === 'failed') return { isTaken: false, isGone: false, isAway: answer.code !== 'address_refused', code: answer.code };
  const { status, retryAfterMs } = answer;
  const isTaken = status >= 200 && status < 300;
  const code = isTaken ? {} : { code: status >= 300 && status < 400 ? 'redirected' : 'not_taken' };
  const wait = retryAfterMs === undefined || isTaken ? {} : { retryAfterMs };
  return { isTaken, isGone: status === 410, isAway: busy.has(status), status, ...code, ...wait };
};

const firstPauseMs = 2_000;
const longestPauseMs = 300_000;
const mostAskedMs = 3_600_000;

/** What is known of the endpoint after calls of one moment. Pauses double from two seconds to five minutes while nobody answers. */
export const healthAfter = (health: HealthDocument, outcomes: readonly WebhookOutcome[], realMs: number): HealthDocument => {
  if (outcomes.length === 0) return health;
  const isTaken = outcomes.some((one) => one.isTaken);
  const away = outcomes.filter((one) => one.isAway);
  const silent = away.length === 0 ? 0 : isTaken ? 1 : health.silent + 1;
  const told = health.isTold ? { isTold: health.isTold } : {};
  const failing = isTaken ? {} : { failingSince: health.failingSince ?? realMs, ...told };
  if (silent === 0) return { ...failing, silent };
  const asked = Math.min(Math.max(...away.map(({ retryAfterMs = 0 }) => retryAfterMs)), mostAskedMs);
  return { ...failing, silent, notBefore: realMs + Math.max(asked, Math.min(firstPauseMs * 2 ** (silent - 1), longestPauseMs)) };
};

export const hasFailedTooLong = ({ failingSince }: HealthDocument, realMs: number): boolean =>
  failingSince !== undefined && realMs - failingSince >= failingForMs;

const tellAfterMs = 86_400_000;

/** Nobody has said yet that it fails for a day: whoever looks after the company can mend it before it is disabled. */
export const isToBeTold = ({ failingSince, isTold }: HealthDocument, realMs: number): boolean =>
  failingSince !== undefined && !isTold && realMs - failingSince >= tellAfterMs && realMs - failingSince < failingForMs;

/** Real time of the next attempt; undefined: there is none. */
export const nextAttemptAt = (attempts: number, { retryAfterMs }: WebhookOutcome, realMs: number): number | undefined => {
  const wait = nextWaitMs({ attempts, chance: Math.random(), retryAfterMs });
  return wait === undefined ? undefined : realMs + wait;
};
