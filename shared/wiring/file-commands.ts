import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readCampaign } from '#app/campaign-document.ts';
import { mapColumns, proposeColumns, type MapRequest } from '#app/map-columns.ts';
import type { LookUp } from '#app/look-up-in.ts';
import { keepList } from '#app/keep-list.ts';
import { previewLinks } from '#app/page-url.ts';
import { preview } from '#app/preview.ts';
import { previewCampaign, type PreviewOfCampaign } from '#app/preview-campaign.ts';
import { resolveTemplates } from '#app/resolve-templates.ts';
import { testSend } from '#app/test-send.ts';
import { dropSource, sourceName } from '#domain/campaign/mapping.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import { campaignId, channel, companyId } from '#domain/kernel/ids.ts';
import type { RowReader } from '#ports/row-reader.ts';
import { commandCause } from './command-cause.ts';
import { localFile, readingFile } from './local-file.ts';
import type { OpenHouse } from './open-house.ts';

/** Commands that read a file of this machine: what is in it, what it would become. */

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
    readingFile(() => mapColumns(open.house, { ...input, file: localFile(file) } satisfies MapRequest, commandCause(open))),
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

export type Previewed = PreviewOfCampaign;

/** A campaign that was put belongs to somebody, whoever asks. */
const ownerFor = async ({ house }: OpenHouse, { campaignId: id, companyId: said }: PreviewInput): Promise<string> =>
  (id === undefined ? undefined : (await readCampaign(house.documents, id))?.companyId) ?? said;

export const previewFile = {
  input: previewInput,
  run: async (open: OpenHouse, input: PreviewInput): Promise<Previewed> => {
    const { campaignId: id, source, row, price } = input;
    const owner = await ownerFor(open, input);
    const definition =
      input.definition === undefined ? undefined : readDefinition(await resolveTemplates(open.house, owner, input.definition));
    return previewCampaign(open.house, { companyId: owner, campaignId: id, definition, source, row, price, file: localFile(input.file) });
  },
};

const listInput = z.object({ companyId, name: z.string().trim().min(1).max(200), file: z.string().min(1) });

export const keepListOf = {
  input: listInput,
  run: (open: OpenHouse, { file, ...input }: z.output<typeof listInput>) =>
    readingFile(() => keepList(open.house, { ...input, file: localFile(file) }, commandCause(open))),
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
    readingFile(() => testSend(open.house, { ...input, file: localFile(file) }, commandCause(open))),
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
      // the row's own word stands for what its house would know of the place
      siteNamed: (text) => ({ name: text, address: text, phone: text, directions: text, timezone: definition.timezone }),
      linkTo: previewLinks({ publicUrl: '' }),
    });
    return { campaign: { campaignId: null, version: null, name: definition.name }, price, ...made };
  });

/** The columns of a file by themselves, or for a campaign's file: asks no house. */
export const proposeAlone = (reader: RowReader, { file, definition }: Readonly<{ file: string; definition?: unknown }>) =>
  readingFile(() => proposeColumns(reader, localFile(file), definition === undefined ? undefined : readDefinition(definition)));
