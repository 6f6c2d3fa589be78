import assert from 'node:assert/strict';
import { samplesOf } from '../contracts/api.contract.ts';
import { assertDescribed, operations } from '../support/api-answers.ts';
import { callOperation, openApiHouse, type ApiHouse } from '../support/api-house.ts';
import type { Sample } from './samples/sample.ts';

describe('an edit of the API', () => {
  let api: ApiHouse;
  let samples: ReadonlyMap<string, Sample>;
  before(async () => {
    api = await openApiHouse();
    samples = await samplesOf(api);
  });
  after(() => api.close());

  for (const operation of operations.filter(({ needsIfMatch }) => needsIfMatch))
    it(`${operation.id} asks which state was seen, refuses an older one, and gives the new one`, async () => {
      const { path, query, body } = samples.get(operation.id) ?? {};
      const asking = { key: api.key, ...(path && { path }), ...(query && { query }), body };
      const { needsIfMatch: _, ...bare } = operation;
      const ask = async (headers: Readonly<Record<string, string>>) => {
        const answer = await callOperation(api.origin, bare, { ...asking, headers });
        assertDescribed(operation, answer);
        return { ...answer, code: answer.text === '' ? undefined : (JSON.parse(answer.text) as { code?: string }).code };
      };
      const blind = await ask({});
      assert.deepEqual([blind.status, blind.code], [428, 'if_match_missing'], blind.text);
      const stale = await ask({ 'if-match': '"of-long-ago"' });
      assert.deepEqual([stale.status, stale.code], [412, 'version_moved'], stale.text);
      const seen = stale.headers.get('etag') ?? '';
      assert.match(seen, /^"[\w-]+"$/, 'the problem tells the state that is there');
      const done = await ask({ 'if-match': seen });
      assert.ok(done.status < 300, done.text);
      const next = done.headers.get('etag') ?? '';
      assert.match(next, /^"[\w-]+"$/, 'the answer tells the new state');
      const again = await ask({ 'if-match': next });
      assert.ok(again.status < 300, again.text);
    });
});
