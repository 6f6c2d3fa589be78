import assert from 'node:assert/strict';
import { exampleUrl } from '#api/docs/samples.ts';
import { codesOf } from '#api/codes-of.ts';
import { resources } from '#api/resources.ts';
import { apiDocument, operations } from '../support/api-answers.ts';
import { openApiHouse, type ApiHouse } from '../support/api-house.ts';

type Described = Readonly<{ summary: string; 'x-codeSamples': readonly { lang: string; source: string }[]; security: unknown }>;

describe('the page of the API', () => {
  let api: ApiHouse;
  before(async () => {
    api = await openApiHouse();
  });
  after(() => api.close());

  const get = async (path: string) => {
    const answer = await fetch(api.origin + path);
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      policy: answer.headers.get('content-security-policy') ?? '',
      text: await answer.text(),
    };
  };

  it('needs no key, and asks no other host for anything', async () => {
    const page = await get('/docs');
    assert.deepEqual([page.status, page.type], [200, 'text/html; charset=utf-8']);
    const asked = [...page.text.matchAll(/<(?:script src|link rel="stylesheet" href)="([^"]*)"/g)].map(([, url]) => url ?? '');
    assert.ok(asked.length >= 3);
    for (const url of asked) {
      assert.match(url, /^\//, `${url} is on another host`);
      assert.equal((await get(url)).status, 200, url);
    }
    assert.match(page.policy, /default-src 'none'.*script-src 'self'/);
    assert.doesNotMatch(page.policy, /https?:/);
    assert.doesNotMatch((await get('/docs/init.js')).text, /https?:/);
  });

  it('has an address for every error code', async () => {
    const { text } = await get('/docs');
    for (const code of Object.keys(codesOf(resources))) assert.ok(text.includes(`id="errors-${code}"`), code);
  });

  it('serves the files of Swagger UI that it needs, and no others', async () => {
    assert.equal((await get('/docs/swagger-ui-bundle.js')).type, 'text/javascript; charset=utf-8');
    for (const path of ['/docs/package.json', '/docs/..%2fpackage.json', '/docs/swagger-ui-bundle.js.map', '/docs/constructor', '/docsx'])
      assert.equal((await get(path)).status, 404, path);
  });

  it('is made of the document that /openapi.json gives, with the address that was asked', async () => {
    const document = JSON.parse((await get('/openapi.json')).text) as { openapi: string; servers: { url: string }[]; paths: object };
    assert.deepEqual([document.openapi, document.servers], ['3.1.0', [{ url: api.origin }]]);
    assert.deepEqual(Object.keys(document.paths), Object.keys(apiDocument.paths ?? {}));
    const shown = JSON.parse((await get('/docs/openapi.json')).text) as { paths: Record<string, Record<string, { description: string }>> };
    for (const { id, path, method } of operations)
      assert.match(shown.paths[path]?.[method]?.description ?? '', /```shell\ncurl -X [\s\S]*```typescript\n[\s\S]*await client\./, id);
  });
});

describe('every operation', () => {
  for (const operation of operations) {
    const { id, path, method, example, answers, scope } = operation;
    it(`${id} says what it is, with an example in curl and TypeScript`, () => {
      const described = (apiDocument.paths ?? {})[path]?.[method] as unknown as Described;
      assert.ok(described.summary.length > 5 && described.summary.length < 80, described.summary);
      assert.deepEqual(
        described['x-codeSamples'].map(({ lang }) => lang),
        ['Shell', 'TypeScript'],
      );
      assert.doesNotMatch(exampleUrl(operation), /[{}]/);
    });
    it(`${id} has examples that its own schemas take`, () => {
      if (operation.body) assert.deepEqual(operation.body.safeParse(example.body).error, undefined);
      if (operation.params) assert.deepEqual(operation.params.safeParse(example.path).error, undefined);
      if (operation.query) assert.deepEqual(operation.query.safeParse(example.query ?? {}).error, undefined);
      const [first] = Object.values(answers);
      if (first?.schema) assert.deepEqual(first.schema.safeParse(example.answer).error, undefined);
    });
    it(`${id} has a scope, and a description of each code that it answers`, () => {
      assert.match(scope, /^[a-z_]+:(?:read|write|send|approve|manage)$/);
      const codes = codesOf(resources);
      for (const code of operation.errors ?? [])
        assert.ok(Object.hasOwn(codes, code), `${code}: describe it in the errors of its resource`);
    });
  }

  it('has a name of its own', () => assert.equal(new Set(operations.map(({ id }) => id)).size, operations.length));
});
