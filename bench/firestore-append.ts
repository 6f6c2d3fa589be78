import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Operations } from '#adapters/firestore/meter.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { cpuPer, peakMb } from './bench-house.ts';
import { openFirestore, withFirestore } from './firestore-emulator.ts';
import { messageQueued, timed } from './log-append.ts';

const perCommit = 200;
const writers = 16;
const now = '2026-11-02T15:00:00.000Z';

type Load = Readonly<{ name: string; commits: number; atATime: number }>;

/** Milliseconds of each append. */
const appendCommits = async ({ store }: ReturnType<typeof openFirestore>, { name, commits, atATime }: Load): Promise<readonly number[]> => {
  const took: number[] = [];
  await timed(commits, atATime, async (n) => {
    const events = Array.from({ length: perCommit }, (_, m) => messageQueued(n * perCommit + m + 1));
    const started = performance.now();
    await store.append({ stream: chunkStream(`pkt_${name}`, n), companyId: 'co_bench', events, cause: { id: `${name}-${n}`, now } });
    took.push(performance.now() - started);
  });
  return took;
};

const percentile = (values: readonly number[], p: number): number =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * p)] ?? 0);

/** What most do at first: a document for every event, each written by itself. */
const plainEventsPerSecond = async (host: string, events: number): Promise<number> => {
  const { connection } = openFirestore(host);
  const write = (n: number) =>
    connection.commit([
      {
        update: { name: `events/${n}`, fields: { event: { stringValue: JSON.stringify(messageQueued(n)) } } },
        currentDocument: { exists: false },
      },
    ]);
  await timed(events / 10, writers, (n) => write(n));
  const seconds = await timed(events, writers, (n) => write(events + n));
  await connection.close();
  return Math.round(events / seconds);
};

const processes = 8;
export type WriterResult = Readonly<{ took: readonly number[]; counts: Operations }>;

/** One of several processes far away from the database: `HOST NAME COMMITS`. Says when it is warm, and begins when it is told. */
const writeFarAway = async (): Promise<void> => {
  const [host = '', name = '', commits = '0'] = process.argv.slice(2);
  const opened = openFirestore(host, { projectId: 'far', delayMs: 20 });
  const load = { atATime: writers / processes, commits: Number(commits) };
  await appendCommits(opened, { ...load, name: `warm${name}` });
  process.send?.('warm');
  await once(process, 'message');
  opened.connection.meter.reset();
  const took = await appendCommits(opened, { ...load, name });
  process.send?.({ took, counts: opened.connection.meter.counts() } satisfies WriterResult);
  await opened.connection.close();
  process.disconnect();
};

const farWriter = (host: string, name: string, commits: number) => {
  const child = fork(join(import.meta.dirname, 'firestore-append.ts'), [host, name, String(commits)]);
  const said = async <T>(): Promise<T> => ((await once(child, 'message')) as [T])[0];
  return { warm: said(), begin: () => child.send('begin'), said };
};

const fromFarAway = async (host: string, commits: number) => {
  const all = Array.from({ length: processes }, (_, n) => farWriter(host, `far${n}`, commits));
  await Promise.all(all.map(({ warm }) => warm));
  const started = performance.now();
  const results = await Promise.all(
    all.map(({ begin, said }) => {
      begin();
      return said<WriterResult>();
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const took = results.flatMap((result) => result.took);
  const sum = (name: keyof Operations): number => results.reduce((total, { counts }) => total + counts[name], 0);
  return {
    processes,
    added_ms_per_call: 20,
    events_per_s: Math.round((took.length * perCommit) / seconds),
    conflicts: sum('conflicts'),
    conflicts_per_commit: Math.round((100 * sum('conflicts')) / sum('commits')) / 100,
    p50_ms: percentile(took, 0.5),
    p99_ms: percentile(took, 0.99),
  };
};

/** Events a second into Firestore's emulator, in commits of 200 that are sealed, beside a writer that makes a document of each. */
export const firestoreAppendBench = (events: number) =>
  withFirestore(async (host) => {
    const opened = openFirestore(host);
    const commits = Math.ceil(events / perCommit);
    await appendCommits(opened, { name: 'warm', commits: Math.ceil(commits / 4), atATime: writers });
    opened.connection.meter.reset();
    const cpu = process.cpuUsage();
    const started = performance.now();
    const took = await appendCommits(opened, { name: 'bench', commits, atATime: writers });
    const seconds = (performance.now() - started) / 1000;
    const cpuPerEvent = cpuPer(cpu, events);
    const { bytesWritten, commits: made } = opened.connection.meter.counts();
    await opened.connection.close();
    const plain = await plainEventsPerSecond(host, 2_000);
    return {
      name: 'firestore-append',
      value: Math.round((commits * perCommit) / seconds),
      unit: 'events/s',
      target: 30_000,
      one_document_per_event: plain,
      commits: made,
      p50_ms: percentile(took, 0.5),
      p99_ms: percentile(took, 0.99),
      cpu_us_per_event: cpuPerEvent,
      bytes_per_event: Math.round(bytesWritten / events),
      far_away: await fromFarAway(host, Math.ceil(commits / 10)),
      peak_rss_mb: peakMb(),
    };
  });

if (import.meta.main) await writeFarAway();
