import { LineFailed } from './line-failed.ts';
import type { MailLine } from './mail-line.ts';
import type { Mail } from './mail.ts';

export type PoolOptions = Readonly<{
  open: (deadline: number) => Promise<MailLine>;
  /** lines at once */
  connections: number;
  /** mails over one line; servers end it after some hundreds */
  mailsPerLine: number;
  /** a line that nobody uses is closed after so long, milliseconds */
  idleMs: number;
}>;

export type LinePool = Readonly<{ send: (mail: Mail, timeoutMs: number) => Promise<void>; close: () => void }>;

type Kept = { readonly line: MailLine; mails: number; timer: NodeJS.Timeout | undefined };

/** Lets so many in at once, the others wait in order; whoever waits past his deadline has done nothing. */
const turnstile = (places: number) => {
  let free = places;
  const waiting: (() => void)[] = [];
  const enter = (deadline: number): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const admitted = () => {
        clearTimeout(timer);
        resolve();
      };
      const late = () => {
        waiting.splice(waiting.indexOf(admitted), 1);
        reject(new LineFailed('connect', { isLate: true }));
      };
      const timer = setTimeout(late, Math.max(0, deadline - performance.now()));
      waiting.push(admitted);
    });
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return { enter, leave };
};

/**
 * Lines to one mail server, kept open between mails. A mail is tried again, once, in one case only: a line that had been used before turns
 * out to be dead before the mail itself began to leave.
 */
export const linePool = ({ open, connections, mailsPerLine, idleMs }: PoolOptions): LinePool => {
  const { enter, leave } = turnstile(connections);
  const idle = new Set<Kept>();
  let closed = false;

  const used = (): Kept | undefined => {
    for (const kept of idle) {
      idle.delete(kept);
      clearTimeout(kept.timer);
      if (kept.line.isOpen()) return kept;
    }
    return undefined;
  };
  const keep = (kept: Kept): void => {
    if (!kept.line.isOpen()) return;
    if (closed || kept.mails >= mailsPerLine) return kept.line.close();
    kept.timer = setTimeout(() => {
      idle.delete(kept);
      kept.line.close();
    }, idleMs);
    kept.timer.unref();
    idle.add(kept);
  };
  const sendOver = async (kept: Kept, mail: Mail, deadline: number): Promise<void> => {
    kept.mails += 1;
    await kept.line.send(mail, deadline);
    keep(kept);
  };
  const fresh = async (deadline: number): Promise<Kept> => ({ line: await open(deadline), mails: 0, timer: undefined });
  const isDeadBefore = (error: unknown): boolean =>
    error instanceof LineFailed &&
    error.stage === 'envelope' &&
    !error.isLate &&
    (error.reply === undefined || error.reply.startsWith('421'));

  const send = async (mail: Mail, timeoutMs: number): Promise<void> => {
    const deadline = performance.now() + timeoutMs;
    await enter(deadline);
    try {
      const kept = used();
      if (!kept) return await sendOver(await fresh(deadline), mail, deadline);
      return await sendOver(kept, mail, deadline).catch(async (error: unknown) => {
        if (!isDeadBefore(error)) throw error;
        await sendOver(await fresh(deadline), mail, deadline);
      });
    } finally {
      leave();
    }
  };
  return {
    send,
    close: () => {
      closed = true;
      for (const { line, timer } of idle) {
        clearTimeout(timer);
        line.close();
      }
      idle.clear();
    },
  };
};
