import { setTimeout as sleep } from 'node:timers/promises';
import type { Operations } from '#adapters/firestore/meter.ts';
import { loadPacket } from '#app/load-packet.ts';
import { queueRows } from '#app/queue-rows.ts';
import { receiveStatus } from '#app/receive-status.ts';
import { sendWork } from '#app/send-work.ts';
import type { House } from '#app/house.ts';
import { rowChunksOf } from '#domain/message/row-chunk.ts';
import type { Outgoing, Provider, ReportedStatus } from '#ports/provider.ts';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { benchCampaign, benchPacket } from './bench-house.ts';
import { inFirestoreHouse } from './firestore-queue.ts';
import { timed } from './log-append.ts';

const now = '2026-11-02T15:00:00.000Z';
/** as many as a network reports at a time */
const reportsAtOnce = 128;
const doorsAtOnce = 8;
const quietSeconds = 5;
const provider = 'twilio';
const { accountId } = simulatorAccount;

/** Accepts everything at once: what a network costs in time is measured elsewhere. */
const acceptingProvider = (sent: Outgoing[]): Provider => ({
  name: provider,
  accountId,
  channels: ['sms'],
  callTimeoutMs: 10_000,
  listLagMs: 0,
  send: async (message) => {
    sent.push(message);
    return { kind: 'accepted', reference: `SM${sent.length}`, segments: 1 };
  },
  readReport: () => ({ kind: 'foreign', why: 'nobody reports here' }),
  close: async () => {},
});

const report = (house: House, { messageId }: Outgoing, status: ReportedStatus): Promise<void> =>
  receiveStatus(house, provider, { messageId, accountId, reference: 'SM1', status }, { id: `${messageId}/${status}`, now });

const perMessage = ({ reads, writes, deletes, ttlDeletes, bytesWritten, commits }: Operations, messages: number) => {
  const per = (n: number): number => Math.round((1000 * n) / messages) / 1000;
  return {
    writes: per(writes),
    reads: per(reads),
    deletes: per(deletes),
    ttl_deletes: per(ttlDeletes),
    commits: per(commits),
    bytes: per(bytesWritten),
  };
};

/** So many reports a second for some seconds, as a house that is not busy gets them. */
const reportAtRate = async (house: House, messages: readonly Outgoing[], perSecond: number): Promise<void> => {
  const count = perSecond * quietSeconds;
  const started = performance.now();
  const waiting: Promise<void>[] = [];
  for (let n = 0; n < count; n++) {
    await sleep(Math.max(0, started + (1000 * n) / perSecond - performance.now()));
    const message = messages[(n * 7919) % messages.length];
    if (message) waiting.push(report(house, message, 'read'));
  }
  await Promise.all(waiting);
};

/** What Firestore bills for a message over its whole life, in a campaign that goes out at once. */
export const firestoreBillingBench = (rows: number) =>
  inFirestoreHouse(async (embedded, { connection: { meter } }, folder) => {
    const sent: Outgoing[] = [];
    const network = acceptingProvider(sent);
    const house: House = { ...embedded.house, providerFor: () => network, publicUrl: 'http://127.0.0.1:9' };
    const campaignId = await benchCampaign({ ...embedded, house });
    const cause = { id: 'bench', now: house.clock.now() };
    const steps: [string, Operations][] = [];
    const step = async (name: string, work: () => Promise<unknown>): Promise<void> => {
      meter.reset();
      await work();
      steps.push([name, meter.counts()]);
    };
    let packetId = '';
    await step('load', async () => {
      packetId = await benchPacket({ ...embedded, house }, folder, { campaignId, rows });
      while ((await house.documents.nextDue('packets')) !== undefined) await loadPacket(house, packetId, cause);
    });
    await step('queue', async () => {
      const chunks = await house.documents.due(rowChunksOf(campaignId), '9999', rows);
      await timed(chunks.length, doorsAtOnce, async (n) => {
        const path = chunks[n]?.path;
        if (path !== undefined) await queueRows(house, { path, run: 1 }, { ...cause, now: house.clock.now() });
      });
    });
    await step('send', async () => {
      const items = await house.documents.due('queue', '9999', rows);
      await timed(items.length, doorsAtOnce, async (n) => {
        const path = items[n]?.path;
        if (path !== undefined) await sendWork(house, path, { ...cause, now: house.clock.now() });
      });
    });
    for (const status of ['sent', 'delivered'] as const)
      await step(`report ${status}`, () =>
        timed(sent.length, reportsAtOnce, async (n) => {
          const message = sent[n];
          if (message) await report(house, message, status);
        }),
      );
    const quiet: Record<string, unknown> = {};
    for (const perSecond of [1, 10, 100]) {
      meter.reset();
      await reportAtRate(house, sent, perSecond);
      quiet[perSecond] = Math.round((1000 * meter.counts().writes) / (perSecond * quietSeconds)) / 1000;
    }
    const sum = (name: keyof Operations): number => steps.reduce((total, [, counts]) => total + counts[name], 0) / sent.length;
    return {
      name: 'firestore-billing',
      value: Math.round(1000 * sum('writes')) / 1000,
      unit: 'writes/message',
      target: 2,
      messages: sent.length,
      reads_per_message: Math.round(1000 * sum('reads')) / 1000,
      reads_target: 4,
      steps: Object.fromEntries(steps.map(([name, counts]) => [name, perMessage(counts, sent.length)])),
      writes_per_report_by_reports_a_second: quiet,
    };
  });
