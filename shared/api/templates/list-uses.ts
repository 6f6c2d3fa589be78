import { z } from '@hono/zod-openapi';
import { templateOf } from '#app/change-template.ts';
import { templateUses as usesOf } from '#app/template-uses.ts';
import { ofOwnBrands } from '../conventions/brand-limits.ts';
import { listAnswer, listOf, pageOf, pageQuery } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import { templateParams } from './template-json.ts';
import { exampleUse, templateUse, useJson } from './template-use-json.ts';

export const listTemplateUses = operation({
  id: 'listTemplateCampaigns',
  method: 'get',
  path: '/v1/templates/{id}/campaigns',
  summary: 'Campaigns that say what a template says',
  description:
    'Which versions of it they have, and whether there are newer words: `POST /v1/campaigns/{id}/take_template` takes them over. Archived campaigns are left out.',
  scope: 'templates:read',
  params: templateParams,
  query: z.object({
    ...pageQuery,
    behind: z.stringbool().optional().openapi({ type: 'boolean', description: 'those with older words alone, or those without' }),
  }),
  answers: { 200: { description: 'A page of them', schema: listOf('TemplateUseList', templateUse) } },
  errors: ['template_unknown'],
  example: {
    path: { id: 'tpl_h7k2m9qxw3' },
    answer: { object: 'list', data: [exampleUse], has_more: false, url: '/v1/templates/tpl_h7k2m9qxw3/campaigns' },
  },
  run: async ({ house, caller, path: { id }, query, origin }) => {
    const { companyId } = caller;
    const { versions } = await templateOf(house, companyId, id);
    const all = (await usesOf(house, companyId, id)).map((use) => useJson(use, versions.length));
    const wanted = all.filter(({ behind }) => query.behind === undefined || behind === query.behind);
    const seen = await ofOwnBrands({ house, caller }, wanted, (use) => ({ kind: 'campaign', id: use.id }));
    return listAnswer({ origin, path: `/v1/templates/${id}/campaigns`, query, page: pageOf(seen, (use) => use.id, query) });
  },
});
