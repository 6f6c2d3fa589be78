import type { Resource } from '../resource.ts';
import { getCompany } from './get-company.ts';

export const companies: Resource = {
  name: 'Companies',
  description: 'Whose messages these are. A key belongs to one company and sees nothing of any other.',
  operations: [getCompany],
  errors: { company_unknown: { status: 404, title: 'There is no such company', words: 'This key belongs to no company of this id.' } },
};
