import { z } from '@hono/zod-openapi';
import type { FailedRow } from '#app/failed-rows.ts';
import { ownPacket } from '#app/own-packet.ts';
import { operation } from '../operation.ts';
import { failurePage } from './failure-page.ts';
import { packetIdText } from './packet-id.ts';

const error = z.object({
  code: z.string(),
  detail: z.string().meta({ description: 'the code in plain words, and what to do' }),
  field: z.string().optional(),
  column: z.string().optional().meta({ description: "the field by the file's own name" }),
});

const failure = z
  .object({
    row: z.int().meta({ description: 'the number that a spreadsheet shows beside it: the header is 1' }),
    reference: z.string().optional().meta({ description: 'what stands in its column `reference`, where the file has one' }),
    errors: z.array(error),
    columns: z.record(z.string(), z.string()).meta({ description: 'the row as it came; empty when its person was forgotten' }),
  })
  .openapi('FailedRow');

const failures = z
  .object({
    object: z.literal('list'),
    data: z.array(failure),
    has_more: z.boolean(),
    next_cursor: z.string().optional().meta({ description: 'send it as `cursor` to go on; a page may be empty and go on all the same' }),
    url: z.string(),
  })
  .openapi('FailedRowList');

export const cursorQuery = z.string().max(40).optional().openapi({ description: 'The `next_cursor` of the page before' });

const failureJson = (header: readonly string[], { row, cells, problems }: FailedRow) => {
  const columns = Object.fromEntries(header.flatMap((name, n) => (cells[n] === undefined ? [] : [[name.trim(), cells[n]]])));
  const place = header.findIndex((name) => name.trim().toLowerCase() === 'reference');
  const reference = cells[place] ?? '';
  return {
    row,
    ...(reference === '' ? {} : { reference }),
    errors: problems.map(({ words, ...problem }) => ({ ...problem, detail: words })),
    columns,
  };
};

export const listFailures = operation({
  id: 'listFailures',
  method: 'get',
  path: '/v1/packets/{id}/failures',
  summary: 'Rows of a packet that can not be sent',
  description:
    'In the order of the file, each with its row number, its own columns, and what is wrong in words for the people who made the file. Rows that must not be sent (duplicates, people who opted out) are no failures.',
  scope: 'packets:read',
  looksAt: 'person',
  params: z.object({ id: packetIdText }),
  query: z.object({
    limit: z.coerce.number().int().min(1).max(1_000).default(100).openapi({ type: 'integer', description: 'How many, 1 to 1,000' }),
    cursor: cursorQuery,
  }),
  answers: { 200: { description: 'A page of failures', schema: failures } },
  errors: ['packet_unknown', 'packet_not_readable'],
  example: {
    path: { id: 'pkt_h7k2m9qxw3np' },
    answer: {
      object: 'list',
      data: [
        {
          row: 17,
          reference: 'visit-8842',
          errors: [
            {
              code: 'phone_invalid',
              detail: 'This is not a phone number that can be called. Check its digits and send the row again.',
              field: 'phone',
              column: 'Cell Phone',
            },
          ],
          columns: { 'First Name': 'Bo', 'Cell Phone': '12', reference: 'visit-8842' },
        },
      ],
      has_more: false,
      url: '/v1/packets/pkt_h7k2m9qxw3np/failures',
    },
  },
  run: async ({ house, caller: { companyId }, path: { id: packetId }, query: { limit, cursor } }) => {
    await ownPacket(house, { companyId, packetId });
    const { header, rows, next } = await failurePage(house, { packetId, cursor, limit });
    const body = {
      object: 'list',
      data: rows.map((row) => failureJson(header, row)),
      has_more: next !== undefined,
      ...(next === undefined ? {} : { next_cursor: next }),
      url: `/v1/packets/${packetId}/failures`,
    };
    return { status: 200, body };
  },
});
