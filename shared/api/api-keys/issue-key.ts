import { z } from '@hono/zod-openapi';
import { issueApiKey } from '#app/issue-api-key.ts';
import { operation } from '../operation.ts';
import { checkReach } from './check-reach.ts';
import { exampleKey, issuedKey, keyJson, mode, rateLimits, scopes } from './key-schemas.ts';

const body = z.strictObject({
  name: z.string().trim().min(1).max(100).meta({ description: 'what the key is for' }),
  mode: mode.default('live'),
  scopes,
  expires_at: z.iso.datetime().optional(),
  rate_limits: rateLimits.optional(),
});

export const issueKey = operation({
  id: 'issueApiKey',
  method: 'post',
  path: '/v1/api_keys',
  summary: 'Issue a key',
  description: 'The answer shows the key itself (`secret`). Nobody can show it a second time: we keep a hash of it alone.',
  scope: 'api_keys:manage',
  of: 'account',
  modes: ['live', 'test', 'team'],
  body,
  unsaved: ['secret'],
  answers: { 201: { description: 'The key', schema: issuedKey } },
  errors: ['scope_beyond', 'api_keys_too_many', 'expiry_past', 'company_unknown'],
  example: {
    body: { name: 'Front desk', mode: 'live', scopes: ['messages:send', '*:read'] },
    answer: { ...exampleKey, last_used_at: null, last_used_from: null, secret: 'carillon_live_…' },
  },
  run: async ({ house, caller, body: asked, cause }) => {
    checkReach(caller, asked);
    const { name, mode: of, scopes: given, expires_at: until, rate_limits: limits } = asked;
    const expiresAt = until === undefined ? undefined : new Date(until).toISOString();
    const kept = limits && { perMinute: limits.per_minute, perHour: limits.per_hour };
    const request = { companyId: caller.companyId, name, mode: of, scopes: given, expiresAt, limits: kept, by: caller.by };
    const { key, secret } = await issueApiKey(house, request, cause);
    return { status: 201, body: { ...keyJson(key, undefined, cause.now), secret } };
  },
});
