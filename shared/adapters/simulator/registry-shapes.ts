import type { Fate, Registry, Thing } from './registry.ts';

/** Resources of the Trust Hub, of registration and of numbers as Twilio's description of its API has them. */

export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const truth = (value: unknown): boolean => value === 'true' || value === true;
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];
const iso = (ms: number): string => new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z');
export const rfc2822 = (ms: number): string => new Date(ms).toUTCString().replace('GMT', '+0000');
export const hosts = { trusthub: 'https://trusthub.twilio.com/v1', messaging: 'https://messaging.twilio.com/v1' } as const;

export type Shown = (about: Readonly<{ registry: Registry; accountId: string }>, thing: Thing, isNew?: boolean) => object;

export const dates = ({ createdAt, changedAt }: Thing) => ({ date_created: iso(createdAt), date_updated: iso(changedAt) });
const attributesOf = (given: unknown): unknown => {
  try {
    return JSON.parse(String(given)) as unknown;
  } catch {
    return {};
  }
};

const bundle =
  (path: string, links: readonly string[]): Shown =>
  ({ accountId }, thing) => {
    const { id: sid, fields } = thing;
    const url = `${hosts.trusthub}/${path}/${sid}`;
    return {
      sid,
      account_sid: accountId,
      policy_sid: textOf(fields['PolicySid']),
      friendly_name: textOf(fields['FriendlyName']),
      status: fields['Status'] ?? 'draft',
      valid_until: null,
      email: textOf(fields['Email']),
      status_callback: textOf(fields['StatusCallback']),
      ...dates(thing),
      url,
      links: Object.fromEntries(links.map((link) => [link, `${url}/${link}`])),
      errors: [],
    };
  };

export const profileShown = bundle('CustomerProfiles', [
  'customer_profiles_entity_assignments',
  'customer_profiles_evaluations',
  'customer_profiles_channel_endpoint_assignment',
]);
export const productShown = bundle('TrustProducts', [
  'trust_products_entity_assignments',
  'trust_products_evaluations',
  'trust_products_channel_endpoint_assignment',
]);

export const endUserShown: Shown = ({ accountId }, thing) => ({
  sid: thing.id,
  account_sid: accountId,
  friendly_name: textOf(thing.fields['FriendlyName']),
  type: textOf(thing.fields['Type']),
  attributes: attributesOf(thing.fields['Attributes']),
  ...dates(thing),
  url: `${hosts.trusthub}/EndUsers/${thing.id}`,
});

export const documentShown: Shown = ({ accountId }, thing) => ({
  sid: thing.id,
  account_sid: accountId,
  friendly_name: textOf(thing.fields['FriendlyName']),
  mime_type: null,
  status: 'DRAFT',
  type: textOf(thing.fields['Type']),
  attributes: attributesOf(thing.fields['Attributes']),
  ...dates(thing),
  url: `${hosts.trusthub}/SupportingDocuments/${thing.id}`,
});

/** `owner` is the bundle that it is in. */
export const entityShown: Shown = ({ accountId }, { id: sid, fields, createdAt }) => {
  const owner = String(fields['owner']);
  const of = fields['of'] === 'TrustProducts' ? 'TrustProducts' : 'CustomerProfiles';
  return {
    sid,
    [of === 'TrustProducts' ? 'trust_product_sid' : 'customer_profile_sid']: owner,
    account_sid: accountId,
    object_sid: textOf(fields['ObjectSid']),
    date_created: iso(createdAt),
    url: `${hosts.trusthub}/${of}/${owner}/EntityAssignments/${sid}`,
  };
};

export const addressShown: Shown = ({ accountId }, { id: sid, fields, createdAt, changedAt }) => ({
  account_sid: accountId,
  city: textOf(fields['City']),
  customer_name: textOf(fields['CustomerName']),
  date_created: rfc2822(createdAt),
  date_updated: rfc2822(changedAt),
  friendly_name: textOf(fields['FriendlyName']),
  iso_country: textOf(fields['IsoCountry']),
  postal_code: textOf(fields['PostalCode']),
  region: textOf(fields['Region']),
  sid,
  street: textOf(fields['Street']),
  street_secondary: null,
  uri: `/2010-04-01/Accounts/${accountId}/Addresses/${sid}.json`,
  emergency_enabled: false,
  validated: false,
  verified: false,
});

const errorsOf = ({ said, code = '30792', field }: Fate): readonly object[] =>
  said === undefined
    ? []
    : [
        {
          error_code: Number(code),
          description: said,
          fields: field === undefined ? [] : [field],
          url: `https://www.twilio.com/docs/errors/${code}`,
        },
      ];

const brandStatus: Readonly<Record<Fate['status'], string>> = {
  pending: 'PENDING',
  approved: 'APPROVED',
  rejected: 'FAILED',
  suspended: 'SUSPENDED',
  expired: 'FAILED',
};

export const brandShown: Shown = ({ registry, accountId }, thing, isNew = false) => {
  const fate: Fate = isNew ? { status: 'pending' } : registry.fateOf(thing);
  const { id: sid, fields } = thing;
  const isApproved = fate.status === 'approved';
  const url = `${hosts.messaging}/a2p/BrandRegistrations/${sid}`;
  return {
    sid,
    account_sid: accountId,
    customer_profile_bundle_sid: textOf(fields['CustomerProfileBundleSid']),
    a2p_profile_bundle_sid: textOf(fields['A2PProfileBundleSid']),
    ...dates(thing),
    brand_type: textOf(fields['BrandType']) ?? 'STANDARD',
    status: brandStatus[fate.status],
    tcr_id: isApproved ? `B${registry.hexOf(sid, 6).toUpperCase()}` : null,
    failure_reason: fate.said ?? null,
    errors: errorsOf(fate),
    url,
    brand_score: isApproved ? (fate.score ?? null) : null,
    brand_feedback: [],
    identity_status: isApproved ? 'VERIFIED' : 'UNVERIFIED',
    russell_3000: false,
    government_entity: false,
    tax_exempt_status: null,
    skip_automatic_sec_vet: truth(fields['SkipAutomaticSecVet']),
    mock: truth(fields['Mock']),
    links: { brand_vettings: `${url}/Vettings`, brand_registration_otps: `${url}/SmsOtp` },
  };
};

const links = [
  'phone_numbers',
  'short_codes',
  'alpha_senders',
  'messages',
  'us_app_to_person',
  'us_app_to_person_usecases',
  'channel_senders',
  'destination_alpha_senders',
];

export const serviceShown: Shown = ({ accountId }, thing) => {
  const { id: sid, fields } = thing;
  const url = `${hosts.messaging}/Services/${sid}`;
  return {
    sid,
    account_sid: accountId,
    friendly_name: textOf(fields['FriendlyName']),
    ...dates(thing),
    inbound_request_url: null,
    inbound_method: 'POST',
    fallback_url: null,
    fallback_method: 'POST',
    status_callback: null,
    sticky_sender: true,
    mms_converter: true,
    smart_encoding: true,
    scan_message_content: 'inherit',
    fallback_to_long_code: false,
    area_code_geomatch: true,
    synchronous_validation: false,
    validity_period: 36_000,
    url,
    links: Object.fromEntries(links.map((link) => [link, `${url}/${link}`])),
    usecase: textOf(fields['Usecase']) ?? 'undeclared',
    us_app_to_person_registered: false,
    use_inbound_webhook_on_number: truth(fields['UseInboundWebhookOnNumber']),
  };
};

const campaignStatus: Readonly<Record<Fate['status'], string>> = {
  pending: 'IN_PROGRESS',
  approved: 'VERIFIED',
  rejected: 'FAILED',
  suspended: 'SUSPENDED',
  expired: 'EXPIRED',
};

export const campaignShown: Shown = ({ registry, accountId }, thing, isNew = false) => {
  const fate: Fate = isNew ? { status: 'pending' } : registry.fateOf(thing);
  const { id: sid, fields } = thing;
  const service = String(fields['service']);
  const isApproved = fate.status === 'approved';
  return {
    sid,
    account_sid: accountId,
    brand_registration_sid: textOf(fields['BrandRegistrationSid']),
    messaging_service_sid: service,
    description: textOf(fields['Description']),
    message_samples: listOf(fields['MessageSamples']),
    us_app_to_person_usecase: textOf(fields['UsAppToPersonUsecase']),
    has_embedded_links: truth(fields['HasEmbeddedLinks']),
    has_embedded_phone: truth(fields['HasEmbeddedPhone']),
    subscriber_opt_in: truth(fields['SubscriberOptIn']),
    age_gated: truth(fields['AgeGated']),
    direct_lending: truth(fields['DirectLending']),
    campaign_status: campaignStatus[fate.status],
    campaign_id: isApproved ? `C${registry.hexOf(sid, 6).toUpperCase()}` : null,
    is_externally_registered: false,
    rate_limits: isApproved ? { att: { mps: 75, msg_class: 'A' }, tmobile: { brand_tier: 'TOP' } } : null,
    message_flow: textOf(fields['MessageFlow']),
    opt_in_message: textOf(fields['OptInMessage']),
    opt_out_message: textOf(fields['OptOutMessage']),
    help_message: textOf(fields['HelpMessage']),
    opt_in_keywords: listOf(fields['OptInKeywords']),
    opt_out_keywords: listOf(fields['OptOutKeywords']),
    help_keywords: listOf(fields['HelpKeywords']),
    ...dates(thing),
    url: `${hosts.messaging}/Services/${service}/Compliance/Usa2p/${sid}`,
    mock: false,
    errors: errorsOf(fate),
  };
};
