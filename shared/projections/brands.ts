import type { BrandFacts } from '#domain/registration/brand-facts.ts';
import { textCell, timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';
import { reasonCell } from './reason-cell.ts';

export type BrandRow = Placed &
  Readonly<{
    id: string;
    company_id: string;
    display_name: string | null;
    legal_business_name: string | null;
    entity_type: string | null;
    vertical: string | null;
    ein_tax_id: string | null;
    business_address: string | null;
    website: string | null;
    contact_phone: string | null;
    contact_email: string | null;
    provider: string | null;
    account_id: string | null;
    provider_brand_id: string | null;
    tcr_brand_id: string | null;
    trust_score: number | null;
    tier: string | null;
    status: 'draft' | 'submitting' | 'pending' | 'approved' | 'rejected' | 'suspended';
    status_reason: string | null;
    attempts: number;
    drafted_at: string;
    submitted_at: string | null;
    approved_at: string | null;
    rejected_at: string | null;
    suspended_at: string | null;
    changed_at: string;
  }>;

const types = [
  'BrandDrafted',
  'BrandRevised',
  'BrandSubmitting',
  'BrandSubmitted',
  'BrandDeclined',
  'BrandApproved',
  'BrandRejected',
  'BrandSuspended',
] as const;
type BrandType = (typeof types)[number];

/** Empty where it was forgotten. */
const said = (facts: BrandFacts | undefined) => ({
  display_name: textCell(facts?.displayName, 255),
  legal_business_name: textCell(facts?.companyName, 255),
  entity_type: textCell(facts?.entityType, 40),
  vertical: textCell(facts?.vertical, 40),
  ein_tax_id: textCell(facts?.ein, 50),
  business_address:
    facts && textCell([facts.street, facts.city, facts.state, facts.postalCode, facts.country].filter(Boolean).join(', '), 500),
  website: textCell(facts?.website, 255),
  contact_phone: textCell(facts?.phone, 20),
  contact_email: textCell(facts?.email, 255),
});

const drafted = (event: EventOfType<'BrandDrafted'>, ordinal: number): BrandRow => {
  const { business_address = null, ...facts } = said(event.private?.facts);
  const at = timeCell(event.occurredAt);
  return {
    id: event.data.brandId,
    company_id: event.companyId,
    ...facts,
    business_address,
    provider: null,
    account_id: null,
    provider_brand_id: null,
    tcr_brand_id: null,
    trust_score: null,
    tier: null,
    status: 'draft',
    status_reason: null,
    attempts: 0,
    drafted_at: at,
    submitted_at: null,
    approved_at: null,
    rejected_at: null,
    suspended_at: null,
    changed_at: at,
    position: event.position,
    ordinal,
  };
};

const changed = (row: BrandRow, event: Exclude<EventOfType<BrandType>, { type: 'BrandDrafted' }>): Partial<BrandRow> => {
  const at = timeCell(event.occurredAt);
  switch (event.type) {
    case 'BrandRevised': {
      const { business_address = null, ...facts } = said(event.private?.facts);
      return { ...facts, business_address };
    }
    case 'BrandSubmitting':
      return { status: 'submitting', provider: event.data.provider, account_id: event.data.accountId, attempts: event.data.attempt };
    case 'BrandSubmitted':
      return { status: 'pending', provider_brand_id: event.data.reference, submitted_at: at, status_reason: null };
    case 'BrandDeclined':
      return { status: row.provider_brand_id === null ? 'draft' : 'rejected', status_reason: reasonCell(event.data.reasons) };
    case 'BrandApproved': {
      const { carrierId, score = null, tier } = event.data;
      const known = { tcr_brand_id: carrierId ?? row.tcr_brand_id, trust_score: score, tier };
      return { status: 'approved', ...known, approved_at: row.approved_at ?? at, status_reason: null };
    }
    case 'BrandRejected':
      return { status: 'rejected', rejected_at: at, status_reason: reasonCell(event.data.reasons) };
    default:
      return { status: 'suspended', suspended_at: at, status_reason: reasonCell(event.data.reasons) };
  }
};

export const brands: Projection<BrandRow, BrandType> = {
  table: {
    name: 'brands',
    key: ['id'],
    columns: [
      'id',
      'company_id',
      'display_name',
      'legal_business_name',
      'entity_type',
      'vertical',
      'ein_tax_id',
      'business_address',
      'website',
      'contact_phone',
      'contact_email',
      'provider',
      'account_id',
      'provider_brand_id',
      'tcr_brand_id',
      'trust_score',
      'tier',
      'status',
      'status_reason',
      'attempts',
      'drafted_at',
      'submitted_at',
      'approved_at',
      'rejected_at',
      'suspended_at',
      'changed_at',
      'position',
      'ordinal',
    ] satisfies (keyof BrandRow)[],
  },
  handles: types,
  keyOf: (event) => ({ id: event.data.brandId }),
  evolve: (row, event, ordinal) => {
    if (event.type === 'BrandDrafted') return row ?? drafted(event, ordinal);
    return row && { ...row, ...changed(row, event), changed_at: timeCell(event.occurredAt), position: event.position, ordinal };
  },
};
