import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '#domain/kernel/refusal.ts';
import { dropName } from '#domain/campaign/drop-name.ts';
import type { FixedPacket } from '#app/fixed-packet.ts';
import { diskFileStore } from '#adapters/disk/file-store.ts';
import { checkFile } from './check-file.ts';
import { command } from './command-client.ts';
import type { Config } from './config.ts';
import { readHouseFile } from './data-folder.ts';

export type DropRequest = Readonly<{
  file: string;
  /** left out where it corrects a packet */ campaignId?: string | undefined;
  companyId: string;
  /** whose columns count: a folder under the campaign's */ source?: string | undefined;
  /** a packet of its own, though the same content was dropped before */ again?: boolean;
  /** the packet of which it corrects rows */ fixes?: string | undefined;
  /** it is all that there is: what it has no more is canceled */ full?: boolean;
  /** lower-case hex */ md5?: string;
  /** who drops it: staff */ by?: string;
}>;

const md5Of = async (file: string): Promise<string> => {
  const hash = createHash('md5');
  for await (const block of createReadStream(file)) hash.update(block as Buffer);
  return hash.digest('hex');
};

/** Throws a Refusal for a file that is not the one that its sender means. */
const checkMd5 = (file: string, found: string, md5: string): void => {
  if (found === md5) return;
  throw new Refusal(
    'file_md5_differs',
    `${basename(file)} has the MD5 ${found}, not ${md5}: it is not the file that its sender means. Get it again.`,
  );
};

/** Into the bucket, which tells the doors by itself. */
const upload = async (config: Config, path: string, file: string): Promise<number> => {
  const { openCloud } = await import('./cloud.ts');
  const { house, close } = await openCloud(config);
  try {
    return (await house.files.write(path, createReadStream(file))).bytes;
  } finally {
    await close();
  }
};

/** Where under the campaign's folder the file belongs; the house is told who drops it. */
const placeOf = async (config: Config, { companyId, fixes, by, ...given }: DropRequest, md5: string): Promise<string> => {
  const fixed = fixes === undefined ? undefined : ((await command(config, 'check-fixes', { companyId, packetId: fixes })) as FixedPacket);
  const campaignId = given.campaignId ?? fixed?.campaignId;
  if (fixed && campaignId !== fixed.campaignId)
    throw new Refusal('campaign_unknown', `${fixes} came for ${fixed.campaignId}: leave --campaign out, and its rows go there`);
  const source = given.source ?? fixed?.source;
  const stamp = Date.now().toString(36);
  const fileName = dropName({ name: basename(given.file), source, fixes, full: given.full, again: given.again, stamp });
  const said = by === undefined ? undefined : { fileName, md5, by };
  await command(config, 'check-drop', { companyId, campaignId, full: given.full ?? false, said });
  return ['drops', companyId, campaignId, fileName].join('/');
};

/**
 * Puts a file into a campaign's drop folder; a running house is told, any other finds it when it starts. Throws HouseUnavailable and
 * Refusal for people.
 */
export const dropFile = async (config: Config, request: DropRequest): Promise<Readonly<{ path: string; bytes: number }>> => {
  const { file, md5 } = request;
  checkFile(file);
  const found = await md5Of(file);
  if (md5 !== undefined) checkMd5(file, found, md5);
  const path = await placeOf(config, request, found);
  if (config.googleCloud) return { path, bytes: await upload(config, path, file) };
  const { bytes } = await diskFileStore(config.dataDir).write(path, createReadStream(file));
  if (readHouseFile(config.dataDir)) await command(config, 'dropped', { path });
  return { path, bytes };
};
