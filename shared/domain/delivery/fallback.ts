import { optOutCodes } from '../kernel/opt-out-codes.ts';
import type { Channel } from '../kernel/ids.ts';
import type { Watched } from './watched.ts';

type Step = Readonly<{ channel: Channel; afterMinutes: number }>;

/** Another channel would say what the person has asked not to be told, or what a person has decided about. */
const hopeless: ReadonlySet<string> = new Set([...optOutCodes, 'known_litigator', 'forgotten', 'not_sent']);

const later = (instant: string, minutes: number): string => new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** Those that may still be tried after a message: what stands behind its own channel. */
export const stepsAfter = <S extends Step>(steps: readonly S[], { queued }: Pick<Watched, 'queued'>): readonly S[] => {
  const at = steps.findIndex(({ channel }) => channel === queued.data.channel);
  // a touch's own message stands before all of them
  return queued.data.followUp?.kind === 'fallback' ? steps.slice(at + 1) : steps;
};

/**
 * From when on a message is told by the next channel: a while after it was sent where nobody says that it was delivered, at once where it
 * failed for a reason that another channel may not have. Undefined: never, or it was not handed over yet.
 */
export const fallbackDueAt = (watched: Watched, steps: readonly Step[]): string | undefined => {
  const [next] = stepsAfter(steps, watched);
  if (!next || watched.isFollowed) return undefined;
  const { status, code, sentAt } = watched;
  if (status === 'failed' || status === 'undelivered') return hopeless.has(code ?? '') ? undefined : (sentAt ?? '');
  return status === 'sent' && sentAt !== undefined ? later(sentAt, next.afterMinutes) : undefined;
};
