import { inData } from '#wiring/config.ts';
import { openLiveHouse } from '#wiring/live-house.ts';
import { readHouseFile } from '#wiring/data-folder.ts';
import { benchCampaign, benchConfig, inBenchFolder, peakMb } from './bench-house.ts';
import { share, takenAt } from './ledger-times.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const longestMs = 10_000;

const phoneOf = (n: number): string => `+1208555${String(n).padStart(4, '0')}`;

/**
 * Milliseconds from a request over HTTP to the provider's call, one request after the other as a reception desk makes them, and how long
 * the caller waits for his answer. Provider and house are processes of their own.
 */
export const onDemandBench = (requests: number) =>
  inBenchFolder(async (folder) => {
    const config = { ...benchConfig(folder), mysqlUrl: 'mysql://nobody@127.0.0.1:9/none' };
    const live = await openLiveHouse(config);
    try {
      const campaignId = await benchCampaign(live);
      const { port, token } = readHouseFile(config.dataDir) ?? { port: 0, token: '' };
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const sentAt = new Map<string, number>();
      const answered: number[] = [];
      for (let n = 0; n < requests; n++) {
        const phone = phoneOf(n);
        const row = { phone, firstName: 'Ana', practitioner: 'Dr. Prado', appointmentDate: '2027-12-01', appointmentTime: '10:00' };
        sentAt.set(phone, Date.now());
        const began = performance.now();
        const answer = await fetch(`http://127.0.0.1:${port}/house/send`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ campaignId, rows: [row], reference: `call ${n}` }),
        });
        const { results } = (await answer.json()) as { results?: readonly { outcome: string }[] };
        answered.push(performance.now() - began);
        if (results?.[0]?.outcome !== 'queued') throw new Error(`request ${n} was answered ${answer.status}`);
        await pause(5);
      }
      const ledgerFile = inData(config, 'simulator', 'ledger.jsonl');
      const until = Date.now() + longestMs;
      let taken = await takenAt(ledgerFile);
      for (; taken.size < requests; taken = await takenAt(ledgerFile)) {
        if (Date.now() > until) throw new Error(`the provider took ${taken.size} of ${requests} messages`);
        await pause(50);
      }
      const waits = [...sentAt].map(([phone, at]) => (taken.get(phone) ?? Infinity) - at).sort((one, other) => one - other);
      answered.sort((one, other) => one - other);
      return {
        name: 'on demand',
        value: share(waits, 0.5),
        unit: 'ms to the provider (median)',
        target: 150,
        p95_ms: share(waits, 0.95),
        answer_ms: { median: Math.round(share(answered, 0.5)), p95: Math.round(share(answered, 0.95)) },
        requests,
        peak_rss_mb: peakMb(),
      };
    } finally {
      await live.close();
    }
  });
