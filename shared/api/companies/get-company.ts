import { operation } from '../operation.ts';
import { company, companyAnswer, companyParams, etagHeader, exampleCompany, ownCompany } from './company-json.ts';

export const getCompany = operation({
  id: 'getCompany',
  method: 'get',
  path: '/v1/companies/{id}',
  summary: 'The company of this key',
  description: '`me` stands for the company that the key belongs to.',
  scope: 'companies:read',
  of: 'account',
  params: companyParams,
  answers: { 200: { description: 'The company', schema: company, headers: etagHeader } },
  errors: ['company_unknown'],
  example: { path: { id: 'me' }, answer: exampleCompany },
  run: ({ house, caller, path: { id } }) => companyAnswer(house, ownCompany(caller, id)),
});
