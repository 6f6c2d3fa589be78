import { z } from '@hono/zod-openapi';
import { previewPacket as previewThePacket } from '#app/preview-packet.ts';
import { examplePreview, preview, previewJson } from '../campaigns/preview-json.ts';
import { fileErrors, first, previewErrors, price, row } from '../campaigns/preview-schemas.ts';
import { operation } from '../operation.ts';
import { packetIdText } from './packet-id.ts';

const usualRows = 1_000;
const mostRows = 10_000;
const usualFirst = 20;

export const previewPacket = operation({
  id: 'previewPacket',
  method: 'get',
  path: '/v1/packets/{id}/preview',
  summary: 'What becomes of the first rows of a packet',
  description:
    "Its file is read once more, as the campaign's newest version would load it now: `first_rows` shows each as it is mapped and cleaned, and every message or the reason why there is none; the counts are those of the rows that were read. Before anything is loaded, and for a file that could not be. Nothing is stored or sent. Rows whose messages were made already are told as duplicates.",
  scope: 'packets:read',
  looksAt: 'person',
  params: z.object({ id: packetIdText }),
  query: z.object({
    rows: z.coerce
      .number()
      .int()
      .min(1)
      .max(mostRows)
      .default(usualRows)
      .openapi({ type: 'integer', description: `How many rows of the file are read, up to ${mostRows}` }),
    first: first.default(usualFirst),
    row,
    price_per_segment: price,
  }),
  answers: { 200: { description: 'What would be sent, and what not', schema: preview } },
  errors: ['packet_unknown', 'packet_without_file', 'campaign_unknown', ...fileErrors, ...previewErrors],
  example: { path: { id: 'pkt_h7k2m9qxw3np' }, query: { first: '3' }, answer: { ...examplePreview, more_rows: true } },
  run: async ({ house, caller: { companyId }, path: { id: packetId }, query }) => {
    const { rows, row: asked, price_per_segment: each } = query;
    const made = await previewThePacket(house, { companyId, packetId, rows, first: query.first, row: asked, price: each });
    return { status: 200, body: { ...previewJson(made), more_rows: made.isCut } };
  },
});
