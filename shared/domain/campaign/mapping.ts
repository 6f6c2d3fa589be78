import { z } from 'zod';
import type { Definition } from './definition.ts';

/** field → column of a source's files */
export type Mapping = Readonly<Record<string, string>>;

/** Where a campaign's files come from: a folder under its drop folder, or `requests` for rows given by the API. */
export const sourceName = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,59}$/, 'a name of small letters, digits, - and _, like eaglesoft');

/** The source of files that lie in the campaign's drop folder itself. */
export const dropSource = 'drop';

/** The source of lists that were kept: they may have been another system's files. */
export const listSource = 'contacts';

/** `carillon drop --again`, `--fixes` and `--full` make folders of their own. */
const own = /^(?:again|fixes|full)-[a-z0-9]+$/;

/** The folder of files that correct rows of a packet. */
export const fixesFolder = (packetId: string): string => `fixes-${packetId.slice('pkt_'.length)}`;

/** Whether a file was declared a full list when it was dropped, by its path under the campaign's drop folder. */
export const isFullList = (fileName: string): boolean => /(?:^|\/)full-[a-z0-9]+\//.test(fileName);

/** The packet whose rows a file corrects, by its path under the campaign's drop folder. */
export const fixedBy = (fileName: string): string | undefined => {
  const body = /(?:^|\/)fixes-([a-z0-9]{1,32})\//.exec(fileName)?.[1];
  return body === undefined ? undefined : `pkt_${body}`;
};

/** The source of a file by its path under the campaign's drop folder: the first folder, as a name. */
export const sourceOf = (fileName: string): string => {
  const folders = fileName.split('/').slice(0, -1);
  const first = folders.find((folder) => folder !== '' && !own.test(folder)) ?? '';
  const name = first
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[-_]+|-+$/g, '')
    .slice(0, 60);
  return name === '' ? dropSource : name;
};

/** A campaign for the files of a source: where the source's mapping names a column, that one counts. */
export const withMapping = (definition: Definition, mapping: Mapping | undefined): Definition =>
  mapping === undefined ? definition : { ...definition, fields: { ...definition.fields, ...mapping } };
