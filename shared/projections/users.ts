import type { Role } from '#domain/access/roles.ts';
import { textCell, timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';

export type UserRow = Placed &
  Readonly<{
    id: string;
    company_id: string;
    email: string | null;
    full_name: string | null;
    role: Role;
    status: 'invited' | 'active' | 'removed';
    email_verified: number;
    has_totp: number;
    invited_by: string;
    invited_at: string;
    accepted_at: string | null;
    last_login_at: string | null;
    locked_until: string | null;
    removed_at: string | null;
    forgotten_at: string | null;
  }>;

const types = [
  'UserInvited',
  'InvitationAccepted',
  'EmailVerified',
  'RoleGiven',
  'TotpEnrolled',
  'TotpRemoved',
  'SessionStarted',
  'UserLocked',
  'UserRemoved',
  'UserForgotten',
] as const;
type UserType = (typeof types)[number];

const invited = ({ data, private: personal, companyId, occurredAt, position }: EventOfType<'UserInvited'>, ordinal: number): UserRow => ({
  id: data.userId,
  company_id: companyId,
  email: textCell(personal?.email, 254),
  full_name: textCell(personal?.name, 100),
  role: data.role,
  status: 'invited',
  email_verified: 0,
  has_totp: 0,
  invited_by: data.by,
  invited_at: timeCell(occurredAt),
  accepted_at: null,
  last_login_at: null,
  locked_until: null,
  removed_at: null,
  forgotten_at: null,
  position,
  ordinal,
});

const changed = (row: UserRow, event: Exclude<EventOfType<UserType>, { type: 'UserInvited' }>): Partial<UserRow> => {
  const at = timeCell(event.occurredAt);
  switch (event.type) {
    case 'InvitationAccepted':
      return { status: 'active', accepted_at: at, full_name: textCell(event.private?.name, 100) ?? row.full_name };
    case 'EmailVerified':
      return { email_verified: 1 };
    case 'RoleGiven':
      return { role: event.data.role };
    case 'TotpEnrolled':
      return { has_totp: 1 };
    case 'TotpRemoved':
      return { has_totp: 0 };
    case 'SessionStarted':
      return { last_login_at: at, locked_until: null };
    case 'UserLocked':
      return { locked_until: timeCell(event.data.untilAt) };
    case 'UserRemoved':
      return { status: 'removed', removed_at: at };
    default:
      return { email: null, full_name: null, forgotten_at: at };
  }
};

export const users: Projection<UserRow, UserType> = {
  table: {
    name: 'users',
    key: ['id'],
    columns: [
      'id',
      'company_id',
      'email',
      'full_name',
      'role',
      'status',
      'email_verified',
      'has_totp',
      'invited_by',
      'invited_at',
      'accepted_at',
      'last_login_at',
      'locked_until',
      'removed_at',
      'forgotten_at',
      'position',
      'ordinal',
    ] satisfies (keyof UserRow)[],
  },
  handles: types,
  keyOf: (event) => ({ id: event.data.userId }),
  evolve: (row, event, ordinal) => {
    if (event.type === 'UserInvited') return row ?? invited(event, ordinal);
    return row && { ...row, ...changed(row, event), position: event.position, ordinal };
  },
};
