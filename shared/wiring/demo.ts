import { accessSync, constants, createReadStream, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { csvRowReader } from '#adapters/csv/row-reader.ts';
import { topics } from '#app/topics.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import { lapseClock } from './clocks.ts';
import { carryOut } from './commands.ts';
import { inData, type Config } from './config.ts';
import { demoNow } from './demo-now.ts';
import { demoResult, type DemoResult } from './demo-result.ts';
import { HouseUnavailable } from './house-unavailable.ts';
import { openLiveHouse, type LiveHouse } from './live-house.ts';
import { runTimeLapse } from './time-lapse.ts';

export const demoCompany = 'co_demo';
export const defaultCampaignFile = join(import.meta.dirname, '../../examples/appointment-reminder.json');

export type DemoOptions = Readonly<{
  file: string;
  campaignFile?: string;
  /** the business time to begin at, UTC ISO; a folder that has a time already goes on from there */
  now?: string;
  /** called now and then with how things stand */
  say: (line: string) => void;
}>;

export const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? `is no JSON: ${error.message}` : `can't be read (${(error as NodeJS.ErrnoException).code})`;
    throw new HouseUnavailable(`the campaign file ${file} ${why}`);
  }
};

const checkFile = (file: string): void => {
  try {
    if (statSync(file).isFile()) return accessSync(file, constants.R_OK);
  } catch (error) {
    throw new HouseUnavailable(`the file ${file} can't be read (${(error as NodeJS.ErrnoException).code}): give another one with --file`);
  }
  throw new HouseUnavailable(`${file} is no file: give another one with --file`);
};

/** The file under its own name in the campaign's drop folder, once. */
const drop = async ({ house, bus }: LiveHouse, file: string, folder: string): Promise<void> => {
  const path = `${folder}/${basename(file)}`;
  await house.files.write(path, createReadStream(file));
  await bus.publish(topics.dropFinalized, [{ data: { path }, key: path }]);
};

const progress = (live: LiveHouse, say: (line: string) => void): (() => Promise<void>) => {
  let saidAt = 0;
  return async () => {
    if (Date.now() - saidAt < 1000) return;
    saidAt = Date.now();
    say(`${live.house.clock.now().slice(0, 16)}Z  tasks ${await live.bus.pending()}`);
  };
};

/**
 * The whole job on one file: a demo company with the campaign, the file dropped, every message sent to the simulator, in a time that jumps
 * from one due moment to the next. The same folder again goes on where it was. Throws HouseUnavailable and Refusal for people.
 */
export const runDemo = async (config: Config, { file, campaignFile = defaultCampaignFile, now, say }: DemoOptions): Promise<DemoResult> => {
  const started = performance.now();
  checkFile(file);
  const definition = readDefinition(readJson(campaignFile));
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const open = async (start: number) => createReadStream(file, { start });
  const first = now ?? (await demoNow(csvRowReader(), open, definition, new Date().toISOString()));
  const clock = lapseClock(inData(config, 'clock'), first);
  const live = await openLiveHouse(config, { clock });
  try {
    const put = (await carryOut(live, 'put-campaign', { companyId: demoCompany, definition })) as { campaignId: string };
    const { campaignId } = put;
    await carryOut(live, 'approve-campaign', { campaignId });
    await carryOut(live, 'activate-campaign', { campaignId });
    await drop(live, file, `drops/${demoCompany}/${campaignId}`);
    say(`${basename(file)} was dropped for ${campaignId}; it is ${clock.now()} there`);
    await runTimeLapse(live, clock, progress(live, say));
    const ledgerFile = inData(config, 'simulator', 'ledger.jsonl');
    return await demoResult(live, { companyId: demoCompany, campaignId, definition, ledgerFile }, (performance.now() - started) / 1000);
  } finally {
    await live.close();
  }
};
