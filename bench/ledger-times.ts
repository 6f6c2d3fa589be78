import { readLedger } from '#adapters/simulator/ledger.ts';

/** When the provider took each message, by recipient: the simulator writes it down before it answers. */
export const takenAt = async (ledgerFile: string, isWanted: (to: string) => boolean = () => true): Promise<ReadonlyMap<string, number>> => {
  const taken = new Map<string, number>();
  for await (const { to, at, status } of readLedger(ledgerFile)) if (status === 'queued' && isWanted(to)) taken.set(to, Date.parse(at));
  return taken;
};

/** The smallest value that so large a part of the sorted ones does not exceed. */
export const share = (sorted: readonly number[], part: number): number => sorted[Math.ceil(sorted.length * part) - 1] ?? Infinity;
