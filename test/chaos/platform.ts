import type { DemoResult } from '#wiring/demo-result.ts';

/** How things stand in the house, as its store says. */
export type Look = Readonly<{
  /** messages whose intent is stored and whose answer is not: item and index */
  inFlight: readonly string[];
  /** messages in the queue that are not in flight */
  waiting: number;
  /** files that were read to their end, and chunks whose rows are still to be queued */
  loaded: number;
  chunks: number;
}>;

/** One process of the platform. */
export type Victim = Readonly<{
  name: string;
  /** messages go out through it */ sends: boolean;
  kill: (signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT') => void;
}>;

/** What is killed and frozen: a house on one machine, or doors that are processes of their own. The phone network and the database live on. */
export type Platform = Readonly<{
  /** what this run uses, real milliseconds */
  leaseMs: number;
  callTimeoutMs: number;
  listLagMs: number;
  ledgerFile: string;
  /** scheme, host and port of the phone network */
  networkUrl: string;
  /** a file of appointments, dropped for the campaign */
  drop: (name: string, csv: string) => Promise<void>;
  look: () => Promise<Look>;
  /** whom it hits; a freeze hits somebody who sends */
  pick: (how: 'kill' | 'freeze', random: () => number) => Victim;
  /** after a kill: resolves when the process is there again */
  revive: (victim: Victim) => Promise<void>;
  /** waits until the reporting tables have everything, and counts; the platform is closed afterwards */
  result: () => Promise<DemoResult>;
  close: () => Promise<void>;
}>;
