import { createPool } from 'mysql2/promise';
import { migrateUp } from '#adapters/mysql/migrator.ts';
import { mysqlReadModel } from '#adapters/mysql/read-model.ts';
import { project } from '#app/project.ts';
import { rebuild } from '#app/rebuild.ts';
import type { EventStore } from '#ports/event-store.ts';
import type { Log } from '#ports/log.ts';
import type { ReadModel } from '#ports/read-model.ts';
import { openTestStore } from '../test/support/store.ts';
import { benchCompany, benchNow, eventsPerMessage, messageLog } from './message-log.ts';

export type BenchLine = Readonly<{
  name: string;
  value: number;
  unit: string;
  events: number;
  seconds: number;
  cpuMicrosPerMessage: number;
  peakRssMb: number;
}>;

export type ProjectionBenchOptions = Readonly<{
  /** a database of its own, empty */
  mysqlUrl: string;
  /** packets of 10,000 messages */
  packets?: number;
}>;

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const appendsAtOnce = 16;

const fill = async (store: EventStore, packets: number): Promise<void> => {
  let waiting: Promise<unknown>[] = [];
  let number = 0;
  for (const { stream, events } of messageLog(packets)) {
    waiting.push(store.append({ stream, companyId: benchCompany, events, cause: { id: `req_${(number += 1)}`, now: benchNow } }));
    if (waiting.length < appendsAtOnce) continue;
    await Promise.all(waiting);
    waiting = [];
  }
  await Promise.all(waiting);
};

const migrated = async (url: string): Promise<void> => {
  const pool = createPool({ uri: url });
  try {
    await migrateUp(pool, new URL('../sql/migrations', import.meta.url).pathname);
  } finally {
    await pool.end();
  }
};

const measured = async (name: string, work: () => Promise<number>): Promise<BenchLine> => {
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  const events = await work();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    name,
    value: Math.round(events / seconds),
    unit: 'events/s',
    events,
    seconds: Math.round(seconds * 100) / 100,
    cpuMicrosPerMessage: Math.round((user + system) / (events / eventsPerMessage)),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
};

const withLog = async <Result>(
  { mysqlUrl, packets = 4 }: ProjectionBenchOptions,
  work: (store: EventStore, readModel: ReadModel) => Promise<Result>,
): Promise<Result> => {
  const opened = openTestStore();
  const readModel = mysqlReadModel({ url: mysqlUrl });
  try {
    await migrated(mysqlUrl);
    await fill(opened.store, packets);
    return await work(opened.store, readModel);
  } finally {
    await readModel.close();
    opened.close();
  }
};

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** From the embedded log to MySQL, partitions side by side: events per second, the log's decoding included. */
export const projectionBench = (options: ProjectionBenchOptions): Promise<BenchLine> =>
  withLog(options, (store, readModel) =>
    measured('projection', async () =>
      sum(await Promise.all(store.partitions().map((partition) => project({ store, readModel, log: quiet }, partition)))),
    ),
  );

/** The same log into shadow tables, and these into place. With verify, everything is projected before, and compared. */
export const rebuildBench = (options: ProjectionBenchOptions & Readonly<{ verify?: boolean }>): Promise<BenchLine> =>
  withLog(options, async (store, readModel) => {
    const house = { store, readModel, log: quiet };
    const { verify = false } = options;
    if (verify) for (const partition of store.partitions()) await project(house, partition);
    return measured(verify ? 'rebuild, verified' : 'rebuild', async () => {
      const { events, differences } = await rebuild(house, { verify });
      if (differences.length > 0) throw new Error(`the rebuilt tables differ: ${JSON.stringify(differences)}`);
      return events;
    });
  });
