import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { publicKeyFor, telnyxProfile } from '#adapters/simulator/telnyx/account.ts';
import { senderPath } from '#app/conversation-of.ts';
import { loadPacket } from '#app/load-packet.ts';
import { tailsOf } from '#app/projection-lag.ts';
import { carryOut } from '#wiring/commands.ts';
import { startDoor } from '#wiring/door-process.ts';
import type { Embedded } from '#wiring/embedded.ts';
import { openLiveHouse } from '#wiring/live-house.ts';
import { openLog } from '#wiring/logging.ts';
import { benchCampaign, benchConfig, benchPacket, inBenchFolder, peakMb } from './bench-house.ts';
import { measurePhase, p99TargetMs, perSecondTarget, pinToOneCore, startLoad } from './webhook-phase.ts';

const packetRows = 20_000;
const { accountId, authToken } = simulatorAccount;
const apiKey = 'of-the-benchmark';
/** Nothing is sent: nobody listens there. */
const baseUrl = 'http://127.0.0.1:9';
const twilio = { accountId, authToken, baseUrl };
const telnyx = { accountId: telnyxProfile, apiKey: { value: apiKey }, publicKey: publicKeyFor(apiKey), baseUrl };
const nobody = 'mysql://nobody@127.0.0.1:9/none';
const own = '+12085550199';

const ownCpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** A packet whose messages can be reported about: it is loaded, and nothing of it is sent. */
const loadedPacket = async (embedded: Embedded, folder: string, companyId: string): Promise<string> => {
  const campaignId = await benchCampaign(embedded, companyId);
  await carryOut(embedded, 'halt-company', { companyId, by: 'bench' });
  const packetId = await benchPacket(embedded, folder, { campaignId, rows: packetRows, companyId });
  const cause = { id: 'bench', now: embedded.house.clock.now() };
  while ((await embedded.house.documents.nextDue('packets')) !== undefined) await loadPacket(embedded.house, packetId, cause);
  while (((await embedded.bus.pending()) ?? 0) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  return packetId;
};

type Setting = Readonly<{ folder: string; load: ChildProcess; count: number }>;

/** The house's own server: reports of two providers, then replies. */
const ownServer = async ({ folder, load, count }: Setting) => {
  const live = await openLiveHouse({ ...benchConfig(folder), twilio, telnyx, mysqlUrl: nobody });
  try {
    const { house, port } = live;
    const commits = async (): Promise<number> => [...(await tailsOf(house)).values()].reduce((sum, at) => sum + at, 0);
    const base = { load, count, cpuSeconds: ownCpu, commits };
    const packetId = await loadedPacket(live, folder, 'co_bench');
    const job = { port, accountId, secret: authToken, packetId, rows: packetRows };
    const byTwilio = await measurePhase({ ...base, job: { ...job, kind: 'twilio' } });
    const account = { provider: 'telnyx', accountId: telnyxProfile };
    const telnyxPacket = await loadedPacket({ ...live, account }, folder, 'co_telnyx');
    const telnyxJob = { ...job, kind: 'telnyx', accountId: telnyxProfile, secret: apiKey, packetId: telnyxPacket } as const;
    const byTelnyx = await measurePhase({ ...base, count: Math.ceil(count / 3), job: telnyxJob });
    const path = senderPath({ provider: 'twilio', accountId, channel: 'sms', sender: own });
    await house.documents.write([{ path, data: { companies: ['co_bench'] } }]);
    const replies = await measurePhase({
      ...base,
      count: Math.ceil(count / 5),
      steady: 'half of its own',
      job: { ...job, kind: 'replies' },
    });
    return { packetId, measured: { twilio: byTwilio, telnyx: byTelnyx, replies } };
  } finally {
    await live.close();
  }
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const ticksPerSecond = 100;
/** User and system time of another process: fields 14 and 15 of its stat (proc(5)). */
const cpuOf = (pid: number | undefined): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
};

/** The same door in a process of its own under Google's framework, on the same folder. */
const underTheFramework = async ({ folder, load, count }: Setting, packetId: string) => {
  const config = benchConfig(folder);
  const port = await freePort();
  const env = {
    ...process.env,
    CARILLON_DATA: config.dataDir,
    CARILLON_PUBLIC_URL: `http://127.0.0.1:${port}`,
    CARILLON_TWILIO_ACCOUNT_SID: accountId,
    CARILLON_TWILIO_AUTH_TOKEN: authToken,
    MYSQL_URL: nobody,
    CARILLON_LOG_LEVEL: 'error',
  };
  const door = await startDoor('receive-status', { port, env, log: openLog(config), onStart: () => {} });
  try {
    const job = { kind: 'twilio', port, accountId, secret: authToken, packetId, rows: packetRows } as const;
    return await measurePhase({ load, count: Math.ceil(count / 4), cpuSeconds: () => cpuOf(door.pid()), steady: 'half of its own', job });
  } finally {
    await door.close();
  }
};

/**
 * Webhooks a second that stand in the log before they are answered: the house with its own server on one core, whoever sends them on another. Signed
 * by Twilio's and Telnyx's rules, from 128 connections; then at half of the target's rate. Projections have no database meanwhile.
 */
export const statusWebhooksBench = (count: number) =>
  inBenchFolder(async (folder) => {
    const isPinned = pinToOneCore();
    const load = startLoad();
    try {
      const setting = { folder, load, count };
      const { packetId, measured } = await ownServer(setting);
      const framework = await underTheFramework(setting, packetId);
      return {
        name: 'status webhooks',
        value: measured.twilio.per_second,
        unit: 'webhooks/s',
        target: perSecondTarget,
        target_p99_ms: p99TargetMs,
        ...measured,
        functions_framework: framework,
        one_core: isPinned,
        peak_rss_mb: peakMb(),
      };
    } finally {
      load.disconnect();
    }
  });
