import { setTimeout as sleep } from 'node:timers/promises';
import type { PreparedAppend } from '#log/prepared-append.ts';
import type { WaitingAppend } from './waiting-append.ts';

const lingerMs = 30;
/** Commits of so many events are worth a record of their own. */
const smallTo = 10;
/** So many small appends under way in the process at once are load; a writer who waits for each before the next is never more than one. */
const loadFrom = 4;

/**
 * When many small appends come in (status reports), each commit waits for some tens of milliseconds for others to fold in: a commit is billed as one
 * write however many it holds. Nobody who is alone waits, and nothing large.
 */
export const lingerOf = () => {
  let small = 0;
  const isSmall = ({ append }: PreparedAppend): boolean => append.events.length <= smallTo;
  return {
    /** Counts an append while it is under way. */
    during: async <T>(prepared: PreparedAppend, work: () => Promise<T>): Promise<T> => {
      if (!isSmall(prepared)) return work();
      small += 1;
      try {
        return await work();
      } finally {
        small -= 1;
      }
    },
    /** Before a commit: undefined, or a short wait. */
    wait: (waiting: readonly WaitingAppend[]): Promise<void> | undefined => {
      if (small < loadFrom || waiting.some(({ prepared, alone }) => alone || !isSmall(prepared))) return undefined;
      const events = waiting.reduce((sum, { prepared }) => sum + prepared.append.events.length, 0);
      return events > 100 ? undefined : sleep(lingerMs);
    },
  };
};

export type Linger = ReturnType<typeof lingerOf>;
