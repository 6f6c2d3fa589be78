import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Health } from '#app/health.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import type { Report } from '#ports/read-model.ts';
import { command } from './command-client.ts';
import type { Config } from './config.ts';
import { readHouseFile } from './data-folder.ts';
import { dropFile } from './drop-file.ts';
import { HouseUnavailable } from './house-unavailable.ts';

export const smokeCompany = 'co_smoke';

/** The sender that Twilio takes for valid where its test credentials are used, and for nobody's where others are (its docs, "Test credentials"). */
export const magicSender = '+15005550006';

export type SmokeOptions = Readonly<{
  /** where the house answers /health/ready; left out: the one that runs on this machine */
  url?: string;
  to: string;
  from: string;
  timeoutMs: number;
  say: (line: string) => void;
}>;

export type SmokeResult = Readonly<{
  version: string;
  revision?: string;
  campaignId: string;
  path: string;
  sent: number;
  /** from the drop to the report that the provider has accepted it */
  seconds: number;
}>;

const pollMs = 1_000;
const healthMs = 10_000;

const definition = (from: string): Definition => ({
  name: 'Smoke test',
  from,
  timezone: 'UTC',
  fields: { person: 'person', phone: 'phone' },
  channels: [{ channel: 'sms', template: 'This is a test of the system. Nobody need do anything.' }],
  schedule: 'now',
});

const addressOf = (config: Config, url: string | undefined): string => {
  const running = config.googleCloud ? undefined : readHouseFile(config.dataDir);
  const found = url ?? (running && `http://127.0.0.1:${running.port}`);
  if (found === undefined) throw new HouseUnavailable('say with --url where the door "health" answers; terraform prints it');
  return found.replace(/\/$/, '');
};

const checkReady = async (url: string): Promise<Health> => {
  const ask = async (): Promise<Response> => fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(healthMs) });
  const answer = await ask().catch((error: unknown) => {
    throw new HouseUnavailable(`nobody answers at ${url}/health/ready: is the address right, and the house deployed?`, { cause: error });
  });
  const health = (await answer.json().catch(() => ({}))) as Partial<Health>;
  const { problems = [], version = 'unknown' } = health;
  if (answer.status !== 200) {
    throw new HouseUnavailable(
      `the house is not ready (${answer.status}): ${problems.map(({ says }) => says).join('; ') || 'look at its log'}`,
    );
  }
  return { ...(health as Health), version, problems };
};

const dropOne = async (config: Config, { campaignId, to }: { campaignId: string; to: string }): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'carillon-smoke-'));
  try {
    // a person of its own: the same one is told once a day
    const name = `smoke-${Date.now().toString(36)}`;
    const file = join(folder, `${name}.csv`);
    writeFileSync(file, `person,phone\n${name},${to}\n`);
    return (await dropFile(config, { file, campaignId, companyId: smokeCompany })).path;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

type Row = Readonly<Record<string, string | number | null>>;

/** The message's end where it has one: sent, or the words that say why not. */
const outcomeOf = async (config: Config, campaignId: string, file: string): Promise<number> => {
  const params = { companyId: smokeCompany, campaignId, packetId: null };
  const { rows } = (await command(config, 'report', { name: 'by-packet', params })) as Report;
  const row: Row | undefined = rows.find((one) => one['file'] === file);
  if (!row) return 0;
  const lost = ['rejected', 'skipped', 'failed', 'expired', 'canceled'].find((key) => Number(row[key] ?? 0) > 0);
  if (row['status'] === 'failed' || lost !== undefined) {
    const why = row['what_to_do'] ?? `"carillon report failures --company ${smokeCompany}" says why`;
    throw new HouseUnavailable(`the message was not sent (${lost ?? 'its file failed'}): ${why}`);
  }
  return Number(row['sent'] ?? 0);
};

/**
 * One message from end to end: a campaign of a company of its own, a file of one row, and every door between it and the provider, then the
 * report of it. Throws HouseUnavailable with what to look at.
 */
export const runSmoke = async (config: Config, { url, to, from, timeoutMs, say }: SmokeOptions): Promise<SmokeResult> => {
  const { version, revision, problems } = await checkReady(addressOf(config, url));
  say(`version ${version} is ready${problems.length === 0 ? '' : `; it says: ${problems.map(({ says }) => says).join('; ')}`}`);
  const put = { companyId: smokeCompany, definition: definition(from) };
  const { campaignId } = (await command(config, 'put-campaign', put)) as { campaignId: string };
  await command(config, 'approve-campaign', { campaignId, by: 'smoke test' });
  await command(config, 'activate-campaign', { campaignId });
  const began = performance.now();
  const path = await dropOne(config, { campaignId, to });
  say('a file of one row is dropped; now every door between it and the provider has its turn …');
  const file = path.split('/').slice(3).join('/');
  for (;;) {
    const sent = await outcomeOf(config, campaignId, file);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    if (sent > 0) return { version, ...(revision === undefined ? {} : { revision }), campaignId, path, sent, seconds };
    if (seconds * 1_000 > timeoutMs) {
      throw new HouseUnavailable(
        `no message was sent within ${timeoutMs / 1_000} s: "carillon status" shows where it waits, and "carillon report packets --company ${smokeCompany}" how far the file came`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
};
