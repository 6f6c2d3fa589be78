import { textCell, timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';
import { reasonCell } from './reason-cell.ts';

export type PhoneNumberRow = Placed &
  Readonly<{
    id: string;
    company_id: string;
    phone_number: string;
    number_type: 'long_code' | 'toll_free' | 'abroad';
    area_code: string | null;
    registration_id: string | null;
    registered_as: string | null;
    provider: string;
    account_id: string;
    provider_number_id: string | null;
    status: 'buying' | 'owned' | 'assigning' | 'assigned' | 'releasing' | 'released';
    verification: 'verified' | 'rejected' | null;
    is_suspended: number;
    status_reason: string | null;
    purchased_at: string | null;
    assigned_at: string | null;
    suspended_at: string | null;
    released_at: string | null;
    changed_at: string;
  }>;

const types = [
  'NumberBuying',
  'NumberBought',
  'NumberNotBought',
  'NumberAdded',
  'NumberAssigning',
  'NumberAssigned',
  'NumberNotAssigned',
  'NumberVerified',
  'NumberNotVerified',
  'NumberSuspended',
  'NumberResumed',
  'NumberReleasing',
  'NumberReleased',
] as const;
type NumberType = (typeof types)[number];
type Begins = EventOfType<'NumberBuying'> | EventOfType<'NumberAdded'>;

const begun = (event: Begins, ordinal: number): PhoneNumberRow => {
  const { numberId, kind, provider, accountId } = event.data;
  const number = `+${numberId.slice('num_'.length)}`;
  return {
    id: numberId,
    company_id: event.companyId,
    phone_number: number,
    number_type: kind,
    area_code: number.startsWith('+1') ? number.slice(2, 5) : null,
    registration_id: null,
    registered_as: null,
    provider,
    account_id: accountId,
    provider_number_id: null,
    status: event.type === 'NumberBuying' ? 'buying' : 'owned',
    verification: null,
    is_suspended: 0,
    status_reason: null,
    purchased_at: null,
    assigned_at: null,
    suspended_at: null,
    released_at: null,
    changed_at: timeCell(event.occurredAt),
    position: event.position,
    ordinal,
  };
};

const added = (row: PhoneNumberRow, { data, occurredAt }: EventOfType<'NumberAdded'>): Partial<PhoneNumberRow> => ({
  provider_number_id: data.reference ?? row.provider_number_id,
  ...(data.registeredAs === undefined ? {} : { status: 'assigned', registered_as: data.registeredAs, assigned_at: timeCell(occurredAt) }),
});

const changed = (event: Exclude<EventOfType<NumberType>, Begins>): Partial<PhoneNumberRow> => {
  const at = timeCell(event.occurredAt);
  switch (event.type) {
    case 'NumberBought':
      return { status: 'owned', provider_number_id: event.data.reference, purchased_at: at };
    case 'NumberNotBought':
      return { status: 'released', status_reason: reasonCell(event.data.reasons) };
    case 'NumberAssigning':
      return { status: 'assigning', registration_id: event.data.registrationId, registered_as: null, status_reason: null };
    case 'NumberAssigned':
      return { status: 'assigned', assigned_at: at };
    case 'NumberNotAssigned':
      return { status: 'owned', registration_id: null, status_reason: reasonCell(event.data.reasons) };
    case 'NumberVerified':
      return { verification: 'verified', status_reason: null };
    case 'NumberNotVerified':
      return { verification: 'rejected', status_reason: reasonCell(event.data.reasons) };
    case 'NumberSuspended':
      return { is_suspended: 1, suspended_at: at, status_reason: textCell(event.data.reason, 500) };
    case 'NumberResumed':
      return { is_suspended: 0, suspended_at: null, status_reason: null };
    case 'NumberReleasing':
      return { status: 'releasing' };
    default:
      return { status: 'released', registration_id: null, registered_as: null, verification: null, is_suspended: 0, released_at: at };
  }
};

/** A number begins anew when somebody buys it, or adds it after it was given back. */
const begins = (row: PhoneNumberRow | undefined, event: Begins, ordinal: number): PhoneNumberRow => {
  const isNew = event.type === 'NumberBuying' || !row || row.status === 'released';
  const number = isNew ? begun(event, ordinal) : row;
  return { ...number, ...(event.type === 'NumberAdded' ? added(number, event) : {}) };
};

export const phoneNumbers: Projection<PhoneNumberRow, NumberType> = {
  table: {
    name: 'phone_numbers',
    key: ['id'],
    columns: [
      'id',
      'company_id',
      'phone_number',
      'number_type',
      'area_code',
      'registration_id',
      'registered_as',
      'provider',
      'account_id',
      'provider_number_id',
      'status',
      'verification',
      'is_suspended',
      'status_reason',
      'purchased_at',
      'assigned_at',
      'suspended_at',
      'released_at',
      'changed_at',
      'position',
      'ordinal',
    ] satisfies (keyof PhoneNumberRow)[],
  },
  handles: types,
  keyOf: (event) => ({ id: event.data.numberId }),
  evolve: (row, event, ordinal) => {
    const about = { changed_at: timeCell(event.occurredAt), position: event.position, ordinal };
    if (event.type === 'NumberBuying' || event.type === 'NumberAdded') return { ...begins(row, event, ordinal), ...about };
    return row && { ...row, ...changed(event), ...about };
  },
};
