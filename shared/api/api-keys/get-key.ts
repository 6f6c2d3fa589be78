import { z } from '@hono/zod-openapi';
import { readApiKeys } from '#app/change-api-keys.ts';
import { readKeyUses } from '#app/note-key-use.ts';
import { Problem } from '../conventions/problem.ts';
import { operation } from '../operation.ts';
import { apiKey, exampleKey, keyIdText, keyJson } from './key-schemas.ts';

export const getKey = operation({
  id: 'getApiKey',
  method: 'get',
  path: '/v1/api_keys/{id}',
  summary: 'One key',
  scope: 'api_keys:read',
  of: 'account',
  params: z.object({ id: keyIdText }),
  answers: { 200: { description: 'The key', schema: apiKey } },
  errors: ['api_key_unknown'],
  example: { path: { id: exampleKey.id }, answer: exampleKey },
  run: async ({ house, caller: { companyId }, path: { id }, cause }) => {
    const keys = await readApiKeys(house, companyId);
    const key = Object.hasOwn(keys, id) ? keys[id] : undefined;
    if (!key) throw new Problem('api_key_unknown');
    const [use] = await readKeyUses(house, companyId, [id]);
    return { status: 200, body: keyJson(key, use, cause.now) };
  },
});
