import { z } from '@hono/zod-openapi';
import { fields } from '../messages/send-schemas.ts';

const mostRows = 1_000;

const text = (value: string | number | boolean | null): string => (value === null ? '' : String(value));

export const rows = z
  .array(fields)
  .min(1)
  .max(mostRows)
  .openapi({ description: `What is known of each recipient, up to ${mostRows}` });

export const rowsOf = (given: z.output<typeof rows>): readonly Readonly<Record<string, string>>[] =>
  given.map((one) => Object.fromEntries(Object.entries(one).map(([name, value]) => [name, text(value)])));

export const row = z.coerce.number().int().min(1).optional().openapi({
  type: 'integer',
  description: 'Show what becomes of this row, as a spreadsheet counts: the first behind the header is 2',
  example: 2,
});

export const first = z.coerce
  .number()
  .int()
  .min(1)
  .max(100)
  .openapi({ type: 'integer', description: 'Show so many rows from the beginning, as they are mapped, cleaned and judged' });

export const price = z.coerce
  .number()
  .min(0)
  .max(100)
  .default(0)
  .openapi({ type: 'number', description: 'Of one segment, for `cost`', example: 0.0079 });

export const source = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,59}$/)
  .default('drop')
  .openapi({ description: 'Whose columns count, where the campaign has a mapping of them', example: 'eaglesoft' });

/** What a file that can't be read may be refused for. */
export const fileErrors = [
  'file_binary',
  'file_damaged',
  'file_locked',
  'file_packed_twice',
  'file_too_large',
  'sheet_too_large',
  'archive_empty',
] as const;

/** What a file, or rows, may be refused for. */
export const previewErrors = ['column_missing', 'row_unknown', 'file_empty', 'header_unreadable'] as const;
