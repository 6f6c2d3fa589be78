import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { diskFileStore } from '#adapters/disk/file-store.ts';
import { checkFile } from './check-file.ts';
import { command } from './command-client.ts';
import type { Config } from './config.ts';
import { readHouseFile } from './data-folder.ts';

export type DropRequest = Readonly<{
  file: string;
  campaignId: string;
  companyId: string;
  /** a packet of its own, though the same content was dropped before */ again?: boolean;
}>;

/**
 * Puts a file into a campaign's drop folder; a running house is told, any other finds it when it starts. Throws HouseUnavailable and
 * Refusal for people.
 */
export const dropFile = async (
  config: Config,
  { file, campaignId, companyId, again = false }: DropRequest,
): Promise<Readonly<{ path: string; bytes: number }>> => {
  checkFile(file);
  await command(config, 'check-drop', { companyId, campaignId });
  const folder = `drops/${companyId}/${campaignId}`;
  const path = again ? `${folder}/again-${Date.now().toString(36)}/${basename(file)}` : `${folder}/${basename(file)}`;
  const { bytes } = await diskFileStore(config.dataDir).write(path, createReadStream(file));
  if (readHouseFile(config.dataDir)) await command(config, 'dropped', { path });
  return { path, bytes };
};
