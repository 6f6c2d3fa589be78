import type { Fate, Registry, Thing } from '../registry.ts';

/** Brands, campaigns and numbers as Telnyx shows them. */

export const uuidOf = (registry: Registry, of: string): string => {
  const hex = registry.hexOf(of, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');
};

type New = Readonly<{ isNew?: boolean }>;
const at = (ms: number): string => new Date(ms).toISOString();

const brandStatus: Readonly<Record<Fate['status'], readonly [status: string, identity: string]>> = {
  pending: ['REGISTRATION_PENDING', 'UNVERIFIED'],
  approved: ['OK', 'VERIFIED'],
  rejected: ['OK', 'UNVERIFIED'],
  suspended: ['REGISTRATION_FAILED', 'UNVERIFIED'],
  expired: ['REGISTRATION_FAILED', 'UNVERIFIED'],
};

export const brandShown = (registry: Registry, thing: Thing, { isNew = false }: New = {}): object => {
  const fate: Fate = isNew ? { status: 'pending' } : registry.fateOf(thing);
  const [status, identityStatus] = brandStatus[fate.status];
  const isApproved = fate.status === 'approved';
  return {
    brandRelationship: 'BASIC_ACCOUNT',
    ...thing.fields,
    brandId: thing.id,
    ...(isApproved ? { tcrBrandId: `B${registry.hexOf(thing.id, 6).toUpperCase()}` } : {}),
    status,
    identityStatus,
    ...(status === 'REGISTRATION_FAILED' && fate.said !== undefined ? { failureReasons: fate.said } : {}),
    createdAt: at(thing.createdAt),
    updatedAt: at(thing.changedAt),
  };
};

const campaignStatus: Readonly<Record<Fate['status'], string>> = {
  pending: 'MNO_PENDING',
  approved: 'MNO_PROVISIONED',
  rejected: 'TELNYX_FAILED',
  suspended: 'TCR_SUSPENDED',
  expired: 'TCR_EXPIRED',
};

export const campaignShown = (registry: Registry, thing: Thing, { isNew = false }: New = {}): object => {
  const fate: Fate = isNew ? { status: 'pending' } : registry.fateOf(thing);
  const { said, code, expiresAt = '2027-11-01' } = fate;
  return {
    ...thing.fields,
    campaignId: thing.id,
    cspId: 'S000000',
    mock: true,
    campaignStatus: isNew ? 'TCR_PENDING' : campaignStatus[fate.status],
    ...(fate.status === 'approved' ? { tcrCampaignId: `C${registry.hexOf(thing.id, 6).toUpperCase()}` } : {}),
    ...(said === undefined ? {} : { failureReasons: JSON.stringify([{ ...(code === undefined ? {} : { code }), description: said }]) }),
    nextRenewalOrExpirationDate: expiresAt,
    createDate: at(thing.createdAt),
  };
};

const assignmentStatus: Readonly<Record<Fate['status'], string>> = {
  pending: 'PENDING_ASSIGNMENT',
  approved: 'ASSIGNED',
  rejected: 'FAILED_ASSIGNMENT',
  suspended: 'FAILED_ASSIGNMENT',
  expired: 'FAILED_ASSIGNMENT',
};

export const numberCampaignShown = (registry: Registry, thing: Thing, { isNew = false }: New = {}): object => {
  const fate: Fate = isNew ? { status: 'pending' } : registry.fateOf(thing);
  return {
    ...thing.fields,
    assignmentStatus: assignmentStatus[fate.status],
    ...(fate.said === undefined ? {} : { failureReasons: fate.said }),
    createdAt: at(thing.createdAt),
    updatedAt: at(thing.changedAt),
  };
};

const verificationStatus: Readonly<Record<Fate['status'], string>> = {
  pending: 'In Progress',
  approved: 'Verified',
  rejected: 'Rejected',
  suspended: 'Rejected',
  expired: 'Rejected',
};

export const verificationShown = (registry: Registry, thing: Thing): object => {
  const { status, said } = registry.fateOf(thing);
  return { ...thing.fields, id: thing.id, verificationStatus: verificationStatus[status], ...(said === undefined ? {} : { reason: said }) };
};

const orderStatus: Readonly<Record<Fate['status'], string>> = {
  pending: 'pending',
  approved: 'success',
  rejected: 'failure',
  suspended: 'failure',
  expired: 'failure',
};

export const orderShown = (registry: Registry, thing: Thing): object => {
  const { id, fields, createdAt } = thing;
  const status = orderStatus[registry.fateOf(thing).status];
  return {
    id,
    record_type: 'number_order',
    status,
    customer_reference: fields['reference'] ?? null,
    created_at: at(createdAt),
    phone_numbers: [{ phone_number: fields['number'], status }],
  };
};

/** What a webhook tells of a change, by https://developers.telnyx.com/docs/messaging/10dlc/event-notifications. */
export const noticeOf = (registry: Registry, { id, kind, fields }: Thing, attempt: number): object => {
  const names: Readonly<Record<string, readonly [type: string, payload: object]>> = {
    brand: ['10dlc.brand.update', { brandId: id, brandName: fields['displayName'], eventType: 'BRAND_UPDATE', type: 'TCR_BRAND_UPDATE' }],
    campaign: ['10dlc.campaign.update', { campaignId: id, brandId: fields['brandId'], type: 'TELNYX_REVIEW' }],
    assignment: ['10dlc.phone_number.update', { phoneNumber: fields['phoneNumber'], campaignId: fields['campaignId'], type: 'ASSIGNMENT' }],
  };
  const [event_type = '', payload = {}] = names[kind] ?? [];
  const data = { event_type, id: uuidOf(registry, `notice ${id}`), occurred_at: at(Date.now()), payload, record_type: 'event' };
  return { data, meta: { attempt } };
};
