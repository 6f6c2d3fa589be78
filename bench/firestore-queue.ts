import { loadPacket } from '#app/load-packet.ts';
import { queueRows } from '#app/queue-rows.ts';
import { rowChunksOf } from '#domain/message/row-chunk.ts';
import { openEmbedded, type Embedded } from '#wiring/embedded.ts';
import { benchCampaign, benchConfig, benchPacket, cpuPer, inBenchFolder, peakMb } from './bench-house.ts';
import { timed } from './log-append.ts';
import { openFirestore, warmUp, withFirestore } from './firestore-emulator.ts';

/** as many doors as queue at the same time */
const chunksAtOnce = 8;

/** A house whose log, documents and keys are in Firestore; files and bus stay in the folder. */
export const inFirestoreHouse = <T>(
  work: (house: Embedded, firestore: ReturnType<typeof openFirestore>, folder: string) => Promise<T>,
): Promise<T> =>
  withFirestore((host) =>
    inBenchFolder(async (folder) => {
      const embedded = await openEmbedded(benchConfig(folder));
      const firestore = openFirestore(host);
      const { store, documents, vault } = firestore;
      try {
        return await work({ ...embedded, house: { ...embedded.house, store, documents, vault } }, firestore, folder);
      } finally {
        await firestore.connection.close();
        await embedded.close();
      }
    }),
  );

/** Messages a second that are queued with their claims into Firestore's emulator, by the verbs that the doors call. */
export const firestoreQueueBench = (rows: number) =>
  inFirestoreHouse(async (embedded, { connection, documents }, folder) => {
    await warmUp({ documents });
    const { house } = embedded;
    const campaignId = await benchCampaign(embedded);
    const packetId = await benchPacket(embedded, folder, { campaignId, rows });
    const cause = { id: 'bench', now: house.clock.now() };
    const start = performance.now();
    while ((await house.documents.nextDue('packets')) !== undefined) await loadPacket(house, packetId, cause);
    const loaded = performance.now();
    connection.meter.reset();
    const cpu = process.cpuUsage();
    const chunks = await house.documents.due(rowChunksOf(campaignId), '9999', rows);
    await timed(chunks.length, chunksAtOnce, async (n) => {
      const path = chunks[n]?.path;
      if (path !== undefined) await queueRows(house, { path, run: 1 }, { ...cause, now: house.clock.now() });
    });
    const queued = performance.now();
    const counts = connection.meter.counts();
    const perRow = (n: number): number => Math.round((1000 * n) / rows) / 1000;
    return {
      name: 'firestore-queue',
      value: Math.round((rows / (queued - loaded)) * 1000),
      unit: 'messages/s',
      target: 10_000,
      rows,
      load_rows_per_s: Math.round((rows / (loaded - start)) * 1000),
      per_row: { writes: perRow(counts.writes), reads: perRow(counts.reads), deletes: perRow(counts.deletes) },
      conflicts: counts.conflicts,
      cpu_us_per_row: cpuPer(cpu, rows),
      peak_rss_mb: peakMb(),
    };
  });
