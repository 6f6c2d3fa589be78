import { z } from '@hono/zod-openapi';
import type { ProposedForSource } from '#app/propose-for-source.ts';
import { sourceName, type Mapping } from '#domain/campaign/mapping.ts';
import { looks } from '#domain/message/column-look.ts';
import { campaignIdText } from '../conventions/ids.ts';

export const sourceText = sourceName.meta({
  description: 'A system that files come from; `drop` for files without a source, `contacts` for lists that are kept',
  example: 'eaglesoft',
});

/** field → column; as many as files have at most */
export const fields = z
  .record(z.string().regex(/^[A-Za-z_]\w{0,59}$/), z.string().min(1).max(200))
  .refine((all) => Object.keys(all).length <= 200, 'up to 200 fields')
  .meta({
    description: 'field → column of the files, by the name in their first line',
    example: { phone: 'Cell Phone', firstName: 'Pt First' },
  });

const share = z.number().min(0).max(1);

const proposedColumn = z
  .object({
    column: z.string(),
    place: z.int().min(1).meta({ description: 'from the left, the first is 1' }),
    looks_like: z.enum(looks),
    share: share.meta({ description: 'of its filled cells look so' }),
    samples: z.array(z.string()),
  })
  .openapi('ProposedColumn');

const proposedField = z
  .object({
    field: z.string(),
    column: z.string(),
    confidence: share.meta({ description: 'below 0.5 somebody should look' }),
    why: z.string(),
    samples: z.array(z.string()),
  })
  .openapi('ProposedField');

export const proposal = z
  .object({
    object: z.literal('mapping_proposal'),
    campaign: campaignIdText,
    source: z.string(),
    columns: z.array(proposedColumn).meta({ description: 'in the order of the file' }),
    fields: z.array(proposedField),
    missing: z.array(z.string()).meta({ description: 'fields that the campaign wants and no column was found for' }),
    unsure: z.array(z.string()).meta({ description: 'fields of the campaign for which somebody has to say the column' }),
    mapping: z.record(z.string(), z.string()).meta({
      description:
        'what of it is sure, and differs from the names that the campaign has itself: add what is unsure, and PUT it as `fields`',
    }),
    kept: z.record(z.string(), z.string()).optional().meta({ description: 'what is kept for this source now' }),
  })
  .openapi('MappingProposal');

export const proposalJson = (campaign: string, { source, columns, fields: found, missing, unsure, mapping, kept }: ProposedForSource) => ({
  object: 'mapping_proposal' as const,
  campaign,
  source,
  columns: columns.map(({ column, index, look, share: part, samples }) => ({
    column,
    place: index + 1,
    looks_like: look,
    share: part,
    samples,
  })),
  fields: found.map(({ field, column, confidence, why, samples }) => ({ field, column, confidence, why, samples })),
  missing,
  unsure,
  mapping,
  ...(kept === undefined ? {} : { kept }),
});

export const mapping = z
  .object({ object: z.literal('mapping'), campaign: campaignIdText, source: z.string(), fields: z.record(z.string(), z.string()) })
  .openapi('Mapping');

export const mappingJson = (campaign: string, source: string, known: Mapping) => ({
  object: 'mapping' as const,
  campaign,
  source,
  fields: known,
});

export const proposalExample = {
  object: 'mapping_proposal',
  campaign: 'cmp_reminder',
  source: 'eaglesoft',
  columns: [
    { column: 'Cell Phone', place: 3, looks_like: 'phone', share: 1, samples: ['208-555-0123'] },
    { column: 'Pt First', place: 1, looks_like: 'first name', share: 0.98, samples: ['Ana'] },
  ],
  fields: [
    {
      field: 'phone',
      column: 'Cell Phone',
      confidence: 0.99,
      why: 'its name says so, and its cells are phones',
      samples: ['208-555-0123'],
    },
  ],
  missing: ['practitioner'],
  unsure: ['practitioner'],
  mapping: { phone: 'Cell Phone', firstName: 'Pt First' },
} as const;
