import { createReadStream, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rowReaders } from './row-readers.ts';
import { dropsPrefix, packetIdOf } from '#app/accept-drop.ts';
import { topics } from '#app/topics.ts';
import { carrierOf } from '#app/carrier-of.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import { touchesOf } from '#domain/campaign/touches.ts';
import { packetStream } from '#domain/kernel/streams.ts';
import { checkFile } from './check-file.ts';
import { lapseClock } from './clocks.ts';
import { carryOut } from './commands.ts';
import type { Config } from './config.ts';
import { inFolder } from './data-folder.ts';
import { demoNow } from './demo-now.ts';
import { demoProgress, type DemoProgress } from './demo-progress.ts';
import { demoResult, type DemoResult } from './demo-result.ts';
import { HouseUnavailable } from './house-unavailable.ts';
import { openLiveHouse, type LiveHouse } from './live-house.ts';
import { readJson } from './read-json.ts';
import { ledgerFileOf } from './simulated-providers.ts';
import { runTimeLapse } from './time-lapse.ts';

export const demoCompany = 'co_demo';
export const defaultCampaignFile = join(import.meta.dirname, '../../examples/appointment-reminder.json');

export type DemoOptions = Readonly<{
  file: string;
  campaignFile?: string;
  /** the business time to begin at, UTC ISO; a folder that has a time already goes on from there */
  now?: string;
  /** people, from 0 to 1, who write back to a message that asks for an answer; nobody unless told */
  replyShare?: number | undefined;
  say: (line: string) => void;
  /** called now and then with how things stand */
  tell: (progress: DemoProgress) => void;
}>;

type DemoFailure = Readonly<{ code: string; message: string }>;

/** `failure`: the file can't be used, or not to its end. */
export type Ended<Result = DemoResult> = Readonly<{ result: Result; failure?: DemoFailure }>;

/** The file under its own name in the campaign's drop folder; gives the packet that it is. */
const drop = async ({ house, bus }: LiveHouse, file: string, campaignId: string): Promise<string> => {
  const fileName = basename(file);
  const path = `${dropsPrefix}${demoCompany}/${campaignId}/${fileName}`;
  const { md5 } = await house.files.write(path, createReadStream(file));
  await bus.publish(topics.dropFinalized, [{ data: { path }, key: path }]);
  return packetIdOf({ companyId: demoCompany, campaignId, fileName }, md5);
};

/** Why the file can't be used, in words for its sender. */
export const packetFailure = async ({ house: { store } }: Pick<LiveHouse, 'house'>, packetId: string): Promise<DemoFailure | undefined> => {
  const { events } = await store.read(packetStream(packetId));
  const last = events.findLast(({ type }) => type === 'PacketFailed' || type === 'PacketLoaded' || type === 'PacketAccepted');
  if (last?.type !== 'PacketFailed') return undefined;
  return { code: last.data.code, message: last.private?.message ?? last.data.code };
};

/** What nobody carries would wait for ever. Throws HouseUnavailable. */
const assertCarried = ({ house, account }: LiveHouse, { channels }: Definition): void => {
  const lacking = [...new Set(channels.map(({ channel }) => channel))].filter((channel) => !carrierOf(house, { account }, channel));
  if (lacking.length === 0) return;
  throw new HouseUnavailable(`nobody in this house carries ${lacking.join(', ')}: take that out of the channels of the campaign`);
};

/**
 * The whole job on one file: a demo company with the campaign, the file dropped, every message sent to the simulator, in a time that jumps
 * from one due moment to the next. The same folder again goes on where it was. Throws HouseUnavailable and Refusal for people.
 */
export const runDemo = async (config: Config, options: DemoOptions): Promise<Ended> => {
  const { file, campaignFile = defaultCampaignFile, now, replyShare, say, tell } = options;
  const started = performance.now();
  checkFile(file);
  const definition = readDefinition(readJson(campaignFile));
  const open = async (start: number) => createReadStream(file, { start });
  const first =
    now ?? (await demoNow(rowReaders(), { open, name: basename(file), bytes: statSync(file).size }, definition, new Date().toISOString()));
  const clock = inFolder(config.dataDir, (folder) => lapseClock(join(folder, 'clock'), first));
  const live = await openLiveHouse(config, { clock, replyShare });
  const stop = (): void => {
    say('stopped: the same command goes on from here');
    void live.close().finally(() => process.exit(1));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    assertCarried(live, definition);
    const { campaignId } = (await carryOut(live, 'put-campaign', { companyId: demoCompany, definition })) as { campaignId: string };
    await carryOut(live, 'approve-campaign', { campaignId });
    await carryOut(live, 'activate-campaign', { campaignId });
    const packetId = await drop(live, file, campaignId);
    say(`${basename(file)} was dropped for ${campaignId} ("${definition.name}"); in the demo it is ${clock.now().slice(0, 16)} UTC`);
    const touches = touchesOf(definition).length;
    await runTimeLapse(live, clock, demoProgress(live, { campaignId, packetId, touches }, tell));
    const ledgerFile = ledgerFileOf(config);
    const scope = { companyId: demoCompany, campaignId, definition, ledgerFile };
    const result = await demoResult(live, scope, (performance.now() - started) / 1000);
    const failure = await packetFailure(live, packetId);
    return failure ? { result, failure } : { result };
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await live.close();
  }
};
