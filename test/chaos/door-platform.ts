import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { duePages } from '#app/due-pages.ts';
import type { PacketDocument } from '#app/packet-document.ts';
import { packetIdOf } from '#app/accept-drop.ts';
import { readPacketDocument } from '#app/packet-document.ts';
import { projectionLag, tailsOf } from '#app/projection-lag.ts';
import { topics } from '#app/topics.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import type { WorkItem } from '#domain/work/work-item.ts';
import { openCloud, type CloudHouse } from '#wiring/cloud.ts';
import { carryOut } from '#wiring/commands.ts';
import { readConfig } from '#wiring/config.ts';
import { demoResult } from '#wiring/demo-result.ts';
import { startEmulatedCloud, type EmulatedCloud } from '#wiring/emulated-cloud.ts';
import { openLog } from '#wiring/logging.ts';
import { readJson } from '#wiring/read-json.ts';
import { eventually } from '../support/eventually.ts';
import type { Look, Platform, Victim } from './platform.ts';

const companyId = 'co_chaos';
const campaignFile = join(import.meta.dirname, '../../examples/now.json');
/** As Cloud Scheduler ticks. */
const tickMs = 300_000;
const upMs = 60_000;
const usualCallMs = 10_000;

/** Doors with something in their hands are struck more often. */
const busy = ['load-packet', 'queue-rows', 'send-work', 'send-work', 'send-work-2', 'send-work-2', 'receive-status', 'project'];
const senders = ['send-work', 'send-work-2'];

export type DoorOptions = Readonly<{ folder: string; leaseMs: number; listLagMs: number; say: (line: string) => void }>;

/** The process that serves a door now; 0: none yet. */
const pidOf = (folder: string, door: string): number => {
  const file = join(folder, 'emulators', `${door}.pid`);
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
};

const doorsIn = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'emulators'))
    .filter((name) => name.endsWith('.pid'))
    .map((name) => name.slice(0, -'.pid'.length))
    .sort();

const lookInto = async ({ house: { documents } }: CloudHouse, packets: readonly string[]): Promise<Look> => {
  const inFlight: string[] = [];
  let waiting = 0;
  let chunks = 0;
  for await (const items of duePages<WorkItem>(documents, 'queue', '9999'))
    for (const { path, data } of items) {
      inFlight.push(...data.inFlight.map(([index]) => `${path}#${index}`));
      waiting += data.pending.length;
    }
  for await (const some of duePages(documents, 'rowChunks', '9999')) chunks += some.length;
  const read: readonly (PacketDocument | undefined)[] = await Promise.all(packets.map((id) => readPacketDocument(documents, id)));
  return { inFlight, waiting, chunks, loaded: read.filter((packet) => packet?.status === 'loaded').length };
};

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {
    // it has just ended by itself, and is started again
  }
};

const ticking = (open: CloudHouse): (() => void) => {
  const tick = async (): Promise<void> => {
    for (const topic of [topics.tickCampaigns, topics.tickSends]) await open.bus.publish(topic, [{ data: {} }]);
  };
  const timer = setInterval(() => void tick().catch(() => undefined), tickMs);
  return () => clearInterval(timer);
};

type Opened = Readonly<{ cloud: EmulatedCloud; open: CloudHouse; folder: string; campaignId: string }>;

const partsOf = ({ cloud, open, folder, campaignId }: Opened): Pick<Platform, 'drop' | 'look' | 'pick' | 'revive' | 'result'> => {
  const packets: string[] = [];
  const pids = new Map<Victim, Readonly<{ door: string; pid: number }>>();
  return {
    drop: async (fileName, csv) => {
      const { md5 } = await open.house.files.write(`drops/${companyId}/${campaignId}/${fileName}`, csv);
      packets.push(packetIdOf({ companyId, campaignId, fileName }, md5));
    },
    look: () => lookInto(open, packets),
    pick: (how, random) => {
      const from = how === 'freeze' ? senders : random() < 0.8 ? busy : doorsIn(folder);
      const door = from[Math.floor(random() * from.length)] ?? 'send-work';
      const pid = pidOf(folder, door);
      const victim: Victim = { name: door, sends: senders.includes(door), kill: (name) => signal(pid, name) };
      pids.set(victim, { door, pid });
      return victim;
    },
    revive: async (victim) => {
      const { door = '', pid } = pids.get(victim) ?? {};
      await eventually(`the door ${door} is started again`, () => pidOf(folder, door) !== pid, upMs);
    },
    result: async () => {
      const hasAll = async (): Promise<boolean> => (await projectionLag(open.house, await tailsOf(open.house))).commits === 0;
      await eventually('the reporting tables have everything', hasAll, upMs);
      const definition = readJson(campaignFile) as Definition;
      return demoResult(open, { companyId, campaignId, definition, ledgerFile: cloud.ledgerFile }, 1);
    },
  };
};

/**
 * Every door a process of its own on Google's emulators, two for the door that sends: while one of them is frozen or dead the other takes over
 * what it had, once its lease has run out.
 */
export const doorPlatform = async ({ folder, leaseMs, listLagMs, say }: DoorOptions): Promise<Platform> => {
  const config = readConfig({ dataDir: folder, leaseMs, twilio: { ...simulatorAccount, listLagMs }, logLevel: 'error' });
  const cloud = await startEmulatedCloud(config, openLog(config), { say, twins: ['send-work'] });
  const closers: (() => unknown)[] = [cloud.close];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0)) await closer();
  };
  try {
    const open = await openCloud(cloud.config);
    closers.unshift(ticking(open), open.close);
    await open.reporting.ready(upMs);
    const put = (await carryOut(open, 'put-campaign', { companyId, definition: readJson(campaignFile) })) as { campaignId: string };
    const { campaignId } = put;
    await carryOut(open, 'approve-campaign', { campaignId });
    await carryOut(open, 'activate-campaign', { campaignId });
    const { url: networkUrl } = cloud.simulator;
    const about = { leaseMs, callTimeoutMs: usualCallMs, listLagMs, ledgerFile: cloud.ledgerFile, networkUrl };
    return { ...about, ...partsOf({ cloud, open, folder, campaignId }), close };
  } catch (error) {
    await close();
    throw error;
  }
};
