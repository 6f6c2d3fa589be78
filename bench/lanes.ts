import { carryOut } from '#wiring/commands.ts';
import { inData } from '#wiring/config.ts';
import { readHouseFile } from '#wiring/data-folder.ts';
import { openLiveHouse, type LiveHouse } from '#wiring/live-house.ts';
import { benchCampaign, benchCompany, benchConfig, benchPacket, inBenchFolder, lift, peakMb, queueHalted } from './bench-house.ts';
import { share, takenAt } from './ledger-times.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const everyMs = 100;
const mostRequests = 300;
const longestMs = 15_000;
/** An area that the sample file has nobody in. */
const area = '+1206555';
const phoneOf = (n: number): string => `${area}${String(n).padStart(4, '0')}`;

/** What a reception desk sends by the way: a campaign of its own, one person at a time. */
const desk = {
  name: 'Desk',
  from: '+12085550188',
  timezone: 'America/Boise',
  fields: { person: 'phone', firstName: 'firstName', phone: 'phone' },
  channels: [{ channel: 'sms', template: 'Hi {{ firstName }}, your doctor is back: come in when you like.' }],
  schedule: 'now',
};

const deskCampaign = async (live: LiveHouse): Promise<string> => {
  const { campaignId } = (await carryOut(live, 'put-campaign', { companyId: benchCompany, definition: desk })) as { campaignId: string };
  await carryOut(live, 'approve-campaign', { campaignId });
  await carryOut(live, 'activate-campaign', { campaignId });
  return campaignId;
};

/** Asks for one message over HTTP, as programs do; gives when it was asked for. */
const askFor = async (dataDir: string, campaignId: string, n: number): Promise<number> => {
  const { port, token } = readHouseFile(dataDir) ?? { port: 0, token: '' };
  const asked = Date.now();
  const answer = await fetch(`http://127.0.0.1:${port}/house/send`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ campaignId, rows: [{ phone: phoneOf(n), firstName: 'Ana' }], reference: `desk ${n}` }),
  });
  const { results } = (await answer.json()) as { results?: readonly { outcome: string }[] };
  if (results?.[0]?.outcome !== 'queued') throw new Error(`request ${n} was answered ${answer.status}`);
  return asked;
};

/** Requests every tenth of a second, whether the one before was answered or not, while the campaign has something to send. */
const askWhileItRuns = async (live: LiveHouse, dataDir: string, deskId: string): Promise<ReadonlyMap<string, number>> => {
  const asking: Promise<readonly [string, number]>[] = [];
  // what is begun before the bulk is under way would be measured on a house that stands idle
  await pause(1_000);
  while (asking.length < mostRequests && (await live.house.documents.nextDue('queue')) !== undefined) {
    const n = asking.length;
    asking.push(askFor(dataDir, deskId, n).then((at) => [phoneOf(n), at] as const));
    await pause(everyMs);
  }
  return new Map(await Promise.all(asking));
};

/** The desk's messages that the provider took, once it has all of them or has had its time. */
const takenOf = async (ledgerFile: string, count: number): Promise<ReadonlyMap<string, number>> => {
  const isDesk = (to: string): boolean => to.startsWith(area);
  const until = Date.now() + longestMs;
  let taken = await takenAt(ledgerFile, isDesk);
  for (; taken.size < count && Date.now() < until; taken = await takenAt(ledgerFile, isDesk)) await pause(500);
  return taken;
};

/**
 * Milliseconds from a request over HTTP to the provider's call while a campaign of `rows` of the same company is being sent at full speed.
 * Provider and house are processes of their own.
 */
export const lanesBench = (rows: number) =>
  inBenchFolder(async (folder) => {
    const config = { ...benchConfig(folder), mysqlUrl: 'mysql://nobody@127.0.0.1:9/none' };
    const live = await openLiveHouse(config);
    try {
      const campaignId = await benchCampaign(live);
      const packetId = await benchPacket(live, folder, { campaignId, rows });
      await queueHalted(live, { campaignId, packetId, rows });
      const deskId = await deskCampaign(live);
      await lift(live);
      const began = Date.now();
      const asked = await askWhileItRuns(live, config.dataDir, deskId);
      const ledgerFile = inData(config, 'simulator', 'ledger.jsonl');
      const bulk = (await takenAt(ledgerFile, (to) => !to.startsWith(area))).size;
      const seconds = (Date.now() - began) / 1_000;
      const taken = await takenOf(ledgerFile, asked.size);
      const waits = [...asked].map(([phone, at]) => (taken.get(phone) ?? Infinity) - at).sort((one, other) => one - other);
      const within = waits.filter((ms) => ms <= 1_000).length / waits.length;
      return {
        name: 'lanes',
        value: Math.round(within * 1_000) / 10,
        unit: '% of on-demand messages with the provider within 1 s',
        target: 95,
        requests: asked.size,
        median_ms: share(waits, 0.5),
        p95_ms: share(waits, 0.95),
        p99_ms: share(waits, 0.99),
        longest_ms: waits.at(-1),
        bulk_messages_meanwhile: bulk,
        bulk_per_s: Math.round(bulk / seconds),
        peak_rss_mb: peakMb(),
      };
    } finally {
      await live.close();
    }
  });
