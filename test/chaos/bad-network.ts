import { simulatorControl } from '../support/simulator.ts';

/** How a phone network behaves that is slow and has a bad day. Shares of all creates; the first that hits is what happens. */
export const badDay: readonly Readonly<{ kind: string; share: number }>[] = [
  { kind: 'cut_after_accept', share: 0.1 },
  { kind: '500', share: 0.02 },
  { kind: '503', share: 0.02 },
  { kind: '500_after_accept', share: 0.01 },
  { kind: '429', share: 0.01 },
  { kind: 'malformed_after_accept', share: 0.005 },
  { kind: 'timeout', share: 0.005 },
  { kind: 'timeout_after_accept', share: 0.005 },
];

export const badDayShare = badDay.reduce((none, { share }) => 1 - (1 - none) * (1 - share), 0);

export type Behaving = Readonly<{ latencyMs: number; listLagMs: number }>;

/** Slow, with a list that lags behind, callbacks late, twice and out of order, and every kind of answer that says little. */
export const giveItABadDay = async (networkUrl: string, { latencyMs, listLagMs }: Behaving): Promise<void> => {
  const control = simulatorControl(Number(new URL(networkUrl).port));
  const callbacks = { sentAfterMs: 20, deliveredAfterMs: 100, lateMs: 1_000, twiceShare: 0.1, shuffleShare: 0.1 };
  await control.behave({ latencyMs, listLagMs, ...callbacks });
  for (const fault of badDay) await control.fault(fault);
};

/** Requests and callbacks that the network still has in hand. */
export const inItsHands = (networkUrl: string): Promise<number> => simulatorControl(Number(new URL(networkUrl).port)).pending();
