import { timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';

export type ApiKeyRow = Placed &
  Readonly<{
    id: string;
    company_id: string;
    key_name: string;
    mode: 'live' | 'test' | 'team';
    permissions: string;
    last_four: string;
    rate_limit_per_minute: number | null;
    rate_limit_per_hour: number | null;
    created_by: string;
    created_at: string;
    expires_at: string | null;
    replaces_id: string | null;
    replaced_by_id: string | null;
    revoked_at: string | null;
    revoked_by: string | null;
  }>;

const types = ['ApiKeyIssued', 'ApiKeyRolled', 'ApiKeyRevoked'] as const;
type KeyType = (typeof types)[number];

const issued = ({ data, companyId, position }: EventOfType<'ApiKeyIssued'>, ordinal: number): ApiKeyRow => ({
  id: data.keyId,
  company_id: companyId,
  key_name: data.name,
  mode: data.mode,
  permissions: JSON.stringify(data.scopes),
  last_four: data.lastFour,
  rate_limit_per_minute: data.limits?.perMinute ?? null,
  rate_limit_per_hour: data.limits?.perHour ?? null,
  created_by: data.issuedBy,
  created_at: timeCell(data.issuedAt),
  expires_at: data.expiresAt === undefined ? null : timeCell(data.expiresAt),
  replaces_id: data.replaces ?? null,
  replaced_by_id: null,
  revoked_at: null,
  revoked_by: null,
  position,
  ordinal,
});

/** The earlier end counts: a key that expires during the overlap works no longer for being rolled. */
const earlier = (one: string | null, other: string): string => (one !== null && one < other ? one : other);

const changed = (row: ApiKeyRow, { type, data }: EventOfType<'ApiKeyRolled'> | EventOfType<'ApiKeyRevoked'>): Partial<ApiKeyRow> =>
  type === 'ApiKeyRolled'
    ? { replaced_by_id: data.replacedBy, expires_at: earlier(row.expires_at, timeCell(data.worksUntil)) }
    : { revoked_at: timeCell(data.revokedAt), revoked_by: data.revokedBy };

export const apiKeys: Projection<ApiKeyRow, KeyType> = {
  table: {
    name: 'api_keys',
    key: ['id'],
    columns: [
      'id',
      'company_id',
      'key_name',
      'mode',
      'permissions',
      'last_four',
      'rate_limit_per_minute',
      'rate_limit_per_hour',
      'created_by',
      'created_at',
      'expires_at',
      'replaces_id',
      'replaced_by_id',
      'revoked_at',
      'revoked_by',
      'position',
      'ordinal',
    ] satisfies (keyof ApiKeyRow)[],
  },
  handles: types,
  keyOf: (event) => ({ id: event.data.keyId }),
  evolve: (row, event, ordinal) => {
    if (event.type === 'ApiKeyIssued') return issued(event, ordinal);
    return row && { ...row, ...changed(row, event), position: event.position, ordinal };
  },
};
