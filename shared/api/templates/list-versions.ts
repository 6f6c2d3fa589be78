import { z } from '@hono/zod-openapi';
import { templateVersions } from '#app/change-template.ts';
import { listAnswer, listOf, pageOf, pageQuery } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import { exampleTemplate, source, templateParams } from './template-json.ts';

const templateVersion = z
  .object({
    object: z.literal('template_version'),
    id: z.string(),
    version: z.int().min(1),
    created_at: z.iso.datetime(),
    created_by: z.string().meta({ description: 'who wrote it: a key, a user, or a name from the command line' }),
    template: source,
  })
  .openapi('TemplateVersion');

export const listTemplateVersions = operation({
  id: 'listTemplateVersions',
  method: 'get',
  path: '/v1/templates/{id}/versions',
  summary: 'All that a template ever said',
  description: 'With who wrote it and when, the newest first.',
  scope: 'templates:read',
  params: templateParams,
  query: z.object(pageQuery),
  answers: { 200: { description: 'A page of its versions', schema: listOf('TemplateVersionList', templateVersion) } },
  errors: ['template_unknown'],
  example: {
    path: { id: 'tpl_h7k2m9qxw3' },
    answer: {
      object: 'list',
      data: [
        {
          object: 'template_version',
          id: 'tpl_h7k2m9qxw3.1',
          version: 1,
          created_at: '2026-11-20T17:00:00.000Z',
          created_by: 'key_h7k2m9qxw3np',
          template: exampleTemplate.template,
        },
      ],
      has_more: false,
      url: '/v1/templates/tpl_h7k2m9qxw3/versions',
    },
  },
  run: async ({ house, caller: { companyId }, path: { id }, query, origin }) => {
    const found = await templateVersions(house, companyId, id);
    const all = found.map(({ version, madeAt, by, template }) => ({
      object: 'template_version' as const,
      id: `${id}.${version}`,
      version,
      created_at: madeAt,
      created_by: by,
      template,
    }));
    return listAnswer({ origin, path: `/v1/templates/${id}/versions`, query, page: pageOf(all, (one) => one.id, query) });
  },
});
