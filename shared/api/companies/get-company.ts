import { z } from '@hono/zod-openapi';
import { companyPath, type CompanyDocument } from '#app/register-company.ts';
import { etagOf } from '../conventions/etag.ts';
import { companyIdText } from '../conventions/ids.ts';
import { Problem } from '../conventions/problem.ts';
import { operation } from '../operation.ts';

export const company = z
  .object({
    object: z.literal('company'),
    id: companyIdText,
    name: z.string(),
    halted: z
      .object({ by: z.string(), reason: z.string().optional(), since: z.iso.datetime() })
      .nullable()
      .meta({ description: 'somebody has stopped everything that the company sends' }),
  })
  .openapi('Company');

export const getCompany = operation({
  id: 'getCompany',
  method: 'get',
  path: '/v1/companies/{id}',
  summary: 'The company of this key',
  description: '`me` stands for the company that the key belongs to.',
  scope: 'companies:read',
  params: z.object({ id: companyIdText }),
  answers: { 200: { description: 'The company', schema: company, headers: { ETag: 'the state that was read' } } },
  errors: ['company_unknown'],
  example: { path: { id: 'me' }, answer: { object: 'company', id: 'co_hillside', name: 'Hillside Dental', halted: null } },
  run: async ({ house, caller: { companyId }, path: { id } }) => {
    const found = id === 'me' || id === companyId ? await house.documents.get<CompanyDocument>(companyPath(companyId)) : undefined;
    if (!found) throw new Problem('company_unknown');
    const body = { object: 'company', id: companyId, name: found.data.name, halted: found.data.halted ?? null };
    return { status: 200, body, headers: { etag: etagOf(body) } };
  },
});
