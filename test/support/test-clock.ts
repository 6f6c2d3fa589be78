import type { Clock } from '#ports/clock.ts';

export type TestClock = Clock &
  Readonly<{
    /** sets business time */
    set: (instant: string) => void;
    /** real time goes on by itself; this lets it jump, as if so much of it had passed */
    passReal: (ms: number) => void;
  }>;

/** Business time that goes on by as much as is waited for, at once: the shortest wait of several ends first. */
export const running = (clock: TestClock): TestClock => {
  const waits: { at: number; resolve: () => void }[] = [];
  let turning = false;
  const turn = (): void => {
    turning = false;
    const [next] = waits.sort((one, other) => one.at - other.at);
    if (!next) return;
    waits.shift();
    if (next.at > Date.parse(clock.now())) {
      clock.passReal(next.at - Date.parse(clock.now()));
      clock.set(new Date(next.at).toISOString());
    }
    next.resolve();
    plan();
  };
  /** After whatever is on its way to storage or provider, which takes a few real milliseconds. */
  const plan = (): void => {
    if (turning || waits.length === 0) return;
    turning = true;
    setTimeout(turn, 5);
  };
  const pause = (ms: number): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    waits.push({ at: Date.parse(clock.now()) + ms, resolve });
    plan();
    return promise;
  };
  return { ...clock, pause };
};

/** Business time that stands still until it is set; real time that runs, and may be told to jump ahead. */
export const testClock = (at: string): TestClock => {
  let now = at;
  let jumped = 0;
  return {
    now: () => now,
    realMs: () => Date.now() + jumped,
    set: (instant) => void (now = instant),
    passReal: (ms) => void (jumped += ms),
  };
};
