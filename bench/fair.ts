import { loadPacket } from '#app/load-packet.ts';
import { topics } from '#app/topics.ts';
import { readLedger } from '#adapters/simulator/ledger.ts';
import { carryOut } from '#wiring/commands.ts';
import { inData } from '#wiring/config.ts';
import { openLiveHouse, type LiveHouse } from '#wiring/live-house.ts';
import { benchCampaign, benchCompany, benchConfig, benchPacket, inBenchFolder, peakMb } from './bench-house.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const few = 10;
const longestMs = 120_000;

const phoneOf = (n: number): string => `+1303555${String(n).padStart(4, '0')}`;

/** A campaign of ten with its rows loaded, approved and not yet active. */
const smallCampaign = async (live: LiveHouse): Promise<string> => {
  const definition = {
    name: 'Ten',
    from: '+12085550188',
    timezone: 'America/Boise',
    fields: { person: 'id', firstName: 'name', phone: 'phone' },
    channels: [{ channel: 'sms', template: 'Hi {{ firstName }}, your glasses are ready.' }],
    schedule: 'now',
  };
  const { campaignId } = (await carryOut(live, 'put-campaign', { companyId: benchCompany, definition })) as { campaignId: string };
  await carryOut(live, 'approve-campaign', { campaignId });
  const path = `drops/${benchCompany}/${campaignId}/ten.csv`;
  const lines = Array.from({ length: few }, (_, n) => `P${n},Person ${n},${phoneOf(n)}`);
  await live.house.files.write(path, ['id,name,phone', ...lines, ''].join('\n'));
  await live.bus.publish(topics.dropFinalized, [{ data: { path }, key: path }]);
  return campaignId;
};

type Taken = Readonly<{ ofTen: readonly number[]; others: number }>;

const takenIn = async (ledgerFile: string): Promise<Taken> => {
  const ofTen: number[] = [];
  let others = 0;
  for await (const { to, at, status } of readLedger(ledgerFile)) {
    if (status !== 'queued') continue;
    if (to.startsWith('+1303555')) ofTen.push(Date.parse(at));
    else others++;
  }
  return { ofTen, others };
};

/**
 * Seconds from the activation of a campaign of ten until the provider has the last of them, while a campaign of `rows` of the same company is
 * being queued and sent. Nobody ticks: hints alone.
 */
export const fairBench = (rows: number) =>
  inBenchFolder(async (folder) => {
    const config = { ...benchConfig(folder), mysqlUrl: 'mysql://nobody@127.0.0.1:9/none' };
    const live = await openLiveHouse(config);
    try {
      const large = await benchCampaign(live);
      const packetId = await benchPacket(live, folder, { campaignId: large, rows });
      const small = await smallCampaign(live);
      await loadPacket(live.house, packetId, { id: 'bench', now: live.house.clock.now() });
      const ledgerFile = inData(config, 'simulator', 'ledger.jsonl');
      while ((await takenIn(ledgerFile)).others < rows / 20) await pause(200);
      const activated = Date.now();
      await carryOut(live, 'activate-campaign', { campaignId: small });
      let taken = await takenIn(ledgerFile);
      while (taken.ofTen.length < few) {
        if (Date.now() - activated > longestMs) throw new Error(`${taken.ofTen.length} of ${few} went in ${longestMs / 1_000} s`);
        await pause(250);
        taken = await takenIn(ledgerFile);
      }
      return {
        name: 'fair',
        value: Math.round(Math.max(...taken.ofTen) - activated) / 1_000,
        unit: 's until the tenth message of a campaign activated beside a large one',
        target: 60,
        large: rows,
        large_sent_by_then: taken.others,
        peak_rss_mb: peakMb(),
      };
    } finally {
      await live.close();
    }
  });
