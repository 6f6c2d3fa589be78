import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acceptDrop } from '#app/accept-drop.ts';
import { loadPacket } from '#app/load-packet.ts';
import { queueRows } from '#app/queue-rows.ts';
import { rowChunksOf } from '#domain/message/row-chunk.ts';
import { carryOut } from '#wiring/commands.ts';
import { readConfig } from '#wiring/config.ts';
import { readJson } from '#wiring/read-json.ts';
import type { Embedded } from '#wiring/embedded.ts';
import { createReadStream } from 'node:fs';
import { writeSampleFile } from './sample-file.ts';

export const benchCompany = 'co_bench';

/** A data folder for one benchmark, removed at its end. */
export const inBenchFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'carillon-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const benchConfig = (folder: string) => readConfig({ dataDir: join(folder, 'data'), logLevel: 'error' });

/** The example campaign without limits, sending at once, active. `more`: what its definition says besides. */
export const benchCampaign = async (embedded: Embedded, companyId = benchCompany, more: object = {}): Promise<string> => {
  const example = readJson(join(import.meta.dirname, '../examples/appointment-reminder.json')) as Record<string, unknown>;
  const { limits: _, ...rest } = example;
  const definition = { ...rest, schedule: 'now', ...more };
  const { campaignId } = (await carryOut(embedded, 'put-campaign', { companyId, definition })) as { campaignId: string };
  await carryOut(embedded, 'approve-campaign', { campaignId });
  await carryOut(embedded, 'activate-campaign', { campaignId });
  return campaignId;
};

/** A sample file as an accepted packet. */
export const benchPacket = async (
  embedded: Embedded,
  folder: string,
  { campaignId, rows, companyId = benchCompany }: { campaignId: string; rows: number; companyId?: string },
): Promise<string> => {
  const file = join(folder, 'rows.csv');
  await writeSampleFile(file, rows);
  const path = `drops/${companyId}/${campaignId}/rows.csv`;
  await embedded.house.files.write(path, createReadStream(file));
  rmSync(file);
  const packetId = await acceptDrop(embedded.house, path, { id: 'bench-drop', now: embedded.house.clock.now() });
  if (packetId === undefined) throw new Error('the sample file was not accepted');
  return packetId;
};

export const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

/** Microseconds of CPU that this process used since `before`, per item. */
export const cpuPer = (before: NodeJS.CpuUsage, items: number): number => {
  const { user, system } = process.cpuUsage(before);
  return Math.round(((user + system) / items) * 10) / 10;
};

/** Loads a packet and queues it while its company is halted, so that nothing of it leaves yet; CPU microseconds a row for each. */
export const queueHalted = async (
  embedded: Embedded,
  { companyId = benchCompany, campaignId, packetId, rows }: { companyId?: string; campaignId: string; packetId: string; rows: number },
): Promise<Readonly<{ load: number; queue: number }>> => {
  const { house, bus } = embedded;
  await carryOut(embedded, 'halt-company', { companyId, by: 'bench' });
  const cause = { id: 'bench', now: house.clock.now() };
  const atLoad = process.cpuUsage();
  // a handler stops after three minutes and goes on in the next one
  while ((await house.documents.nextDue('packets')) !== undefined) await loadPacket(house, packetId, cause);
  const load = cpuPer(atLoad, rows);
  const atQueue = process.cpuUsage();
  for (;;) {
    const due = await house.documents.due(rowChunksOf(campaignId), '9999', 50);
    if (due.length === 0) break;
    for (const { path } of due) await queueRows(house, { path, run: 1 }, { ...cause, now: house.clock.now() });
  }
  // the house has queued some of it by itself, and what it was told of finds the company halted
  while (((await bus.pending()) ?? 0) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  return { load, queue: cpuPer(atQueue, rows) };
};

/** What waits goes on at once. */
export const lift = (embedded: Embedded, companyId = benchCompany): Promise<unknown> =>
  carryOut(embedded, 'lift-company', { companyId, by: 'bench' });
