import { z } from '@hono/zod-openapi';
import { readApiKeys } from '#app/change-api-keys.ts';
import { readKeyUses } from '#app/note-key-use.ts';
import { revokeApiKey } from '#app/revoke-api-key.ts';
import { operation } from '../operation.ts';
import { checkReach } from './check-reach.ts';
import { apiKey, exampleKey, keyIdText, keyJson } from './key-schemas.ts';

export const revokeKey = operation({
  id: 'revokeApiKey',
  method: 'post',
  path: '/v1/api_keys/{id}/revoke',
  summary: 'End a key',
  description: 'It works no more, within five seconds everywhere. Doing it twice changes nothing.',
  scope: 'api_keys:manage',
  of: 'account',
  modes: ['live', 'test', 'team'],
  params: z.object({ id: keyIdText }),
  answers: { 200: { description: 'The key', schema: apiKey } },
  errors: ['api_key_unknown', 'scope_beyond'],
  example: {
    path: { id: exampleKey.id },
    answer: { ...exampleKey, works: false, revoked_at: '2026-11-20T11:00:00.000Z', revoked_by: 'key_a2b3c4d5e6f7' },
  },
  run: async ({ house, caller, path: { id }, cause }) => {
    const { companyId, by } = caller;
    const keys = await readApiKeys(house, companyId);
    const old = Object.hasOwn(keys, id) ? keys[id] : undefined;
    if (old) checkReach(caller, { mode: old.mode, scopes: [] });
    const key = await revokeApiKey(house, { companyId, keyId: id, by }, cause);
    const [use] = await readKeyUses(house, companyId, [id]);
    return { status: 200, body: keyJson(key, use, cause.now) };
  },
});
