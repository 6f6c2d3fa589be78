import { z } from '@hono/zod-openapi';
import { listTemplates as list, templateOf } from '#app/change-template.ts';
import { previewTemplate } from '#app/preview-template.ts';
import { channel } from '#domain/kernel/ids.ts';
import { listAnswer, listOf, pageOf, pageQuery } from '../conventions/pagination.ts';
import { sorted, sortOf } from '../conventions/sort.ts';
import { rowsOf } from '../campaigns/preview-schemas.ts';
import { examplePreview, preview, previewJson } from '../campaigns/preview-json.ts';
import { fields } from '../messages/send-schemas.ts';
import { operation } from '../operation.ts';
import {
  etagHeader,
  exampleTemplate,
  listedJson,
  listedTemplate,
  template,
  templateAnswer,
  templateParams,
  toldOfTextSoon,
} from './template-json.ts';

const version = z.coerce.number().int().min(1).optional().openapi({ type: 'integer', description: 'Left out: the newest', example: 1 });

export const getTemplate = operation({
  id: 'getTemplate',
  method: 'get',
  path: '/v1/templates/{id}',
  summary: 'One version of a template',
  scope: 'templates:read',
  params: templateParams,
  query: z.object({ version }),
  answers: { 200: { description: 'The version', schema: template, headers: etagHeader } },
  errors: ['template_unknown'],
  example: { path: { id: 'tpl_h7k2m9qxw3' }, answer: exampleTemplate },
  run: async ({ house, caller: { companyId }, path: { id }, query }) =>
    templateAnswer(id, await templateOf(house, companyId, id), query.version),
});

export const listTemplates = operation({
  id: 'listTemplates',
  method: 'get',
  path: '/v1/templates',
  summary: 'Templates of the company',
  description: 'The last that was changed first, unless `sort` says otherwise. Retired ones are shown where `status` asks for them.',
  scope: 'templates:read',
  query: z.object({
    ...pageQuery,
    channel: channel.optional(),
    status: z.enum(['kept', 'retired']).default('kept'),
    sort: sortOf(['name']),
  }),
  answers: { 200: { description: 'A page of them', schema: listOf('TemplateList', listedTemplate) } },
  example: {
    answer: {
      object: 'list',
      data: [
        { object: 'template_summary', id: 'tpl_h7k2m9qxw3', name: 'Reminder', channel: 'sms', locale: 'en-US', status: 'kept', version: 1 },
      ],
      has_more: false,
      url: '/v1/templates',
    },
  },
  run: async ({ house, caller: { companyId }, query, origin }) => {
    const all = (await list(house, companyId)).map(listedJson);
    const wanted = all.filter((one) => one.status === query.status && (query.channel === undefined || one.channel === query.channel));
    return listAnswer({ origin, path: '/v1/templates', query, page: pageOf(sorted(wanted, query.sort), ({ id }) => id, query) });
  },
});

export const renderTemplate = operation({
  id: 'renderTemplate',
  method: 'post',
  changesNothing: true,
  path: '/v1/templates/{id}/render',
  summary: 'What a template says to one person',
  description: 'With its segments, what makes them dearer, and names that are no field. Nothing is sent or stored.',
  scope: 'templates:read',
  params: templateParams,
  body: z.strictObject({
    fields,
    version,
    timezone: z
      .string()
      .min(1)
      .max(100)
      .default('UTC')
      .openapi({ description: 'In which appointments are told', example: 'America/Boise' }),
  }),
  answers: { 200: { description: 'The message', schema: preview } },
  errors: ['template_unknown', 'template_invalid'],
  example: {
    path: { id: 'tpl_h7k2m9qxw3' },
    body: { fields: { firstName: 'Ana', appointmentDate: '2026-12-01', appointmentTime: '10:00' }, timezone: 'America/Boise' },
    answer: { ...examplePreview, campaign: null, version: null, name: 'Reminder' },
  },
  run: async ({ house, caller: { companyId }, path: { id }, body }) => {
    const [row = {}] = rowsOf([body.fields]);
    const asked = { companyId, templateId: id, version: body.version, fields: row, timezone: body.timezone };
    return { status: 200, body: previewJson(await toldOfTextSoon(() => previewTemplate(house, asked))) };
  },
});
