import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema, privateEventSchema } from '../kernel/event-schema.ts';
import { companyId, instant, keyId, supportId } from '../kernel/ids.ts';
import { sendingMode } from '../kernel/sending-mode.ts';

const by = z.string().min(1).max(100);

/** What a key may do: `resource:action`, `resource:*`, `*:read`, or `*`. */
export const scope = z.string().regex(/^(?:\*|[a-z_]+:(?:[a-z_]+|\*)|\*:[a-z_]+)$/, 'a scope like messages:send, messages:*, *:read or *');

/** Requests of a key, in every process together; left out: as many as all keys have. */
export const keyLimits = z.object({
  perMinute: z.int().min(1).max(1_000_000).optional(),
  perHour: z.int().min(1).max(60_000_000).optional(),
});
export type KeyLimits = Readonly<z.infer<typeof keyLimits>>;

/** The key itself and its hash are never told: the hash stands in a document alone. */
export const ApiKeyIssued = eventSchema(
  'ApiKeyIssued',
  1,
  z.object({
    companyId,
    keyId,
    name: z.string().min(1).max(100),
    mode: sendingMode,
    scopes: z.array(scope).min(1).max(100),
    lastFour: z.string().length(4),
    issuedAt: instant,
    issuedBy: by,
    expiresAt: instant.optional(),
    limits: keyLimits.optional(),
    /** the key that it takes the place of */
    replaces: keyId.optional(),
    /** it is of the platform's staff, by this access */
    support: supportId.optional(),
  }),
);

/** Another key has taken its place; it works until then, so that nobody has to change over in one moment. */
export const ApiKeyRolled = eventSchema(
  'ApiKeyRolled',
  1,
  z.object({ companyId, keyId, replacedBy: keyId, worksUntil: instant, rolledBy: by }),
);

export const ApiKeyRevoked = eventSchema('ApiKeyRevoked', 1, z.object({ companyId, keyId, revokedAt: instant, revokedBy: by }));

/** Whom team keys may reach: phones in E.164 and e-mail addresses. */
export const TeamListSet = privateEventSchema('TeamListSet', 1, {
  data: z.object({ companyId, people: z.int().min(0), setBy: by }),
  private: z.object({ contacts: z.array(z.string().min(1).max(254)).max(50) }),
});

export const accessEvents = [ApiKeyIssued, ApiKeyRolled, ApiKeyRevoked, TeamListSet] as const;
export type AccessEvent = EventOf<(typeof accessEvents)[number]>;
