import { readLedger } from '#adapters/simulator/ledger.ts';
import type { DemoResult } from '#wiring/demo-result.ts';

/** What a run may take: everything else is the same each time. */
const taken: ReadonlySet<string> = new Set(['seconds', 'messages_per_second', 'peak_rss_mb', 'log']);

export const outcomeOf = (result: DemoResult): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(result).filter(([name]) => !taken.has(name)));

/** How often each message was accepted by the phone network, by recipient and words. */
export const acceptedIn = async (ledgerFile: string): Promise<ReadonlyMap<string, number>> => {
  const sids = new Map<string, string>();
  for await (const { sid, to, body } of readLedger(ledgerFile)) sids.set(sid, `${to} ${body}`);
  const counts = new Map<string, number>();
  for (const message of sids.values()) counts.set(message, (counts.get(message) ?? 0) + 1);
  return counts;
};

/** Messages that the network was given more than once, the first few of them. */
export const sentTwice = (accepted: ReadonlyMap<string, number>): readonly string[] =>
  [...accepted]
    .filter(([, count]) => count > 1)
    .map(([message]) => message)
    .slice(0, 5);
