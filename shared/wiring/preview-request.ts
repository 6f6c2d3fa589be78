import { resolve } from 'node:path';
import { campaignId } from '#domain/kernel/ids.ts';
import { checkFile } from './check-file.ts';
import { command } from './command-client.ts';
import type { Config } from './config.ts';
import { isHouse } from './data-folder.ts';
import { HouseUnavailable } from './house-unavailable.ts';
import type { Previewed } from './file-commands.ts';
import { readJson } from './read-json.ts';

type Asked = Readonly<{
  file: string;
  /** its id, or its file */ campaign: string;
  companyId?: string | undefined;
  source?: string | undefined;
}>;
export type PreviewRequest = Asked & Readonly<{ row?: number | undefined; price: number }>;

const isId = (campaign: string): boolean => campaignId.safeParse(campaign).success;

const hasHouse = ({ googleCloud, dataDir }: Config): boolean => googleCloud !== undefined || isHouse(dataDir);

/** What would become of a file. A campaign's file needs no house; without one nobody knows what was sent before. */
export const requestPreview = async (config: Config, { campaign, file, row, price, ...asked }: PreviewRequest): Promise<Previewed> => {
  checkFile(file);
  const path = resolve(file);
  if (isId(campaign))
    return (await command(config, 'preview-file', { ...asked, file: path, campaignId: campaign, row, price })) as Previewed;
  const definition = readJson(campaign);
  if (hasHouse(config)) return (await command(config, 'preview-file', { ...asked, file: path, definition, row, price })) as Previewed;
  const [{ previewAlone }, { rowReaders }] = await Promise.all([import('./file-commands.ts'), import('./row-readers.ts')]);
  return previewAlone(rowReaders(), { file: path, definition, row, price, now: new Date().toISOString() });
};

export type MapRequest = Readonly<{
  file: string;
  campaign?: string;
  source?: string;
  said: Readonly<Record<string, string>>;
  save: boolean;
}>;

/** Which column of a file is which field; with a campaign's id it may be kept. */
export const requestMapping = async (config: Config, { file, campaign, source, said, save }: MapRequest): Promise<unknown> => {
  checkFile(file);
  const path = resolve(file);
  if (campaign !== undefined && isId(campaign)) {
    return command(config, 'map-file', { file: path, campaignId: campaign, source, said, save });
  }
  if (save || Object.keys(said).length > 0)
    throw new HouseUnavailable('--save and --set are for a campaign that was put: name it by its id, with --campaign cmp_…');
  const [{ proposeAlone }, { rowReaders }] = await Promise.all([import('./file-commands.ts'), import('./row-readers.ts')]);
  return proposeAlone(rowReaders(), { file: path, ...(campaign === undefined ? {} : { definition: readJson(campaign) }) });
};
