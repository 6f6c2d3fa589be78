/** How the network behaves; may be changed while it runs. Shares are 0 to 1 and decided by seed and recipient, so a run is repeatable. */
export type Behaviour = Readonly<{
  /** an answer of the API leaves this much after its request came, milliseconds */
  latencyMs: number;
  /** a message shows in the list only this much after it was made, milliseconds */
  listLagMs: number;
  /** from accepted to `sent`, and from `sent` to the last status, milliseconds */
  sentAfterMs: number;
  deliveredAfterMs: number;
  /** recipients whom nothing reaches: `undelivered` with one of the carriers' error codes */
  undeliveredShare: number;
  /** messages on WhatsApp that are read after they were delivered */
  readShare: number;
  /** people who do not take a call, whose line is busy, whose answering machine takes it; the others take it themselves */
  unansweredShare: number;
  busyShare: number;
  machineShare: number;
  /** people who take a call and, asked for a key, press one */
  pressShare: number;
  /** people who write back to a message that asks them to, once they have it */
  replyShare: number;
  /** callbacks come up to this much late, milliseconds */
  lateMs: number;
  /** callbacks that come twice */
  twiceShare: number;
  /** recipients whose `sent` is reported after the last status */
  shuffleShare: number;
  /**
   * Twilio gives a callback up after the retries that its URL asks for. With this it is held and tried again for so long, milliseconds,
   * so that a platform that was down for a while still hears of everything. 0: as Twilio.
   */
  keepTryingMs: number;
  /** scheme, host and port that callbacks go to instead of those they were asked for: for a platform that came back elsewhere */
  callbackOrigin: string;
}>;

export type SimulatorOptions = Behaviour &
  Readonly<{
    /** 0: any free one */
    port: number;
    /** JSON lines; what it holds is known again after a restart */
    ledgerFile: string;
    seed: number;
    accountId: string;
    authToken: string;
    /** callbacks under way at the same time */
    callbackConcurrency: number;
  }>;

export const asQuietAsPossible: Behaviour = {
  latencyMs: 0,
  listLagMs: 0,
  sentAfterMs: 20,
  deliveredAfterMs: 80,
  undeliveredShare: 0.04,
  readShare: 0,
  unansweredShare: 0.1,
  busyShare: 0.03,
  machineShare: 0.25,
  pressShare: 0.5,
  replyShare: 0,
  lateMs: 0,
  twiceShare: 0,
  shuffleShare: 0,
  keepTryingMs: 0,
  callbackOrigin: '',
};

/** An account of this network, known to everybody and worth nothing. */
export const simulatorAccount = {
  accountId: 'AC00000000000000000000000000c0ffee',
  authToken: 'simulator-token-of-no-value',
} as const;

/** What a caller may leave out, or leave undefined. */
export type SimulatorGiven = Readonly<{ [Name in keyof SimulatorOptions]?: SimulatorOptions[Name] | undefined }> &
  Pick<SimulatorOptions, 'ledgerFile'>;

/** The options with their defaults. */
export const withDefaults = (given: SimulatorGiven): SimulatorOptions => ({
  port: 0,
  seed: 1,
  callbackConcurrency: 128,
  ...asQuietAsPossible,
  ...simulatorAccount,
  ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as typeof given & Partial<SimulatorOptions>),
});
