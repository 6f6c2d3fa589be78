import type { KnownCampaign } from '#domain/campaign/campaign.ts';
import { dropSource, type Mapping } from '#domain/campaign/mapping.ts';
import type { House } from './house.ts';
import { packetMapping } from './packet-header.ts';

/** Where a packet's rows come from, and the packet whose rows they correct, if they do. */
type From = Readonly<{ source: string; fixes?: string }>;

/**
 * How the columns of a packet are to be read: as its source's were mapped. Rows that correct others have the columns of those, whatever their
 * source's files have become since.
 */
export const mappingFor = async (house: House, { mappings = {} }: KnownCampaign, { source, fixes }: From): Promise<Mapping | undefined> => {
  const fixed = fixes === undefined ? undefined : await packetMapping(house, fixes);
  if (fixed?.loaded) return fixed.mapping;
  return Object.hasOwn(mappings, source) ? mappings[source] : undefined;
};

type Hint = Readonly<{ campaignId: string; source: string; /** its columns were kept */ mapped: boolean }>;

/** What somebody can do about a file whose columns do not fit. */
export const columnsHint = (code: string, { campaignId, source, mapped }: Hint): readonly string[] => {
  if (mapped) {
    return [
      `The columns of the files of "${source}" were kept by "carillon map"; where the export has changed, map such a file anew with --source ${source} --save.`,
    ];
  }
  if (code !== 'column_missing') return [];
  const from = source === dropSource ? '' : ` --source ${source}`;
  return [`Or let "carillon map FILE --campaign ${campaignId}${from} --save" find out which of its columns these are.`];
};
