import type { Resource } from '../resource.ts';
import { editCompany } from './edit-company.ts';
import { getCompany } from './get-company.ts';
import { haltCompany, liftCompany } from './halt-company.ts';

export const companies: Resource = {
  name: 'Companies',
  description: 'Whose messages these are. A key belongs to one company and sees nothing of any other.',
  operations: [getCompany, editCompany, haltCompany, liftCompany],
  errors: {
    company_unknown: { status: 404, title: 'There is no such company', words: 'This key belongs to no company of this id.' },
    timezone_unknown: { status: 400, title: 'There is no such time zone', words: 'Write one of the IANA database, like America/Boise.' },
    timezone_missing: {
      status: 400,
      title: 'The time zone is missing',
      words: 'A limit of days needs the zone in which days begin and end.',
    },
  },
};
