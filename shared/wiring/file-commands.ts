import { createHash } from 'node:crypto';
import { z } from 'zod';
import { campaignIdOf, readCampaign } from '#app/campaign-document.ts';
import { mapColumns, proposeColumns, type MapRequest } from '#app/map-columns.ts';
import { lookUpIn, type LookUp } from '#app/look-up-in.ts';
import { companyPath, type CompanyDocument } from '#app/register-company.ts';
import { keepList } from '#app/keep-list.ts';
import { previewLinks } from '#app/page-url.ts';
import { preview, type Preview } from '#app/preview.ts';
import { testSend } from '#app/test-send.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { dropSource, sourceName, withMapping } from '#domain/campaign/mapping.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { campaignId, channel, companyId } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { RowReader } from '#ports/row-reader.ts';
import { localFile, readingFile } from './local-file.ts';
import type { OpenHouse } from './open-house.ts';

/** Commands that read a file of this machine: what is in it, what it would become. */

const causeOf = ({ house }: OpenHouse): Cause => ({ id: `req_${crypto.randomUUID().replaceAll('-', '')}`, now: house.clock.now() });

const mapInput = z.object({
  file: z.string().min(1),
  campaignId,
  source: sourceName.optional(),
  said: z.record(z.string(), z.string().min(1)).optional(),
  save: z.boolean().default(false),
});

export const mapFile = {
  input: mapInput,
  run: (open: OpenHouse, { file, ...input }: z.output<typeof mapInput>) =>
    readingFile(() => mapColumns(open.house, { ...input, file: localFile(file) } satisfies MapRequest, causeOf(open))),
};

const previewInput = z.object({
  file: z.string().min(1),
  campaignId: campaignId.optional(),
  /** a campaign that nobody has put yet */
  definition: z.unknown().optional(),
  companyId: companyId.default('co_main'),
  source: sourceName.default(dropSource),
  row: z.int().min(1).optional(),
  price: z.number().min(0),
});
export type PreviewInput = z.output<typeof previewInput>;

/** The campaign that a preview was made by; `version` is its newest one, approved or not. */
type About = Readonly<{ campaignId: string | null; version: number | null; name: string }>;
export type Previewed = Preview & Readonly<{ campaign: About; price: number }>;

type Found = Readonly<{ definition: Definition; companyId: string; about: About }>;

const newest = async ({ house }: OpenHouse, input: PreviewInput): Promise<Found> => {
  const given = input.definition === undefined ? undefined : readDefinition(input.definition);
  const id = input.campaignId ?? (given && campaignIdOf(input.companyId, given.name));
  if (id === undefined) throw new Refusal('input_invalid', 'name a campaign, or the file of one');
  const found = await readCampaign(house.documents, id);
  if (!found && !given) throw new Refusal('campaign_unknown', `there is no campaign ${id}: put one with "carillon campaign put FILE"`);
  const { mappings = {}, version } = found?.campaign ?? { version: null };
  const definition = given ?? found!.campaign.definition;
  const mapping = Object.hasOwn(mappings, input.source) ? mappings[input.source] : undefined;
  const about = { campaignId: found ? id : null, version: given ? null : version, name: definition.name };
  return { definition: withMapping(definition, mapping), companyId: found?.companyId ?? input.companyId, about };
};

export const previewFile = {
  input: previewInput,
  run: (open: OpenHouse, input: PreviewInput): Promise<Previewed> =>
    readingFile(async () => {
      const { definition, companyId: owner, about } = await newest(open, input);
      const { house } = open;
      const { file, row, price } = input;
      const now = house.clock.now();
      const lookUp = lookUpIn(house, {
        companyId: owner,
        campaignId: about.campaignId ?? '',
        from: definition.from,
        corrections: definition.corrections ?? false,
      });
      const companyName = (await house.documents.get<CompanyDocument>(companyPath(owner)))?.data.name ?? owner;
      const linkTo = previewLinks(house);
      const made = await preview({ reader: house.rows, file: localFile(file), definition, lookUp, now, row, price, companyName, linkTo });
      return { campaign: about, price, ...made };
    }),
};

const listInput = z.object({ companyId, name: z.string().trim().min(1).max(200), file: z.string().min(1) });

export const keepListOf = {
  input: listInput,
  run: (open: OpenHouse, { file, ...input }: z.output<typeof listInput>) =>
    readingFile(() => keepList(open.house, { ...input, file: localFile(file) }, causeOf(open))),
};

const testInput = z.object({
  file: z.string().min(1),
  campaignId,
  source: sourceName.default(dropSource),
  row: z.int().min(1),
  to: z.string().min(1),
  channel: channel.optional(),
  requestId: z.string().min(1).max(200),
});

export const testFile = {
  input: testInput,
  run: (open: OpenHouse, { file, ...input }: z.output<typeof testInput>) =>
    readingFile(() => testSend(open.house, { ...input, file: localFile(file) }, causeOf(open))),
};

/** Without a house nobody was ever sent anything. */
const nothingKnown: LookUp = (waiting) => {
  const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
  const known = waiting.map(({ message: { claimText, personDay } }) => ({
    claim: digest(claimText),

    ...(personDay === undefined ? {} : { personDay: digest(personDay) }),
    sentThatDay: 0,
  }));
  return Promise.resolve(known);
};

/** A file by a campaign's file alone, where there is no house to ask. */
export const previewAlone = (
  reader: RowReader,
  { file, definition: given, row, price, now }: Pick<PreviewInput, 'file' | 'definition' | 'row' | 'price'> & { now: string },
): Promise<Previewed> =>
  readingFile(async () => {
    const definition = readDefinition(given);
    const made = await preview({
      reader,
      file: localFile(file),
      definition,
      lookUp: nothingKnown,
      now,
      row,
      price,
      companyName: 'co_main',
      linkTo: previewLinks({ publicUrl: '' }),
    });
    return { campaign: { campaignId: null, version: null, name: definition.name }, price, ...made };
  });

/** The columns of a file by themselves, or for a campaign's file: asks no house. */
export const proposeAlone = (reader: RowReader, { file, definition }: Readonly<{ file: string; definition?: unknown }>) =>
  readingFile(() => proposeColumns(reader, localFile(file), definition === undefined ? undefined : readDefinition(definition)));
