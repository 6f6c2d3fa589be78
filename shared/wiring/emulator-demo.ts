import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { dropsPrefix, packetIdOf } from '#app/accept-drop.ts';
import { readPacketDocument } from '#app/packet-document.ts';
import { projectionLag, tailsOf, type Tails } from '#app/projection-lag.ts';
import { topics } from '#app/topics.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import { touchesOf } from '#domain/campaign/touches.ts';
import { ReadModelAway } from '#ports/read-model.ts';
import { checkFile } from './check-file.ts';
import { openCloud, type CloudHouse } from './cloud.ts';
import { carryOut } from './commands.ts';
import type { Config } from './config.ts';
import { inFolder } from './data-folder.ts';
import { defaultCampaignFile, demoCompany, packetFailure, type DemoOptions, type Ended } from './demo.ts';
import { demoProgress } from './demo-progress.ts';
import { demoResult, type DemoResult } from './demo-result.ts';
import { startEmulatedCloud, type EmulatedCloud } from './emulated-cloud.ts';
import { HouseUnavailable } from './house-unavailable.ts';
import { openLog } from './logging.ts';
import { sumOfMeters } from './meter-file.ts';
import { memoryOf } from './process-memory.ts';
import { readJson } from './read-json.ts';

/** What Google would bill for the doors' work, in all and for each message. */
export type Billed = Readonly<{ total: Readonly<Record<string, number>>; per_message: Readonly<Record<string, number>> }>;

export type CloudDemoResult = DemoResult & Readonly<{ billed: Billed }>;

const tickMs = 2_000;
const pollMs = 300;
/** Work that is due so soon is waited for; what waits longer is for another day, and this demo runs in real time. */
const soonMs = 120_000;
const stuckMs = 300_000;

const soon = (): string => new Date(Date.now() + soonMs).toISOString();

const projectionLags = async ({ house }: CloudHouse, tails: Tails): Promise<boolean> => {
  try {
    return (await projectionLag(house, tails)).commits > 0;
  } catch (error) {
    if (error instanceof ReadModelAway) return true;
    throw error;
  }
};

/** Nothing is left to do for the packet: read, queued, sent, reported, and shown. */
const isDone = async (open: CloudHouse, cloud: EmulatedCloud, packetId: string, tails: Tails): Promise<boolean> => {
  const { documents } = open.house;
  const packet = await readPacketDocument(documents, packetId);
  if (packet?.status !== 'loaded' && packet?.status !== 'failed') return false;
  for (const collection of ['rowChunks', 'queue']) if ((await documents.due(collection, soon(), 1)).length > 0) return false;
  return (await cloud.simulator.pending()) === 0 && !(await projectionLags(open, tails));
};

const checkEmulators = (cloud: EmulatedCloud): void => {
  const gone = cloud.gone();
  if (gone !== undefined) throw new HouseUnavailable(gone);
};

/** Ticks in the place of Cloud Scheduler until nothing is left to do, twice in a row. Throws when a door stays away, or nothing moves. */
const untilDone = async (open: CloudHouse, cloud: EmulatedCloud, packetId: string, say: () => Promise<void>): Promise<void> => {
  const tick = async (): Promise<void> => {
    await open.bus.publish(topics.tickCampaigns, [{ data: {} }]);
    await open.bus.publish(topics.tickSends, [{ data: {} }]);
  };
  const timer = setInterval(() => void tick().catch(() => undefined), tickMs);
  let moved = { at: Date.now(), commits: 0 };
  try {
    await tick();
    for (let quiet = 0; quiet < 2;) {
      await new Promise((resolve) => setTimeout(resolve, pollMs));
      checkEmulators(cloud);
      const gone = cloud.doors.map((door) => door.givenUp()).find((why) => why !== undefined);
      if (gone !== undefined) throw new Error(gone);
      const tails = await tailsOf(open.house);
      const commits = [...tails.values()].reduce((sum, tail) => sum + tail, 0);
      if (commits > moved.commits) moved = { at: Date.now(), commits };
      if (Date.now() - moved.at > stuckMs) throw new Error(`nothing was written to the log for ${stuckMs / 60_000} minutes`);
      quiet = (await isDone(open, cloud, packetId, tails)) ? quiet + 1 : 0;
      await say();
    }
  } finally {
    clearInterval(timer);
  }
};

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const billedOf = (meterDir: string, messages: number): Billed => {
  const total = sumOfMeters(meterDir);
  const per = Object.entries(total).map(([what, count]) => [what, rounded(count / Math.max(messages, 1))] as const);
  return { total, per_message: Object.fromEntries(per) };
};

/**
 * The whole job on one file as on Google Cloud: every door a process of its own, Pub/Sub pushing to them, in real time. Throws
 * HouseUnavailable where the emulators are not installed.
 */
export const runEmulatorDemo = async (config: Config, options: DemoOptions): Promise<Ended<CloudDemoResult>> => {
  const { file, campaignFile = defaultCampaignFile, say, tell } = options;
  checkFile(file);
  const definition = readDefinition(readJson(campaignFile));
  inFolder(config.dataDir, () => undefined);
  const cloud = await startEmulatedCloud(config, openLog(config), { say });
  const memory = memoryOf(() => cloud.doors.map((door) => door.pid()));
  try {
    const open = await openCloud(cloud.config);
    await open.reporting.ready(60_000);
    const started = performance.now();
    try {
      const { campaignId } = (await carryOut(open, 'put-campaign', { companyId: demoCompany, definition })) as { campaignId: string };
      await carryOut(open, 'approve-campaign', { campaignId });
      await carryOut(open, 'activate-campaign', { campaignId });
      const fileName = basename(file);
      const { md5 } = await open.house.files.write(`${dropsPrefix}${demoCompany}/${campaignId}/${fileName}`, createReadStream(file));
      const packetId = packetIdOf({ companyId: demoCompany, campaignId, fileName }, md5);
      say(`${fileName} was dropped into the bucket for ${campaignId} ("${definition.name}")`);
      const touches = touchesOf(definition).length;
      await untilDone(open, cloud, packetId, demoProgress(open, { campaignId, packetId, touches, everyMs: 5_000 }, tell));
      const seconds = (performance.now() - started) / 1000;
      const scope = { companyId: demoCompany, campaignId, definition, ledgerFile: cloud.ledgerFile };
      const counted = await demoResult(open, scope, seconds);
      const result = { ...counted, peak_rss_mb: memory.peakMb(), billed: billedOf(cloud.meterDir, counted.messages) };
      const failure = await packetFailure(open, packetId);
      return failure ? { result, failure } : { result };
    } catch (error) {
      // a call that fails is the first to know that an emulator has ended
      await new Promise((resolve) => setTimeout(resolve, pollMs));
      checkEmulators(cloud);
      throw error;
    } finally {
      await open.close();
    }
  } finally {
    memory.stop();
    await cloud.close();
  }
};
