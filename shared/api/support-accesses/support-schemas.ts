import { z } from '@hono/zod-openapi';
import { supportStatus, type SupportAccess } from '#domain/access/support.ts';
import { supportHours, supportRole } from '#domain/access/support-events.ts';

export const supportPath = z.object({
  id: z.string().min(1).max(200).openapi({ description: "an access's id", example: 'sup_h7k2m9qxw3np' }),
});
export const roleText = supportRole.meta({ description: 'What it may do; who may do what is never among it' });
export const hoursText = supportHours.meta({ description: 'After so many hours it ends by itself, 72 at most', example: 4 });

const instant = z.iso.datetime();

export const supportAccess = z
  .object({
    object: z.literal('support_access'),
    id: z.string(),
    status: z.enum(['asked', 'open', 'ended', 'revoked']),
    who: z.string().meta({ description: "of the platform's staff" }),
    reason: z.string(),
    role: roleText,
    hours: z.int().nullable().meta({ description: 'as it was asked for' }),
    asked_at: instant.nullable(),
    granted_at: instant.nullable(),
    granted_by: z.string().nullable(),
    ends_at: instant.nullable(),
    revoked_at: instant.nullable(),
    revoked_by: z.string().nullable(),
  })
  .openapi('SupportAccess');

export const supportJson = (access: SupportAccess, now: string) => ({
  object: 'support_access' as const,
  id: access.supportId,
  status: supportStatus(access, now),
  who: access.who,
  reason: access.reason,
  role: access.role,
  hours: access.hours ?? null,
  asked_at: access.askedAt ?? null,
  granted_at: access.grantedAt ?? null,
  granted_by: access.grantedBy ?? null,
  ends_at: access.endsAt ?? null,
  revoked_at: access.revokedAt ?? null,
  revoked_by: access.revokedBy ?? null,
});

export const exampleAccess = {
  object: 'support_access',
  id: 'sup_h7k2m9qxw3np',
  status: 'open',
  who: 'Kim of the support team',
  reason: 'Ticket 8841: a file that does not load',
  role: 'viewer',
  hours: 4,
  asked_at: '2026-11-20T10:00:00.000Z',
  granted_at: '2026-11-20T10:05:00.000Z',
  granted_by: 'usr_h7k2m9qxw3np',
  ends_at: '2026-11-20T14:05:00.000Z',
  revoked_at: null,
  revoked_by: null,
} as const;
