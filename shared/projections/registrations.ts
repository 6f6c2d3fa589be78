import type { RegistrationFacts } from '#domain/registration/registration-facts.ts';
import { textCell, timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';
import { reasonCell } from './reason-cell.ts';

export type RegistrationRow = Placed &
  Readonly<{
    id: string;
    company_id: string;
    brand_id: string;
    use_case: string | null;
    description: string | null;
    sample_messages: string | null;
    opt_in_process: string | null;
    opt_out_message: string | null;
    help_message: string | null;
    provider: string | null;
    account_id: string | null;
    provider_registration_id: string | null;
    tcr_campaign_id: string | null;
    per_second: string | null;
    tier: string | null;
    status: 'draft' | 'submitting' | 'pending' | 'approved' | 'rejected' | 'appealed' | 'suspended' | 'expired';
    status_reason: string | null;
    attempts: number;
    drafted_at: string;
    submitted_at: string | null;
    approved_at: string | null;
    rejected_at: string | null;
    appealed_at: string | null;
    suspended_at: string | null;
    expires_at: string | null;
    changed_at: string;
  }>;

const types = [
  'RegistrationDrafted',
  'RegistrationRevised',
  'RegistrationSubmitting',
  'RegistrationSubmitted',
  'RegistrationDeclined',
  'RegistrationApproved',
  'RegistrationRejected',
  'RegistrationAppealed',
  'RegistrationSuspended',
  'RegistrationExpired',
  'RegistrationRenewed',
] as const;
type RegistrationType = (typeof types)[number];

/** Empty where it was forgotten. */
const said = (facts: RegistrationFacts | undefined) => ({
  use_case: textCell(facts?.useCase, 60),
  description: textCell(facts?.description, 10_000),
  sample_messages: facts?.samples === undefined ? null : JSON.stringify(facts.samples),
  opt_in_process: textCell(facts?.messageFlow, 10_000),
  opt_out_message: textCell(facts?.optOutMessage, 500),
  help_message: textCell(facts?.helpMessage, 500),
});

const drafted = (event: EventOfType<'RegistrationDrafted'>, ordinal: number): RegistrationRow => {
  const at = timeCell(event.occurredAt);
  return {
    id: event.data.registrationId,
    company_id: event.companyId,
    brand_id: event.data.brandId,
    ...said(event.private?.facts),
    provider: null,
    account_id: null,
    provider_registration_id: null,
    tcr_campaign_id: null,
    per_second: null,
    tier: null,
    status: 'draft',
    status_reason: null,
    attempts: 0,
    drafted_at: at,
    submitted_at: null,
    approved_at: null,
    rejected_at: null,
    appealed_at: null,
    suspended_at: null,
    expires_at: null,
    changed_at: at,
    position: event.position,
    ordinal,
  };
};

const approved = (
  row: RegistrationRow,
  { data, occurredAt }: EventOfType<'RegistrationApproved'> | EventOfType<'RegistrationRenewed'>,
): Partial<RegistrationRow> => ({
  status: 'approved',
  status_reason: null,
  tcr_campaign_id: data.carrierId ?? row.tcr_campaign_id,
  per_second: data.perSecond === undefined ? null : data.perSecond.toFixed(2),
  tier: data.tier ?? null,
  expires_at: data.expiresAt === undefined ? null : timeCell(data.expiresAt),
  approved_at: row.approved_at ?? timeCell(occurredAt),
});

const changed = (
  row: RegistrationRow,
  event: Exclude<EventOfType<RegistrationType>, { type: 'RegistrationDrafted' }>,
): Partial<RegistrationRow> => {
  const at = timeCell(event.occurredAt);
  switch (event.type) {
    case 'RegistrationRevised':
      return { brand_id: event.data.brandId, ...said(event.private?.facts) };
    case 'RegistrationSubmitting':
      return { status: 'submitting', provider: event.data.provider, account_id: event.data.accountId, attempts: event.data.attempt };
    case 'RegistrationSubmitted':
      return { status: 'pending', provider_registration_id: event.data.reference, submitted_at: at, status_reason: null };
    case 'RegistrationDeclined':
      return { status: row.provider_registration_id === null ? 'draft' : 'rejected', status_reason: reasonCell(event.data.reasons) };
    case 'RegistrationApproved':
    case 'RegistrationRenewed':
      return approved(row, event);
    case 'RegistrationRejected':
      return { status: 'rejected', rejected_at: at, status_reason: reasonCell(event.data.reasons) };
    case 'RegistrationAppealed':
      return { status: 'appealed', appealed_at: at };
    case 'RegistrationSuspended':
      return { status: 'suspended', suspended_at: at, status_reason: reasonCell(event.data.reasons) };
    default:
      return { status: 'expired' };
  }
};

export const registrations: Projection<RegistrationRow, RegistrationType> = {
  table: {
    name: 'registrations',
    key: ['id'],
    columns: [
      'id',
      'company_id',
      'brand_id',
      'use_case',
      'description',
      'sample_messages',
      'opt_in_process',
      'opt_out_message',
      'help_message',
      'provider',
      'account_id',
      'provider_registration_id',
      'tcr_campaign_id',
      'per_second',
      'tier',
      'status',
      'status_reason',
      'attempts',
      'drafted_at',
      'submitted_at',
      'approved_at',
      'rejected_at',
      'appealed_at',
      'suspended_at',
      'expires_at',
      'changed_at',
      'position',
      'ordinal',
    ] satisfies (keyof RegistrationRow)[],
  },
  handles: types,
  keyOf: (event) => ({ id: event.data.registrationId }),
  evolve: (row, event, ordinal) => {
    if (event.type === 'RegistrationDrafted') return row ?? drafted(event, ordinal);
    return row && { ...row, ...changed(row, event), changed_at: timeCell(event.occurredAt), position: event.position, ordinal };
  },
};
