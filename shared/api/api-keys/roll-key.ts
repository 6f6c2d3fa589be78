import { z } from '@hono/zod-openapi';
import { readApiKeys } from '#app/change-api-keys.ts';
import { rollApiKey } from '#app/roll-api-key.ts';
import { Problem } from '../conventions/problem.ts';
import { operation } from '../operation.ts';
import { checkReach } from './check-reach.ts';
import { exampleKey, issuedKey, keyIdText, keyJson } from './key-schemas.ts';

export const rollKey = operation({
  id: 'rollApiKey',
  method: 'post',
  path: '/v1/api_keys/{id}/roll',
  summary: 'Issue a key in the place of one',
  description:
    'The new key may do what the old one may. The old one works on for `overlap_seconds`, so that nobody has to change over in one moment.',
  scope: 'api_keys:manage',
  of: 'account',
  modes: ['live', 'test', 'team'],
  params: z.object({ id: keyIdText }),
  body: z.strictObject({ overlap_seconds: z.int().min(0).max(604_800).default(86_400) }),
  unsaved: ['secret'],
  answers: { 201: { description: 'The new key', schema: issuedKey } },
  errors: ['api_key_unknown', 'api_key_not_active', 'overlap_too_long', 'api_keys_too_many', 'scope_beyond'],
  example: {
    path: { id: 'key_a2b3c4d5e6f7' },
    body: { overlap_seconds: 86_400 },
    answer: { ...exampleKey, replaces: 'key_a2b3c4d5e6f7', last_used_at: null, last_used_from: null, secret: 'carillon_live_…' },
  },
  run: async ({ house, caller, path: { id }, body, cause }) => {
    const { companyId, by } = caller;
    const keys = await readApiKeys(house, companyId);
    const old = Object.hasOwn(keys, id) ? keys[id] : undefined;
    if (!old) throw new Problem('api_key_unknown');
    checkReach(caller, old);
    const { key, secret } = await rollApiKey(house, { companyId, keyId: id, overlapSeconds: body.overlap_seconds, by }, cause);
    return { status: 201, body: { ...keyJson(key, undefined, cause.now), secret } };
  },
});
