import type { Outcome } from '#ports/provider.ts';
import { LineFailed } from './line-failed.ts';
import { MailUnwritable } from './mail.ts';
import { refusalOf } from './reply-codes.ts';

/**
 * What a failed hand-over means. A server takes a mail with its answer to the end of it: without that answer, once the mail has begun to
 * leave, it may have it. Before that it has nothing, whatever happened.
 */
export const outcomeOfFailure = (error: unknown): Outcome => {
  if (error instanceof MailUnwritable) return { kind: 'refused', code: error.code, retryable: false };
  if (!(error instanceof LineFailed)) throw error;
  const { stage, isLate, reply } = error;
  const refusal = reply === undefined ? undefined : refusalOf(stage, reply);
  if (refusal) return { kind: 'refused', ...refusal };
  if (stage === 'content') return { kind: 'unknown', code: isLate ? 'timeout' : 'connection_lost' };
  return { kind: 'refused', code: 'provider_unreachable', retryable: true };
};
