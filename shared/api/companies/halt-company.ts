import { z } from '@hono/zod-openapi';
import { haltCompany as halt, liftCompany as lift } from '#app/halt-company.ts';
import { operation } from '../operation.ts';
import { company, companyAnswer, companyParams, etagHeader, exampleCompany, ownCompany } from './company-json.ts';

export const haltCompany = operation({
  id: 'haltCompany',
  method: 'post',
  path: '/v1/companies/{id}/halt',
  summary: 'Stop everything that the company sends',
  description:
    'Whatever the campaign: no message is handed to a provider later than two seconds from now. All that waits keeps its place. Again: nothing.',
  scope: 'companies:write',
  of: 'account',
  params: companyParams,
  body: z.strictObject({
    reason: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .openapi({ description: 'For whoever asks why nothing leaves', example: 'Wrong file' }),
  }),
  answers: { 200: { description: 'The company, stopped', schema: company, headers: etagHeader } },
  errors: ['company_unknown'],
  example: {
    path: { id: 'me' },
    body: { reason: 'Wrong file' },
    answer: { ...exampleCompany, halted: { by: 'key_h7k2m9qxw3np', reason: 'Wrong file', since: '2026-11-20T17:00:00.000Z' } },
  },
  run: async ({ house, caller, path: { id }, body, cause }) => {
    const companyId = ownCompany(caller, id);
    await halt(house, { companyId, by: caller.by, reason: body.reason }, cause);
    return companyAnswer(house, companyId);
  },
});

export const liftCompany = operation({
  id: 'liftCompany',
  method: 'post',
  path: '/v1/companies/{id}/lift',
  summary: 'Let a company send again that was stopped',
  description: 'What waits goes on at once; what became too late meanwhile expires.',
  scope: 'companies:manage',
  of: 'account',
  params: companyParams,
  answers: { 200: { description: 'The company', schema: company, headers: etagHeader } },
  errors: ['company_unknown'],
  example: { path: { id: 'me' }, answer: exampleCompany },
  run: async ({ house, caller, path: { id }, cause }) => {
    const companyId = ownCompany(caller, id);
    await lift(house, { companyId, by: caller.by }, cause);
    return companyAnswer(house, companyId);
  },
});
