import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import { campaignOf } from '#app/change-campaign.ts';
import { previewCampaign } from '#app/preview-campaign.ts';
import { operation } from '../operation.ts';
import { campaignParams } from './campaign-json.ts';
import { examplePreview, preview, previewJson } from './preview-json.ts';
import { fileErrors, first, previewErrors, price, row, source } from './preview-schemas.ts';
import { readSample, sampleBytes, sampleTypes } from './read-sample.ts';

export const previewSample = operation({
  id: 'previewSample',
  method: 'post',
  changesNothing: true,
  path: '/v1/campaigns/{id}/preview/file',
  summary: 'What would become of this file',
  description:
    'A sample of up to 4 MB, of any kind that packets may have: delimited text, JSON, JSON lines, Excel, OpenDocument. As if it came now; nothing is stored or sent.',
  scope: 'campaigns:read',
  params: campaignParams,
  query: z.object({
    source: source,
    row,
    first: first.optional(),
    price_per_segment: price,
    name: z.string().min(1).max(200).default('sample').openapi({ description: 'Of the file: a hint of its kind', example: 'visits.csv' }),
  }),
  upload: { mostBytes: sampleBytes, contentTypes: sampleTypes },
  answers: { 200: { description: 'What would be sent, and what not', schema: preview } },
  errors: ['campaign_unknown', 'body_missing', ...fileErrors, ...previewErrors],
  example: { path: { id: 'cmp_h7k2m9qxw3' }, query: { name: 'visits.csv', price_per_segment: '0.0079' }, answer: examplePreview },
  run: async ({ house, caller: { companyId }, path: { id }, query, upload }) => {
    await campaignOf(house, companyId, id);
    const content = await readSample(upload);
    const open = (start: number): Promise<Readable> => Promise.resolve(Readable.from([content.subarray(start)]));
    const file = { open, name: query.name, bytes: content.length };
    const asked = {
      companyId,
      campaignId: id,
      source: query.source,
      file,
      row: query.row,
      first: query.first,
      price: query.price_per_segment,
    };
    return { status: 200, body: previewJson(await previewCampaign(house, asked)) };
  },
});
