import type { Clock } from '#ports/clock.ts';

/** Says whether so much real time has passed since it was made. No door works longer than its timeout of functions/doors.json. */
export const timeLimit = ({ realMs }: Pick<Clock, 'realMs'>, ms: number): (() => boolean) => {
  const started = realMs();
  return () => realMs() - started > ms;
};
