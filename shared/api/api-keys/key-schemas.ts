import { z } from '@hono/zod-openapi';
import type { KeyUse } from '#app/note-key-use.ts';
import { works, type ApiKey } from '#domain/access/api-key.ts';
import { scope } from '#domain/access/events.ts';
import { sendingMode } from '#domain/kernel/sending-mode.ts';

export const keyIdText = z.string().min(1).max(200).openapi({ description: "a key's id", example: 'key_h7k2m9qxw3np' });

export const scopes = z
  .array(scope)
  .min(1)
  .max(100)
  .openapi({ description: 'What the key may do: `messages:send`, `messages:*`, `*:read`, `*`', example: ['messages:send', '*:read'] });

export const mode = sendingMode.meta({
  description: '`live` reaches people, `test` nobody but a simulated network, `team` those on your list',
});

export const rateLimits = z
  .strictObject({ per_minute: z.int().min(1).max(1_000_000).optional(), per_hour: z.int().min(1).max(60_000_000).optional() })
  .openapi({ description: 'Requests of this key, where they are not what all keys have' });

const instant = z.iso.datetime();

const keyFields = {
  object: z.literal('api_key'),
  id: keyIdText,
  name: z.string(),
  mode,
  scopes,
  last_four: z.string().meta({ description: 'how the key ends' }),
  works: z.boolean(),
  created_at: instant,
  created_by: z.string().meta({ description: 'a user, a key, or whoever sat at the command line' }),
  expires_at: instant.nullable(),
  revoked_at: instant.nullable(),
  revoked_by: z.string().nullable(),
  replaces: z.string().nullable(),
  replaced_by: z.string().nullable(),
  rate_limits: rateLimits.nullable(),
  last_used_at: instant.nullable().meta({ description: 'to the minute' }),
  last_used_from: z.string().nullable().meta({ description: 'the network, not the machine' }),
};

export const apiKey = z.object(keyFields).openapi('ApiKey');

export const issuedKey = z
  .object({
    ...keyFields,
    secret: z.string().optional().meta({ description: 'the key itself, this one time: also a repeated request shows it no more' }),
  })
  .openapi('IssuedApiKey');

const limitsJson = ({ limits }: ApiKey) =>
  limits === undefined
    ? null
    : {
        ...(limits.perMinute === undefined ? {} : { per_minute: limits.perMinute }),
        ...(limits.perHour === undefined ? {} : { per_hour: limits.perHour }),
      };

/** As the API shows a key at this time; never the key itself. */
export const keyJson = (key: ApiKey, use: KeyUse | undefined, now: string) => ({
  object: 'api_key',
  id: key.keyId,
  name: key.name,
  mode: key.mode,
  scopes: key.scopes,
  last_four: key.lastFour,
  works: works(key, now),
  created_at: key.issuedAt,
  created_by: key.issuedBy,
  expires_at: key.expiresAt ?? null,
  revoked_at: key.revokedAt ?? null,
  revoked_by: key.revokedBy ?? null,
  replaces: key.replaces ?? null,
  replaced_by: key.replacedBy ?? null,
  rate_limits: limitsJson(key),
  last_used_at: use?.lastUsedAt ?? null,
  last_used_from: use?.lastUsedFrom ?? null,
});

export const exampleKey = {
  object: 'api_key',
  id: 'key_h7k2m9qxw3np',
  name: 'Front desk',
  mode: 'live',
  scopes: ['messages:send', '*:read'],
  last_four: 'x3Qz',
  works: true,
  created_at: '2026-11-20T10:00:00.000Z',
  created_by: 'usr_ana',
  expires_at: null,
  revoked_at: null,
  revoked_by: null,
  replaces: null,
  replaced_by: null,
  rate_limits: null,
  last_used_at: '2026-11-20T10:31:00.000Z',
  last_used_from: '203.0.113.0/24',
} as const;
