import { z } from '@hono/zod-openapi';
import { campaignOf } from '#app/change-campaign.ts';
import { previewCampaign } from '#app/preview-campaign.ts';
import { operation } from '../operation.ts';
import { campaignParams } from './campaign-json.ts';
import { definitionBody, definitionFor, exampleDefinition } from './definition-body.ts';
import { examplePreview, preview, previewJson } from './preview-json.ts';
import { first, previewErrors, price, row, rows, rowsOf } from './preview-schemas.ts';

const exampleRows = [{ phone: '+12085550123', firstName: 'Ana', appointmentDate: '2026-12-01', appointmentTime: '10:00' }];
const given = { rows, row, first: first.optional(), price_per_segment: price };

export const previewRows = operation({
  id: 'previewCampaign',
  method: 'post',
  changesNothing: true,
  path: '/v1/campaigns/{id}/preview',
  summary: 'What would become of these rows',
  description:
    'By the newest version, approved or not, as if they came now: all that loading and queueing would decide, and nothing is stored or sent.',
  scope: 'campaigns:read',
  params: campaignParams,
  body: z.strictObject(given),
  answers: { 200: { description: 'What would be sent, and what not', schema: preview } },
  errors: ['campaign_unknown', ...previewErrors],
  example: { path: { id: 'cmp_h7k2m9qxw3' }, body: { rows: exampleRows, price_per_segment: 0.0079 }, answer: examplePreview },
  run: async ({ house, caller: { companyId }, path: { id }, body }) => {
    await campaignOf(house, companyId, id);
    const asked = {
      companyId,
      campaignId: id,
      source: 'requests',
      rows: rowsOf(body.rows),
      row: body.row,
      first: body.first,
      price: body.price_per_segment,
    };
    return { status: 200, body: previewJson(await previewCampaign(house, asked)) };
  },
});

export const previewDefinition = operation({
  id: 'previewDefinition',
  method: 'post',
  changesNothing: true,
  path: '/v1/campaigns/preview',
  summary: 'What a campaign that nobody has put yet would make of these rows',
  description: 'For whoever writes one: the document is checked as if it was put, and nothing is stored or sent.',
  scope: 'campaigns:read',
  body: z.strictObject({ definition: definitionBody, ...given }),
  answers: { 200: { description: 'What would be sent, and what not', schema: preview } },
  errors: ['campaign_invalid', ...previewErrors],
  example: {
    body: { definition: exampleDefinition, rows: exampleRows, price_per_segment: 0.0079 },
    answer: { ...examplePreview, campaign: null, version: null },
  },
  run: async ({ house, caller: { companyId }, body }) => {
    const definition = await definitionFor(house, companyId, body.definition, '/body/definition');
    const asked = {
      companyId,
      definition,
      source: 'requests',
      rows: rowsOf(body.rows),
      row: body.row,
      first: body.first,
      price: body.price_per_segment,
    };
    return { status: 200, body: previewJson(await previewCampaign(house, asked)) };
  },
});
