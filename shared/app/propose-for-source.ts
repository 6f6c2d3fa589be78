import { dropSource, type Mapping } from '#domain/campaign/mapping.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { chooseMapping } from '#domain/message/wanted-fields.ts';
import { FileUnreadable, type RowReader, type SourceFile } from '#ports/row-reader.ts';
import { campaignOf } from './change-campaign.ts';
import type { House } from './house.ts';
import { proposeColumns, type Proposed } from './map-columns.ts';

export type SourceToPropose = Readonly<{
  companyId: string;
  campaignId: string;
  source?: string | undefined;
  file: SourceFile;
  /** left out: the house's */
  reader?: RowReader | undefined;
}>;

/** Which columns of a source's file are which fields, and what of it is sure enough to be kept as it is. */
export type ProposedForSource = Proposed &
  Readonly<{
    source: string;
    /** to be kept: what differs from the names that the campaign has itself */
    mapping: Mapping;
    /** fields of the campaign that somebody has to say */
    unsure: readonly string[];
    /** what counts now, where somebody kept one */
    kept?: Mapping;
  }>;

const readable = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FileUnreadable) throw new Refusal(error.code, error.message);
    throw error;
  }
};

/** Proposes the columns of a source's files from the beginning of one; nothing is stored. Throws Refusals. */
export const proposeForSource = async (house: House, asked: SourceToPropose): Promise<ProposedForSource> => {
  const { companyId, campaignId, source = dropSource, file, reader = house.rows } = asked;
  const { definition, mappings = {} } = (await campaignOf(house, companyId, campaignId)).campaign;
  const proposed = await readable(proposeColumns(reader, file, definition));
  const { mapping, unsure } = chooseMapping({ definition, header: proposed.header, proposal: proposed, said: {} });
  const kept = Object.hasOwn(mappings, source) ? mappings[source] : undefined;
  return { ...proposed, source, mapping, unsure, ...(kept === undefined ? {} : { kept }) };
};
