import { z } from '@hono/zod-openapi';
import { readApiKeys } from '#app/change-api-keys.ts';
import { readKeyUses } from '#app/note-key-use.ts';
import { listAnswer, listOf, pageOf, pageQuery } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import { apiKey, exampleKey, keyJson } from './key-schemas.ts';

const path = '/v1/api_keys';

export const listKeys = operation({
  id: 'listApiKeys',
  method: 'get',
  path,
  summary: 'All keys that there ever were',
  description: 'Newest first, with those that work no more. None shows the key itself.',
  scope: 'api_keys:read',
  of: 'account',
  query: z.object(pageQuery),
  answers: { 200: { description: 'The keys', schema: listOf('ApiKeyList', apiKey) } },
  example: { query: { limit: '20' }, answer: { object: 'list', data: [exampleKey], has_more: false, url: path } },
  run: async ({ house, caller: { companyId }, query, cause, origin }) => {
    const all = Object.values(await readApiKeys(house, companyId)).toReversed();
    const { items, hasMore } = pageOf(all, ({ keyId }) => keyId, query);
    const uses = await readKeyUses(
      house,
      companyId,
      items.map(({ keyId }) => keyId),
    );
    return listAnswer({ origin, path, query, page: { items: items.map((key, n) => keyJson(key, uses[n], cause.now)), hasMore } });
  },
});
