import type { Definition } from '#domain/campaign/definition.ts';
import { withMapping, type Mapping } from '#domain/campaign/mapping.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { requestTable, type RequestRow } from '#domain/message/request-table.ts';
import { FileUnreadable, type RowReader, type SourceFile } from '#ports/row-reader.ts';
import { campaignIdOf, readCampaign } from './campaign-document.ts';
import type { House } from './house.ts';
import { lookUpIn } from './look-up-in.ts';
import { previewLinks } from './page-url.ts';
import { preview, type Preview } from './preview.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { tableReader } from './table-reader.ts';
import { sitesOf } from './with-locations.ts';

/** Rows of a file, or rows that are here already. */
export type Previewing = Readonly<{
  companyId: string;
  /** one of its campaigns; a definition goes before it */
  campaignId?: string | undefined;
  /** one that nobody has put yet */
  definition?: Definition | undefined;
  /** whose columns count */
  source: string;
  row?: number | undefined;
  /** so many rows are shown from the beginning */
  first?: number | undefined;
  /** whose columns count, where that is not to be looked up by the source */
  mapping?: Mapping | undefined;
  /** of one segment */
  price: number;
}> &
  (
    | Readonly<{ file: SourceFile; rows?: undefined; /** left out: the house's */ reader?: RowReader | undefined }>
    | Readonly<{ rows: readonly RequestRow[]; file?: undefined }>
  );

/** The campaign that a preview was made by; `version` is its newest one, approved or not. */
export type PreviewedCampaign = Readonly<{ campaignId: string | null; version: number | null; name: string }>;
export type PreviewOfCampaign = Preview & Readonly<{ campaign: PreviewedCampaign; price: number }>;

type Found = Readonly<{ definition: Definition; about: PreviewedCampaign }>;

const newest = async (
  { documents }: House,
  { companyId, campaignId, definition: given, source, mapping: said }: Previewing,
): Promise<Found> => {
  const id = campaignId ?? (given && campaignIdOf(companyId, given.name));
  if (id === undefined) throw new Refusal('input_invalid', 'name a campaign, or give the definition of one');
  const known = await readCampaign(documents, id);
  const found = known?.companyId === companyId ? known : undefined;
  if (!found && !given) throw new Refusal('campaign_unknown', `there is no campaign ${id}: put one with "carillon campaign put FILE"`);
  const { mappings = {}, version } = found?.campaign ?? { version: null };
  const definition = given ?? found!.campaign.definition;
  const mapping = said ?? (Object.hasOwn(mappings, source) ? mappings[source] : undefined);
  const about = { campaignId: found ? id : null, version: given ? null : version, name: definition.name };
  return { definition: withMapping(definition, mapping), about };
};

const readerOf = (house: House, asked: Previewing, definition: Definition): Readonly<{ rows: RowReader; file: SourceFile }> =>
  asked.rows === undefined ? { rows: asked.reader ?? house.rows, file: asked.file } : tableReader(requestTable(definition, asked.rows));

/** A file that can't be used is the caller's to mend. */
const readable = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FileUnreadable) throw new Refusal(error.code, error.message);
    throw error;
  }
};

/** What would become of rows if they came now, by a campaign's newest version or a definition that nobody has put; nothing is stored. Throws Refusals. */
export const previewCampaign = async (house: House, asked: Previewing): Promise<PreviewOfCampaign> => {
  const { companyId, row, first, price } = asked;
  const { definition, about } = await newest(house, asked);
  const { from, corrections = false } = definition;
  const lookUp = lookUpIn(house, { companyId, campaignId: about.campaignId ?? '', from, corrections });
  const companyName = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data.name ?? companyId;
  const { rows: reader, file } = readerOf(house, asked, definition);
  const siteNamed = await sitesOf(house, companyId);
  const given = {
    reader,
    file,
    definition,
    siteNamed,
    lookUp,
    now: house.clock.now(),
    row,
    first,
    price,
    companyName,
    linkTo: previewLinks(house),
  };
  return { campaign: about, price, ...(await readable(preview(given))) };
};
