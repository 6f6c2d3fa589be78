import type { BrandFacts } from '#domain/registration/brand-facts.ts';
import type { BrandToSubmit } from '#ports/registrar.ts';
import type { RegistrationResources } from './registration-resources.ts';

/**
 * What Twilio wants to know of a company before its brand: two bundles in its Trust Hub, each filled with parts and handed in. A bundle is named
 * after our id, so that an interrupted submission finds it and fills what is missing.
 * https://www.twilio.com/docs/messaging/compliance/a2p-10dlc/onboarding-isv-api
 */

/** The same for every account. */
const profilePolicy = 'RNdfbf3fae0e1107f8aded0e7cead80bf5';
const messagingPolicy = 'RNb0d4771c2c98518d916a3d4cd70a8f8b';

const industries: Readonly<Record<string, string>> = {
  COMMUNICATION: 'TELECOMMUNICATIONS',
  ENTERTAINMENT: 'MEDIA',
  GAMBLING: 'MEDIA',
  HUMAN_RESOURCES: 'PROFESSIONAL_SERVICES',
  NGO: 'NOT_FOR_PROFIT',
  POLITICAL: 'NOT_FOR_PROFIT',
  POSTAL: 'TRANSPORTATION',
  PROFESSIONAL: 'PROFESSIONAL_SERVICES',
};
const companyTypes: Readonly<Record<string, string>> = {
  PRIVATE_PROFIT: 'private',
  PUBLIC_PROFIT: 'public',
  NON_PROFIT: 'non-profit',
  GOVERNMENT: 'government',
};

const businessType = ({ entityType, companyName = '' }: BrandFacts): string => {
  if (entityType === 'NON_PROFIT') return 'Non-profit Corporation';
  return /\bL\.?L\.?C\.?\b/i.test(companyName) ? 'Limited Liability Corporation' : 'Corporation';
};

const business = (facts: BrandFacts) => ({
  business_name: facts.companyName ?? '',
  business_identity: 'direct_customer',
  business_type: businessType(facts),
  business_industry: industries[facts.vertical ?? ''] ?? facts.vertical ?? '',
  business_registration_identifier: 'EIN',
  business_registration_number: facts.ein ?? '',
  business_regions_of_operation: 'USA_AND_CANADA',
  website_url: facts.website ?? '',
  social_media_profile_urls: '',
});

const representative = (facts: BrandFacts) => ({
  first_name: facts.firstName ?? '',
  last_name: facts.lastName ?? '',
  email: facts.email ?? '',
  phone_number: facts.phone ?? '',
  business_title: facts.jobTitle ?? 'Owner',
  job_position: 'Other',
});

const messaging = ({ entityType, stockExchange, stockSymbol, businessContactEmail }: BrandFacts) => ({
  company_type: companyTypes[entityType ?? ''] ?? 'private',
  ...(entityType === 'PUBLIC_PROFIT'
    ? { stock_exchange: stockExchange, stock_ticker: stockSymbol, brand_contact_email: businessContactEmail }
    : {}),
});

type Part = Readonly<{ type: string; attributes: object }>;
type Assignments = Readonly<{
  list: () => Promise<readonly Readonly<{ objectSid: string }>[]>;
  create: (params: { objectSid: string }) => Promise<unknown>;
}>;

const fill = async (
  resources: RegistrationResources,
  assignments: Assignments,
  { name, parts }: Readonly<{ name: string; parts: readonly Part[] }>,
) => {
  const assigned = await assignments.list();
  const endUsers = await Promise.all(
    assigned.filter(({ objectSid }) => objectSid.startsWith('IT')).map(({ objectSid }) => resources.endUsers(objectSid).fetch()),
  );
  for (const { type, attributes } of parts) {
    const known = endUsers.find((one) => one.type === type);
    if (known) await resources.endUsers(known.sid).update({ attributes });
    else {
      const { sid } = await resources.endUsers.create({ friendlyName: name, type, attributes });
      await assignments.create({ objectSid: sid });
    }
  }
  return new Set(assigned.map(({ objectSid }) => objectSid));
};

const addressDocument = async ({ addresses, documents }: RegistrationResources, name: string, facts: BrandFacts): Promise<string> => {
  const address = await addresses.create({
    friendlyName: name,
    customerName: facts.companyName ?? '',
    street: facts.street ?? '',
    city: facts.city ?? '',
    region: facts.state ?? '',
    postalCode: facts.postalCode ?? '',
    isoCountry: facts.country ?? '',
  });
  const attributes = { address_sids: address.sid };
  return (await documents.create({ friendlyName: name, type: 'customer_profile_address', attributes })).sid;
};

const open = new Set(['draft', 'twilio-rejected']);

export type ProfileOptions = Readonly<{ brand: BrandToSubmit; primaryProfile: string; statusCallback: string }>;

/** The bundle about the company itself, under the one of whoever owns the account. */
export const customerProfile = async (
  resources: RegistrationResources,
  { brand, primaryProfile, statusCallback }: ProfileOptions,
): Promise<string> => {
  const { profiles } = resources;
  const { facts, brandId } = brand;
  const name = `carillon ${brandId}`;
  const [known] = await profiles.list({ friendlyName: name, limit: 1 });
  const bundle =
    known ?? (await profiles.create({ friendlyName: name, email: facts.email ?? '', policySid: profilePolicy, statusCallback }));
  const assignments = profiles(bundle.sid).customerProfilesEntityAssignments as unknown as Assignments;
  const parts = [
    { type: 'customer_profile_business_information', attributes: business(facts) },
    { type: 'authorized_representative_1', attributes: representative(facts) },
  ];
  const assigned = await fill(resources, assignments, { name, parts });
  if (![...assigned].some((sid) => sid.startsWith('RD')))
    await assignments.create({ objectSid: await addressDocument(resources, name, facts) });
  if (!assigned.has(primaryProfile)) await assignments.create({ objectSid: primaryProfile });
  if (open.has(bundle.status)) await profiles(bundle.sid).update({ status: 'pending-review' });
  return bundle.sid;
};

/** The bundle about what kind of company sends. */
export const messagingProfile = async (
  resources: RegistrationResources,
  profile: string,
  { brand, statusCallback }: ProfileOptions,
): Promise<string> => {
  const { products } = resources;
  const { facts, brandId } = brand;
  const name = `carillon ${brandId}`;
  const [known] = await products.list({ friendlyName: name, limit: 1 });
  const bundle =
    known ?? (await products.create({ friendlyName: name, email: facts.email ?? '', policySid: messagingPolicy, statusCallback }));
  const assignments = products(bundle.sid).trustProductsEntityAssignments as unknown as Assignments;
  const parts = [{ type: 'us_a2p_messaging_profile_information', attributes: messaging(facts) }];
  const assigned = await fill(resources, assignments, { name, parts });
  if (!assigned.has(profile)) await assignments.create({ objectSid: profile });
  if (open.has(bundle.status)) await products(bundle.sid).update({ status: 'pending-review' });
  return bundle.sid;
};
