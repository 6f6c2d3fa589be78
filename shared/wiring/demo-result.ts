import { dirname, join } from 'node:path';
import { readLedger } from '#adapters/simulator/ledger.ts';
import { tallyLog } from '#app/tally-log.ts';
import { waitingTouches } from '#app/waiting-touches.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { touchesOf } from '#domain/campaign/touches.ts';
import type { RepliesTally } from '#domain/conversation/tally-replies.ts';
import { sumOf, totalsOf, type Tally, type Totals } from '#domain/delivery/tally.ts';
import type { Row } from '#ports/read-model.ts';
import type { OpenHouse } from './open-house.ts';

/** What `carillon demo` prints. `sent`: all that a provider accepted; `delivered` and what follows it: the statuses messages ended with. */
export type DemoResult = Readonly<{
  rows: number;
  touches: number;
  messages: number;
  joined: number;
  rejected: Readonly<Record<string, number>>;
  skipped: Readonly<Record<string, number>>;
  waiting: number;
  followUps: number;
  sent: number;
  delivered: number;
  undelivered: number;
  read: number;
  failed: number;
  expired: number;
  canceled: number;
  in_doubt: number;
  replies: Readonly<{ confirm: number; cancel: number; reschedule: number; stop: number; unclear: number }>;
  seconds: number;
  messages_per_second: number;
  /** of this process while it did the job, before the counting begins */
  peak_rss_mb: number;
  log: Readonly<{ commits: number; events: number }>;
  checks: Readonly<{ touches_add_up: boolean; log_equals_mysql: boolean; log_equals_simulator: boolean }>;
}>;

export type DemoScope = Readonly<{ companyId: string; campaignId: string; definition: Definition; ledgerFile: string }>;

const sorted = (counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)));

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isProblem = (row: Row): boolean => Number(row['touches'] ?? 0) > 0;

const countsOf = (rows: readonly Row[], outcome: string): Readonly<Record<string, number>> =>
  sorted(
    Object.fromEntries(
      rows.filter((row) => row['outcome'] === outcome && isProblem(row)).map((row) => [String(row['code']), Number(row['touches'])]),
    ),
  );

/** Every message, touch and row that the log counts stands in MySQL, under the same status and code; its own checks find nothing. */
const equalsMysql = async (
  { house: { readModel } }: Pick<OpenHouse, 'house'>,
  { companyId }: DemoScope,
  tally: Tally,
  totals: Totals,
): Promise<boolean> => {
  const params = { companyId, campaignId: null };
  const messages = await readModel.report('totals-messages', params);
  const byStatus = new Map(messages.rows.map((row) => [String(row['status']), Number(row['messages'])]));
  const accepted = messages.rows.reduce((sum, row) => sum + Number(row['sent']), 0);
  const follow = messages.rows.reduce((sum, row) => sum + Number(row['follow_ups']), 0);
  const { messages: all, followUps, accepted: taken, ...statuses } = totals;
  const touches = await readModel.report('totals-touches', params);
  const packets = await readModel.report('totals-packets', params);
  const cameTo = (outcome: string): number =>
    touches.rows.filter((row) => row['outcome'] === outcome).reduce((sum, row) => sum + Number(row['touches']), 0);
  const [queued, joined] = [cameTo('message'), cameTo('joined')];
  const findings = [];
  for (const check of ['check-message-counters', 'check-touch-counters', 'check-orphans'])
    findings.push(...(await readModel.report(check, {})).rows);
  findings.push(...(await readModel.report('parked-events', { limit: 1 })).rows);
  return (
    Object.entries(statuses).every(([status, count]) => (byStatus.get(status) ?? 0) === count) &&
    accepted === taken &&
    queued === all &&
    joined === tally.joined &&
    follow === followUps &&
    same(countsOf(touches.rows, 'rejected'), sorted(tally.rejected)) &&
    same(countsOf(touches.rows, 'skipped'), sorted(tally.skipped)) &&
    Number(packets.rows[0]?.['rows']) === tally.rows &&
    findings.length === 0
  );
};

/** Every reply of the log stands in MySQL, read as the same. */
const repliesEqual = async (
  { house: { readModel } }: Pick<OpenHouse, 'house'>,
  { companyId }: DemoScope,
  replies: RepliesTally,
): Promise<boolean> => {
  const { rows } = await readModel.report('totals-replies', { companyId });
  const stored = new Map(rows.map((row) => [String(row['meaning']), Number(row['replies'])]));
  return Object.entries(replies).every(([meaning, count]) => (stored.get(meaning) ?? 0) === count);
};

/** The network's words for an end, of messages and of calls, and what the log calls it. */
const ends: ReadonlyMap<string, string> = new Map([
  ...['delivered', 'undelivered', 'failed', 'read', 'canceled'].map((word) => [word, word] as const),
  ['completed', 'delivered'],
  ['busy', 'undelivered'],
  ['no-answer', 'undelivered'],
]);

/** Every message that the provider accepted is one message of the log, with the same end, and the other way round: nobody twice, nobody missing. */
const equalsSimulator = async (ledgerFile: string, tally: Tally): Promise<boolean> => {
  const ended = new Map<string, string | undefined>();
  for (const file of [ledgerFile, join(dirname(ledgerFile), 'mails.jsonl')])
    for await (const { sid, status } of readLedger(file)) if (!ended.has(sid) || ends.has(status)) ended.set(sid, ends.get(status));
  for (const places of tally.messages.values()) {
    for (const { status, reference } of places.values()) {
      if (reference === undefined) continue;
      if (!ended.has(reference) || (ended.get(reference) ?? 'sent') !== status) return false;
      ended.delete(reference);
    }
  }
  return ended.size === 0;
};

/** Counts the log and holds MySQL and the simulator's ledger against it. */
export const demoResult = async (live: Pick<OpenHouse, 'house'>, scope: DemoScope, seconds: number): Promise<DemoResult> => {
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const { tally, replies, commits, events } = await tallyLog(live.house.store, scope.companyId);
  const totals = totalsOf(tally);
  const touches = tally.rows * touchesOf(scope.definition).length + tally.fired;
  const waiting = await waitingTouches(live.house.documents, scope.campaignId);
  const { messages, followUps, accepted, delivered, undelivered, read, failed, expired, canceled, in_doubt } = totals;
  const { ledgerFile } = scope;
  return {
    rows: tally.rows,
    touches,
    messages,
    joined: tally.joined,
    rejected: sorted(tally.rejected),
    skipped: sorted(tally.skipped),
    waiting,
    followUps,
    sent: accepted,
    delivered,
    undelivered,
    read,
    failed,
    expired,
    canceled,
    in_doubt,
    replies: {
      confirm: replies.confirm,
      cancel: replies.cancel,
      reschedule: replies.reschedule,
      stop: replies.stop,
      unclear: replies.unclear,
    },
    seconds: Math.round(seconds * 100) / 100,
    messages_per_second: Math.round(accepted / Math.max(seconds, 0.01)),
    peak_rss_mb: peak,
    log: { commits, events },
    checks: {
      touches_add_up: touches === messages + tally.joined + sumOf(tally.rejected) + sumOf(tally.skipped) + waiting,
      log_equals_mysql: (await equalsMysql(live, scope, tally, totals)) && (await repliesEqual(live, scope, replies)),
      log_equals_simulator: await equalsSimulator(ledgerFile, tally),
    },
  };
};
