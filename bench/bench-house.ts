import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acceptDrop } from '#app/accept-drop.ts';
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

/** The example campaign without limits, sending at once, active. */
export const benchCampaign = async (embedded: Embedded): Promise<string> => {
  const example = readJson(join(import.meta.dirname, '../examples/appointment-reminder.json')) as Record<string, unknown>;
  const { limits: _, ...rest } = example;
  const definition = { ...rest, schedule: 'now' };
  const { campaignId } = (await carryOut(embedded, 'put-campaign', { companyId: benchCompany, definition })) as { campaignId: string };
  await carryOut(embedded, 'approve-campaign', { campaignId });
  await carryOut(embedded, 'activate-campaign', { campaignId });
  return campaignId;
};

/** A sample file as an accepted packet. */
export const benchPacket = async (
  embedded: Embedded,
  folder: string,
  { campaignId, rows }: { campaignId: string; rows: number },
): Promise<string> => {
  const file = join(folder, 'rows.csv');
  await writeSampleFile(file, rows);
  const path = `drops/${benchCompany}/${campaignId}/rows.csv`;
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
