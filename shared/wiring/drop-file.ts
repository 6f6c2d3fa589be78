import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '#domain/kernel/refusal.ts';
import { dropSource, fixesFolder } from '#domain/campaign/mapping.ts';
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
}>;

/** Throws a Refusal for a file that is not the one that its sender means. */
const checkMd5 = async (file: string, md5: string): Promise<void> => {
  const hash = createHash('md5');
  for await (const block of createReadStream(file)) hash.update(block as Buffer);
  const found = hash.digest('hex');
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

/** The folder under `drops/` that the file belongs in. */
const folderOf = async (config: Config, { companyId, fixes, ...given }: DropRequest): Promise<string> => {
  const fixed = fixes === undefined ? undefined : ((await command(config, 'check-fixes', { companyId, packetId: fixes })) as FixedPacket);
  const campaignId = given.campaignId ?? fixed?.campaignId;
  if (fixed && campaignId !== fixed.campaignId)
    throw new Refusal('campaign_unknown', `${fixes} came for ${fixed.campaignId}: leave --campaign out, and its rows go there`);
  await command(config, 'check-drop', { companyId, campaignId, full: given.full ?? false });
  const source = given.source ?? fixed?.source;
  const folders = ['drops', companyId, campaignId, ...(source === undefined || source === dropSource ? [] : [source])];
  const own = fixes === undefined ? [] : [fixesFolder(fixes)];
  return [...folders, ...own, ...(given.full ? [`full-${Date.now().toString(36)}`] : [])].join('/');
};

/**
 * Puts a file into a campaign's drop folder; a running house is told, any other finds it when it starts. Throws HouseUnavailable and
 * Refusal for people.
 */
export const dropFile = async (config: Config, request: DropRequest): Promise<Readonly<{ path: string; bytes: number }>> => {
  const { file, again = false, md5 } = request;
  checkFile(file);
  if (md5 !== undefined) await checkMd5(file, md5);
  const folder = await folderOf(config, request);
  const path = again ? `${folder}/again-${Date.now().toString(36)}/${basename(file)}` : `${folder}/${basename(file)}`;
  if (config.googleCloud) return { path, bytes: await upload(config, path, file) };
  const { bytes } = await diskFileStore(config.dataDir).write(path, createReadStream(file));
  if (readHouseFile(config.dataDir)) await command(config, 'dropped', { path });
  return { path, bytes };
};
