/** How far a campaign was at an instant: `sent` counts what providers accepted, `left` what waits to be sent and is due. */
export type Sample = Readonly<{ atMs: number; sent: number; left: number }>;

export type Pace = Readonly<{
  /** messages a minute */
  perMinute: number;
  /** until what is due now has left, at this pace; undefined: it does not move */
  secondsLeft?: number;
}>;

const minuteMs = 60_000;

/** What two looks at a campaign say about its speed. Undefined where no time lies between them. */
export const paceOf = (earlier: Sample, later: Sample): Pace | undefined => {
  const passedMs = later.atMs - earlier.atMs;
  if (passedMs <= 0) return undefined;
  const perMinute = (Math.max(0, later.sent - earlier.sent) * minuteMs) / passedMs;
  if (later.left === 0) return { perMinute: Math.round(perMinute), secondsLeft: 0 };
  if (perMinute === 0) return { perMinute: 0 };
  return { perMinute: Math.round(perMinute), secondsLeft: Math.ceil((later.left * 60) / perMinute) };
};
