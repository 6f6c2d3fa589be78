/** Timers that are counted; `close` drops them all and takes no more. */
export type Agenda = Readonly<{ after: (ms: number, action: () => void) => void; count: () => number; close: () => void }>;

export const agenda = (): Agenda => {
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;
  return {
    after: (ms, action) => {
      if (closed) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        action();
      }, ms);
      timers.add(timer);
    },
    count: () => timers.size,
    close: () => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
};
