/** Timers that are counted and can all be dropped at once. */
export type Agenda = Readonly<{ after: (ms: number, action: () => void) => void; count: () => number; clear: () => void }>;

export const agenda = (): Agenda => {
  const timers = new Set<NodeJS.Timeout>();
  return {
    after: (ms, action) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        action();
      }, ms);
      timers.add(timer);
    },
    count: () => timers.size,
    clear: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
};
