import { companies } from '../companies/companies.ts';
import { borrowedErrors } from '../conventions/borrowed-errors.ts';
import type { Resource } from '../resource.ts';
import { grantAskedAccess, grantSupportAccess } from './grant-support-access.ts';
import { listSupportAccesses } from './list-support-accesses.ts';
import { revokeSupportAccess } from './revoke-support-access.ts';

export const supportAccesses: Resource = {
  name: 'Support access',
  description: 'Who of the platform may look at what is yours: nobody, unless you let him in, for hours, for a reason.',
  operations: [listSupportAccesses, grantSupportAccess, grantAskedAccess, revokeSupportAccess],
  errors: {
    ...borrowedErrors(companies.errors, 'company_unknown'),
    support_access_unknown: { status: 404, title: 'There is no such access', words: 'No access of this company has this id.' },
    support_access_over: { status: 409, title: 'This access is over', words: 'It has ended, or was revoked: grant another one.' },
    support_accesses_too_many: {
      status: 409,
      title: 'Too many accesses',
      words: 'Up to 20 stand or wait at once: revoke those that nobody needs.',
    },
  },
};
