/** What the clock wakes: campaigns and sends every few minutes, the sweep every hour, maintenance every night. */
export const tickNames = ['campaigns', 'sends', 'sweep', 'maintain'] as const;
export type TickName = (typeof tickNames)[number];

export type TickStatus = Readonly<{
  tick: TickName;
  /** `missing`: nobody has made it; `stopped`: the house does not run; `unknown`: its keeper says something that we do not know */
  state: 'running' | 'paused' | 'stopped' | 'missing' | 'unknown';
  /** in words or as cron, as its keeper has it */
  schedule?: string;
  /** real time, UTC ISO */
  lastAt?: string;
  nextAt?: string;
  /** why the last one did not get through */
  lastError?: string;
}>;

/** The ticks of a house, whoever gives them. A paused tick stays paused until it is resumed. */
export type Ticks = Readonly<{
  status: () => Promise<readonly TickStatus[]>;
  pause: (tick: TickName) => Promise<void>;
  resume: (tick: TickName) => Promise<void>;
  /** Now, also while it is paused. */
  run: (tick: TickName) => Promise<void>;
  close: () => Promise<void>;
}>;

/** Whoever keeps the ticks does not do it. Says why, and what to do. */
export class TicksAway extends Error {
  readonly code = 'ticks_away';
  constructor(detail: string) {
    super(`the ticks can't be reached: ${detail}`);
    this.name = 'TicksAway';
  }
}
