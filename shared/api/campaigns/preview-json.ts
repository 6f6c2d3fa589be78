import { z } from '@hono/zod-openapi';
import type { PreviewOfCampaign } from '#app/preview-campaign.ts';
import type { RowProblem, Sample } from '#app/sample-of.ts';
import type { Shown } from '#app/settle-all.ts';
import { channel } from '#domain/kernel/ids.ts';
import { snakeCase } from '../conventions/snake-case.ts';

const count = z.int().min(0);
const counts = z.record(z.string(), count);

const sample = z
  .object({
    row: z.int().min(1),
    channel,
    from: z.string(),
    to: z.string(),
    body: z.string(),
    content: z.record(z.string(), z.unknown()).optional().meta({ description: 'what goes beside the body on other channels than sms' }),
    send_at: z.iso.datetime(),
    local_time: z.string().meta({ description: "the same on the campaign's clock" }),
    segments: count,
    encoding: z.enum(['GSM-7', 'UCS-2']).optional(),
    costly: z
      .array(
        z.object({
          character: z.string(),
          code: z.string(),
          count,
          same: z.string().optional(),
          near: z.string().optional(),
          segments_without: count,
        }),
      )
      .optional()
      .meta({ description: 'the characters that make it dearer' }),
    segments_folded: count.optional(),
    characters_too_many: count.optional(),
  })
  .openapi('PreviewedMessage', { description: 'A message as its recipient would see it' });

const rowProblem = z
  .object({
    row: z.int().min(1),
    channel: channel.optional(),
    column: z.string().optional(),
    cell: z.string().optional(),
    code: z.string(),
    detail: z.string(),
  })
  .openapi('RowProblem');

const firstRow = z
  .object({
    row: z.int().min(1),
    fields: z
      .record(z.string(), z.string())
      .meta({ description: "as messages use them: by the campaign's names, other columns under their own; trimmed, mended and filtered" }),
    mended: z.array(z.string()).meta({ description: 'what was mended in it, by code' }),
    becomes: z.array(z.union([sample, rowProblem])).meta({ description: 'its messages, and why there is none' }),
  })
  .openapi('FirstRow');

export const preview = z
  .object({
    object: z.literal('preview'),
    campaign: z.string().nullable().meta({ description: 'null: nobody has put it' }),
    version: z.int().nullable(),
    name: z.string(),
    rows: count,
    touches: count.meta({ description: 'what the rows may become: each by each channel and hour' }),
    messages: count,
    joined: count,
    by_channel: counts,
    segments: count.meta({ description: 'of sms' }),
    encodings: counts,
    price_per_segment: z.number(),
    cost: z.number().meta({ description: 'segments × price_per_segment, in its currency' }),
    rejected: counts.meta({ description: 'can not be sent, by code' }),
    skipped: counts.meta({ description: 'must not be sent, by code' }),
    duplicates: z.object({ in_file: count, known: count }),
    changes: z.object({ replaced: count, corrected: count }),
    moved_by_window: count,
    problems: z.array(rowProblem),
    more_problems: count,
    notes: counts.meta({
      description: 'what was left out or mended while reading, and rows that name a location nobody knows (`location_invalid`), by code',
    }),
    columns: z.record(z.string(), z.string()).meta({ description: 'field → column' }),
    unknown_names: z.array(z.string()).meta({ description: 'names in templates that are neither a field nor a column: perhaps slips' }),
    when: z
      .array(z.object({ day: z.string(), hour: z.int(), messages: count }))
      .meta({ description: "by the hour, on the campaign's clock" }),
    held_back: z
      .object({ per_day: z.number(), until: z.string(), expiring: count })
      .nullable()
      .meta({ description: 'what the limits of the campaign make of it, where not all go on their day' }),
    samples: z.array(sample).meta({ description: 'the first message of each channel, the longest, and the first that is not plain GSM-7' }),
    shown: z
      .array(z.union([sample, rowProblem]))
      .optional()
      .meta({ description: 'what becomes of the row that was asked for' }),
    first_rows: z.array(firstRow).optional().meta({ description: 'the first rows, where `first` asks for them' }),
    more_rows: z.boolean().optional().meta({ description: 'the file has more rows than were read' }),
  })
  .openapi('Preview');

const problemJson = ({ words, ...rest }: Pick<RowProblem, 'words'> & object) => ({ ...rest, detail: words });

/** The content's names are those of the channel's parts; what a person wrote stays as it is. */
const sampleJson = ({ content, ...rest }: Sample) => ({ ...(snakeCase(rest) as object), ...(content === undefined ? {} : { content }) });

const shownJson = (one: Shown) => ('body' in one ? sampleJson(one) : problemJson(one));

export const previewJson = (made: PreviewOfCampaign) => {
  const { campaign, first, longest, special, others } = made;
  const samples = [first, longest, special, ...others].flatMap((one) => one ?? []);
  const known = new Set<string>();
  const different = samples.filter(({ row, channel: by }) => known.size < known.add(`${row}.${by}`).size);
  return {
    object: 'preview',
    campaign: campaign.campaignId,
    version: campaign.version,
    name: campaign.name,
    rows: made.rows,
    touches: made.touches,
    messages: made.messages,
    joined: made.joined,
    by_channel: made.byChannel,
    segments: made.segments,
    encodings: made.encodings,
    price_per_segment: made.price,
    cost: made.cost,
    rejected: made.rejected,
    skipped: made.skipped,
    duplicates: snakeCase(made.duplicates),
    changes: made.changes,
    moved_by_window: made.movedByWindow,
    problems: made.problems.map(problemJson),
    more_problems: made.moreProblems,
    notes: made.notes,
    columns: made.columns,
    unknown_names: made.unknownNames,
    when: made.when,
    held_back: made.heldBack ? snakeCase(made.heldBack) : null,
    samples: different.map(sampleJson),
    ...(made.shown ? { shown: made.shown.map(shownJson) } : {}),
    ...(made.firstRows ? { first_rows: made.firstRows.map((one) => ({ ...one, becomes: one.becomes.map(shownJson) })) } : {}),
  };
};

export const examplePreview = {
  object: 'preview',
  campaign: 'cmp_h7k2m9qxw3',
  version: 1,
  name: 'Appointment reminder',
  rows: 1,
  touches: 1,
  messages: 1,
  joined: 0,
  by_channel: { sms: 1 },
  segments: 1,
  encodings: { 'GSM-7': 1, 'UCS-2': 0 },
  price_per_segment: 0.0079,
  cost: 0.0079,
  rejected: {},
  skipped: {},
  duplicates: { in_file: 0, known: 0 },
  changes: { replaced: 0, corrected: 0 },
  moved_by_window: 0,
  problems: [],
  more_problems: 0,
  notes: {},
  columns: { firstName: 'first_name', phone: 'phone' },
  unknown_names: [],
  when: [{ day: '2026-11-29', hour: 10, messages: 1 }],
  held_back: null,
  samples: [
    {
      row: 2,
      channel: 'sms',
      from: '+12085550199',
      to: '+12085550123',
      body: 'Hi Ana, see you on Dec 1 at 10:00 AM. STOP to opt out.',
      send_at: '2026-11-29T17:00:00.000Z',
      local_time: '2026-11-29 10:00',
      segments: 1,
      encoding: 'GSM-7',
    },
  ],
};
