import type { Clock } from '#ports/clock.ts';

export type TestClock = Clock &
  Readonly<{
    /** sets business time */
    set: (instant: string) => void;
    /** real time goes on by itself; this lets it jump, as if so much of it had passed */
    passReal: (ms: number) => void;
  }>;

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
