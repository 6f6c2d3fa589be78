/** Business time decides what is due; it may be set (a demo lets it jump). Leases, backoff and time-outs use real time instead. */
export type Clock = Readonly<{
  /** business time, UTC ISO with milliseconds */
  now: () => string;
  /** real time, milliseconds since 1970: for leases and time-outs alone */
  realMs: () => number;
  /** Resolves when so much business time has passed, milliseconds. Left out where business time stands still until somebody sets it. */
  pause?: (ms: number) => Promise<void>;
}>;
