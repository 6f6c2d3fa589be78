import { z } from 'zod';

/** What a brand is: a company as The Campaign Registry knows it. A draft may lack any of it; `check-brand.ts` says what is missing. */

export const entityTypes = ['PRIVATE_PROFIT', 'PUBLIC_PROFIT', 'NON_PROFIT', 'GOVERNMENT', 'SOLE_PROPRIETOR'] as const;
export type EntityType = (typeof entityTypes)[number];

const verticalNames =
  'AGRICULTURE COMMUNICATION CONSTRUCTION EDUCATION ENERGY ENTERTAINMENT FINANCIAL GAMBLING GOVERNMENT HEALTHCARE HOSPITALITY HUMAN_RESOURCES ' +
  'INSURANCE LEGAL MANUFACTURING NGO POLITICAL POSTAL PROFESSIONAL REAL_ESTATE RETAIL TECHNOLOGY TRANSPORTATION';
export const verticals: readonly string[] = verticalNames.split(' ');

/** Longer than any field may be, so that a draft can be kept and its length be told. */
const line = z.string().trim().max(1_000);

export const brandFacts = z.strictObject({
  displayName: line.optional(),
  companyName: line.optional(),
  entityType: line.optional(),
  vertical: line.optional(),
  ein: line.optional(),
  phone: line.optional(),
  email: line.optional(),
  website: line.optional(),
  street: line.optional(),
  city: line.optional(),
  state: line.optional(),
  postalCode: line.optional(),
  country: line.optional(),
  stockSymbol: line.optional(),
  stockExchange: line.optional(),
  businessContactEmail: line.optional(),
  /** whoever may speak for the company; of a sole proprietor: the person */
  firstName: line.optional(),
  lastName: line.optional(),
  jobTitle: line.optional(),
  mobilePhone: line.optional(),
});
export type BrandFacts = Readonly<z.infer<typeof brandFacts>>;
