import type { Definition } from '#domain/campaign/definition.ts';
import { dropSource, type Mapping } from '#domain/campaign/mapping.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { proposeMapping, type Proposal } from '#domain/message/propose-mapping.ts';
import { chooseMapping, wantedFields } from '#domain/message/wanted-fields.ts';
import type { RowReader, SourceFile } from '#ports/row-reader.ts';
import { changeCampaign } from './change-campaign.ts';
import { readCampaign } from './campaign-document.ts';
import { fileTable } from './file-table.ts';
import type { House } from './house.ts';

/** Rows that are looked at: enough to tell what a column holds. */
const sampleRows = 500;

export type Proposed = Proposal & Readonly<{ header: readonly string[] }>;

/** Which column of a file is which field of the campaign, or of any where none is given. Throws FileUnreadable. */
export const proposeColumns = async (reader: RowReader, file: SourceFile, definition?: Definition): Promise<Proposed> => {
  const { header, rows } = await fileTable(reader, file);
  const sample: (readonly string[])[] = [];
  for await (const { cells, fault } of rows) {
    if (fault === undefined) sample.push(cells);
    if (sample.length >= sampleRows) break;
  }
  const wanted = definition && wantedFields(definition);
  return { header, ...proposeMapping({ header, rows: sample, region: definition?.region, wanted }) };
};

export type MapRequest = Readonly<{
  campaignId: string;
  source?: string | undefined;
  file: SourceFile;
  /** field → column, as a person said it: they count before what is proposed */
  said?: Mapping | undefined;
  save: boolean;
}>;

/** `mapping` is what counts for the source's files from now on, beside the columns that the campaign names itself. */
export type Mapped = Proposed & Readonly<{ campaignId: string; source: string; mapping: Mapping; saved: boolean }>;

const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

const chosen = (proposed: Proposed, definition: Definition, said: Mapping): Mapping => {
  const { mapping, unsure, absent } = chooseMapping({ definition, header: proposed.header, proposal: proposed, said });
  if (absent.length > 0) {
    throw new Refusal('column_missing', `the file has no column ${list(absent)}; it has ${list(proposed.header)}`);
  }
  if (unsure.length > 0) {
    throw new Refusal(
      'mapping_unsure',
      `nobody can be sure which column is ${list(unsure)}: say it with --set ${unsure[0]}="name of the column"`,
    );
  }
  return mapping;
};

/** Proposes the columns of a source's files and, where it is to be saved, keeps them with the campaign. Throws FileUnreadable and Refusals. */
export const mapColumns = async (house: House, request: MapRequest, cause: Cause): Promise<Mapped> => {
  const { campaignId, source = dropSource, file, said = {}, save } = request;
  const found = await readCampaign(house.documents, campaignId);
  if (!found) throw new Refusal('campaign_unknown', `there is no campaign ${campaignId}: put one with "carillon campaign put FILE"`);
  const { definition, mappings = {} } = found.campaign;
  const proposed = await proposeColumns(house.rows, file, definition);
  const known = Object.hasOwn(mappings, source) ? mappings[source] : undefined;
  const about = { ...proposed, campaignId, source };
  if (!save) return { ...about, mapping: known ?? {}, saved: false };
  const mapping = chosen(proposed, definition, said);
  // nothing to keep where the campaign's own names fit
  if (!known && Object.keys(mapping).length === 0) return { ...about, mapping, saved: false };
  await changeCampaign(house, found.companyId, { type: 'MapColumns', data: { campaignId, source, fields: mapping } }, cause);
  return { ...about, mapping, saved: true };
};
