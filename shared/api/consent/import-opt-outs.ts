import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import { importOptOuts as importFile } from '#app/import-opt-outs.ts';
import { channel } from '#domain/kernel/ids.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import { FileUnreadable } from '#ports/row-reader.ts';
import { Problem } from '../conventions/problem.ts';
import { operation } from '../operation.ts';
import { checkOwnBrand } from './check-own-brand.ts';
import { brandText } from './consent-schemas.ts';

/** It is done before it is answered: what takes longer than a request may is sent in parts, or goes on when it is sent again. */
const mostBytes = 1_000_000;

const columnName = z.string().min(1).max(200).optional();

export const importOptOuts = operation({
  id: 'importOptOuts',
  method: 'post',
  path: '/v1/opt_outs/imports',
  summary: 'Write the opt-outs of a file down',
  description:
    "CSV, or what else is read here, with a line of names; exports of other senders' lists too. Whoever stands in it gets nothing more, but those that it says want messages. One bad row keeps no other back. Up to 1 MB a file, and each holds before it is answered; the same file again goes on where it was, and changes nothing where it was done.",
  scope: 'consent:write',
  query: z.object({
    name: z.string().min(1).max(200).default('import.csv').openapi({ description: 'The name of the file, for the proof' }),
    channel: channel.optional(),
    brand: brandText.optional(),
    until: z.iso.datetime().optional().openapi({ description: 'Of rows that name no end' }),
    days: z.enum(['mdy', 'dmy']).default('mdy').openapi({ description: 'How days with slashes are written' }),
    column_to: columnName.openapi({ description: 'The column of the phone numbers or addresses, where its name does not tell' }),
    column_channel: columnName,
    column_status: columnName,
    column_said_at: columnName,
  }),
  upload: {
    mostBytes,
    contentTypes: ['text/csv', 'application/octet-stream', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  },
  answers: {
    200: {
      description: 'What was written down',
      schema: z
        .object({
          object: z.literal('opt_out_import'),
          rows: z.int(),
          written: z.int(),
          already: z.int().meta({ description: 'were so before' }),
          none: z.int().meta({ description: 'rows that tell of no opt-out' }),
          bad: z.int(),
          bad_rows: z.array(z.object({ row: z.int(), code: z.string(), detail: z.string() })).meta({ description: 'the first thousand' }),
          columns: z.record(z.string(), z.string()).meta({ description: 'which column was taken for what' }),
        })
        .openapi('OptOutImport'),
    },
  },
  errors: ['brand_unknown', 'file_unreadable', 'column_missing', 'company_unknown'],
  example: {
    query: { name: 'do-not-text.csv' },
    answer: {
      object: 'opt_out_import',
      rows: 2,
      written: 1,
      already: 0,
      none: 0,
      bad: 1,
      bad_rows: [
        {
          row: 3,
          code: 'phone_invalid',
          detail: 'This is not a phone number that can be called. Check its digits and send the row again.',
        },
      ],
      columns: { to: 'Phone' },
    },
  },
  run: async ({ house, caller: { companyId, by }, query, upload, cause }) => {
    await checkOwnBrand(house, companyId, query.brand);
    const parts: Buffer[] = [];
    for await (const part of upload ?? Readable.from([])) parts.push(part as Buffer);
    const bytes = Buffer.concat(parts);
    const file = {
      name: query.name,
      bytes: bytes.length,
      open: (start: number) => Promise.resolve(Readable.from([bytes.subarray(start)])),
    };
    const { column_to: column, column_channel: of, column_status: status, column_said_at: saidAt } = query;
    const said = Object.entries({ to: column, channel: of, status, saidAt }).filter(([, name]) => name !== undefined);
    const until = query.until === undefined ? undefined : new Date(query.until).toISOString();
    const defaults = { channel: query.channel, brandId: query.brand, until, dayOrder: query.days };
    try {
      const wanted = { companyId, file, defaults, columns: Object.fromEntries(said), by };
      const { badRows, rows, written, already, none, bad, columns } = await importFile(house, wanted, cause);
      const words = badRows.map(({ row, code }) => ({ row, code, detail: wordsFor(code) }));
      return { status: 200, body: { object: 'opt_out_import', rows, written, already, none, bad, bad_rows: words, columns } };
    } catch (error) {
      if (error instanceof FileUnreadable) throw new Problem('file_unreadable', error.message);
      throw error;
    }
  },
});
