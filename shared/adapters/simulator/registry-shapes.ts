import type { Fate, Registry, Thing } from './registry.ts';

/** Resources of the Trust Hub, of registration and of numbers as Twilio's description of its API has them. */

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const truth = (value: unknown): boolean => value === 'true' || value === true;
const list = (value: unknown): readonly unknown[] => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]);
const iso = (ms: number): string => new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z');
const rfc2822 = (ms: number): string => new Date(ms).toUTCString().replace('GMT', '+0000');
const hosts = { trusthub: 'https://trusthub.twilio.com/v1', messaging: 'https://messaging.twilio.com/v1' } as const;

export type Shown = (about: Readonly<{ registry: Registry; accountId: string }>, thing: Thing, isNew?: boolean) => object;

const dates = ({ createdAt, changedAt }: Thing) => ({ date_created: iso(createdAt), date_updated: iso(changedAt) });
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
      policy_sid: text(fields['PolicySid']),
      friendly_name: text(fields['FriendlyName']),
      status: fields['Status'] ?? 'draft',
      valid_until: null,
      email: text(fields['Email']),
      status_callback: text(fields['StatusCallback']),
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
  friendly_name: text(thing.fields['FriendlyName']),
  type: text(thing.fields['Type']),
  attributes: attributesOf(thing.fields['Attributes']),
  ...dates(thing),
  url: `${hosts.trusthub}/EndUsers/${thing.id}`,
});

export const documentShown: Shown = ({ accountId }, thing) => ({
  sid: thing.id,
  account_sid: accountId,
  friendly_name: text(thing.fields['FriendlyName']),
  mime_type: null,
  status: 'DRAFT',
  type: text(thing.fields['Type']),
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
    object_sid: text(fields['ObjectSid']),
    date_created: iso(createdAt),
    url: `${hosts.trusthub}/${of}/${owner}/EntityAssignments/${sid}`,
  };
};

export const addressShown: Shown = ({ accountId }, { id: sid, fields, createdAt, changedAt }) => ({
  account_sid: accountId,
  city: text(fields['City']),
  customer_name: text(fields['CustomerName']),
  date_created: rfc2822(createdAt),
  date_updated: rfc2822(changedAt),
  friendly_name: text(fields['FriendlyName']),
  iso_country: text(fields['IsoCountry']),
  postal_code: text(fields['PostalCode']),
  region: text(fields['Region']),
  sid,
  street: text(fields['Street']),
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
    customer_profile_bundle_sid: text(fields['CustomerProfileBundleSid']),
    a2p_profile_bundle_sid: text(fields['A2PProfileBundleSid']),
    ...dates(thing),
    brand_type: text(fields['BrandType']) ?? 'STANDARD',
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
    friendly_name: text(fields['FriendlyName']),
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
    usecase: text(fields['Usecase']) ?? 'undeclared',
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
    brand_registration_sid: text(fields['BrandRegistrationSid']),
    messaging_service_sid: service,
    description: text(fields['Description']),
    message_samples: list(fields['MessageSamples']),
    us_app_to_person_usecase: text(fields['UsAppToPersonUsecase']),
    has_embedded_links: truth(fields['HasEmbeddedLinks']),
    has_embedded_phone: truth(fields['HasEmbeddedPhone']),
    subscriber_opt_in: truth(fields['SubscriberOptIn']),
    age_gated: truth(fields['AgeGated']),
    direct_lending: truth(fields['DirectLending']),
    campaign_status: campaignStatus[fate.status],
    campaign_id: isApproved ? `C${registry.hexOf(sid, 6).toUpperCase()}` : null,
    is_externally_registered: false,
    rate_limits: isApproved ? { att: { mps: 75, msg_class: 'A' }, tmobile: { brand_tier: 'TOP' } } : null,
    message_flow: text(fields['MessageFlow']),
    opt_in_message: text(fields['OptInMessage']),
    opt_out_message: text(fields['OptOutMessage']),
    help_message: text(fields['HelpMessage']),
    opt_in_keywords: list(fields['OptInKeywords']),
    opt_out_keywords: list(fields['OptOutKeywords']),
    help_keywords: list(fields['HelpKeywords']),
    ...dates(thing),
    url: `${hosts.messaging}/Services/${service}/Compliance/Usa2p/${sid}`,
    mock: false,
    errors: errorsOf(fate),
  };
};

/** A number as it is in a messaging service. */
export const memberShown: Shown = ({ accountId }, thing) => ({
  sid: String(thing.fields['PhoneNumberSid']),
  account_sid: accountId,
  service_sid: text(thing.fields['service']),
  ...dates(thing),
  phone_number: text(thing.fields['number']),
  country_code: 'US',
  capabilities: ['MMS', 'SMS', 'Voice'],
  url: `${hosts.messaging}/Services/${String(thing.fields['service'])}/PhoneNumbers/${String(thing.fields['PhoneNumberSid'])}`,
});

const capabilities = { mms: true, sms: true, voice: true, fax: false };

export const numberShown: Shown = ({ accountId }, { id: sid, fields, createdAt, changedAt }) => {
  const number = String(fields['number']);
  return {
    account_sid: accountId,
    address_sid: null,
    address_requirements: 'none',
    api_version: '2010-04-01',
    beta: false,
    capabilities,
    date_created: rfc2822(createdAt),
    date_updated: rfc2822(changedAt),
    friendly_name: number,
    identity_sid: null,
    phone_number: number,
    origin: 'twilio',
    sid,
    sms_application_sid: null,
    sms_fallback_method: 'POST',
    sms_fallback_url: null,
    sms_method: 'POST',
    sms_url: null,
    status_callback: null,
    status_callback_method: 'POST',
    trunk_sid: null,
    uri: `/2010-04-01/Accounts/${accountId}/IncomingPhoneNumbers/${sid}.json`,
    voice_receive_mode: 'voice',
    voice_application_sid: null,
    voice_caller_id_lookup: false,
    voice_fallback_method: 'POST',
    voice_fallback_url: null,
    voice_method: 'POST',
    voice_url: null,
    emergency_status: 'Inactive',
    emergency_address_sid: null,
    emergency_address_status: 'unregistered',
    bundle_sid: null,
    status: 'in-use',
  };
};

export const availableShown = (number: string): object => ({
  friendly_name: number,
  phone_number: number,
  lata: '652',
  locality: 'Boise',
  rate_center: 'BOISE',
  latitude: 43.6,
  longitude: -116.2,
  region: 'ID',
  postal_code: '83702',
  iso_country: 'US',
  address_requirements: 'none',
  beta: false,
  capabilities,
});
