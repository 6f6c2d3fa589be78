import { z } from '@hono/zod-openapi';
import { editCompany as edit } from '#app/edit-company.ts';
import { checkMatch, etagOf } from '../conventions/etag.ts';
import { operation } from '../operation.ts';
import { company, companyAnswer, companyJson, companyParams, etagHeader, exampleCompany, ownCompany } from './company-json.ts';

export const editCompany = operation({
  id: 'editCompany',
  method: 'patch',
  path: '/v1/companies/{id}',
  summary: 'Change what is said of a company',
  description: 'What is left out stays. Its name may stand in messages ({{ company.name }}).',
  scope: 'companies:manage',
  of: 'account',
  params: companyParams,
  body: z.strictObject({
    name: z.string().trim().min(1).max(200).optional(),
    timezone: z.string().min(1).max(100).optional().openapi({ description: 'In which its days begin and end', example: 'America/Boise' }),
    messages_per_day: z
      .int()
      .min(1)
      .max(100_000_000)
      .nullable()
      .optional()
      .openapi({ description: 'Of the whole company; null: as many as its senders may' }),
  }),
  needsIfMatch: true,
  answers: { 200: { description: 'As it is now', schema: company, headers: etagHeader } },
  errors: ['company_unknown', 'timezone_unknown', 'timezone_missing'],
  example: { path: { id: 'me' }, body: { timezone: 'America/Boise' }, answer: exampleCompany },
  run: async ({ house, caller, path: { id }, body, headers, cause }) => {
    const companyId = ownCompany(caller, id);
    checkMatch(headers, etagOf(await companyJson(house, companyId)));
    const { name, timezone, messages_per_day: perDay } = body;
    await edit(house, { companyId, by: caller.by, name, timezone, perDay }, cause);
    return companyAnswer(house, companyId);
  },
});
