import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { apiDocument } from '../support/api-answers.ts';

type Json = Readonly<Record<string, unknown>>;
type Media = Readonly<{ schema?: Json; example?: unknown }>;
type Described = Readonly<{
  operationId: string;
  tags: readonly string[];
  security: readonly Json[];
  parameters?: readonly Readonly<{ name: string; in: string; required?: boolean; schema: Json; example?: unknown }>[];
  requestBody?: Readonly<{ content: Readonly<Record<string, Media>> }>;
  responses: Readonly<Record<string, Readonly<{ description: string; content?: Readonly<Record<string, Media>> }>>>;
}>;

/** As it goes over the wire. */
const document = JSON.parse(JSON.stringify(apiDocument)) as Readonly<{
  openapi: string;
  info: Json;
  servers: readonly Json[];
  tags: readonly { name: string; description: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  webhooks: Json;
  components: Readonly<{ schemas: Readonly<Record<string, Json>>; securitySchemes: Json }>;
}>;

const all = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, described]) => ({ path, method, described })),
);

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Every object within, with the names that lead to it. */
const walk = (value: unknown, at = '#'): readonly (readonly [at: string, found: Json])[] =>
  isObject(value) ? [[at, value], ...Object.entries(value).flatMap(([name, inner]) => walk(inner, `${at}/${name}`))] : [];

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (to: Ajv2020) => void)(ajv);
const id = 'https://api.example/document.json';
ajv.addSchema(document, id);

/** References of a schema lead into the document. */
const grounded = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(grounded);
  if (!isObject(schema)) return schema;
  return Object.fromEntries(Object.entries(schema).map(([name, inner]) => [name, name === '$ref' ? id + String(inner) : grounded(inner)]));
};

const wrongIn = (schema: Json, value: unknown): string => {
  const validate = ajv.compile(grounded(schema) as object);
  return validate(value) ? '' : ajv.errorsText(validate.errors);
};

describe('the OpenAPI document', () => {
  it('is one of version 3.1, with all that its readers look for', () => {
    assert.match(document.openapi, /^3\.1\.\d$/);
    for (const part of ['info', 'servers', 'tags', 'paths', 'webhooks', 'components'] as const) assert.ok(isObject(document[part]), part);
    const known = [
      'openapi',
      'info',
      'jsonSchemaDialect',
      'servers',
      'paths',
      'webhooks',
      'components',
      'security',
      'tags',
      'externalDocs',
    ];
    for (const name of Object.keys(document)) assert.ok(known.includes(name), name);
  });

  it('has references that lead somewhere, and components that somebody refers to', () => {
    const targets = walk(document).flatMap(([at, found]) => (typeof found['$ref'] === 'string' ? [{ at, to: found['$ref'] }] : []));
    for (const { at, to } of targets) {
      const name = /^#\/components\/schemas\/([\w.-]+)$/.exec(to)?.[1];
      assert.ok(name !== undefined && name in document.components.schemas, `${at} refers to ${to}`);
    }
    const used = new Set(targets.map(({ to }) => to.split('/').at(-1)));
    assert.deepEqual(
      Object.keys(document.components.schemas).filter((name) => !used.has(name)),
      [],
    );
  });

  it('describes nothing twice', () => {
    const shapes = Map.groupBy(Object.entries(document.components.schemas), ([, schema]) => JSON.stringify(schema));
    for (const same of shapes.values()) assert.equal(same.length, 1, same.map(([name]) => name).join(' and '));
    for (const { described } of all)
      for (const [status, { content = {} }] of Object.entries(described.responses))
        if (Number(status) >= 400)
          assert.deepEqual(content['application/problem+json']?.schema, { $ref: '#/components/schemas/Problem' }, described.operationId);
  });

  it('has schemas of JSON Schema 2020-12 alone', () => {
    const schemas = [
      ...Object.entries(document.components.schemas),
      ...all.flatMap(({ described: { operationId, parameters = [], requestBody, responses } }) => [
        ...parameters.map(({ name, schema }) => [`${operationId} ${name}`, schema] as const),
        ...[requestBody?.content, ...Object.values(responses).map(({ content }) => content)].flatMap((content) =>
          Object.values(content ?? {}).flatMap(({ schema }) => (schema ? [[operationId, schema] as const] : [])),
        ),
      ]),
    ];
    for (const [at, schema] of schemas) {
      assert.ok(ajv.validateSchema(schema), `${at}: ${ajv.errorsText()}`);
      for (const [where, part] of walk(schema, at)) {
        assert.ok(typeof part['nullable'] !== 'boolean', `${where}: nullable is of version 3.0`);
        assert.ok(typeof part['exclusiveMinimum'] !== 'boolean' && typeof part['exclusiveMaximum'] !== 'boolean', where);
      }
    }
  });

  it('gives each operation a name of its own, a tag, somebody who may call it, and answers', () => {
    const names = all.map(({ described }) => described.operationId);
    assert.equal(new Set(names).size, names.length);
    const tags = document.tags.map(({ name }) => name);
    assert.equal(new Set(tags).size, tags.length);
    for (const { description } of document.tags) assert.ok(description.length > 10);
    for (const { path, described } of all) {
      const { operationId, security, responses } = described;
      assert.match(operationId, /^[a-z][A-Za-z]+$/);
      assert.ok(described.tags.length === 1 && tags.includes(described.tags[0] ?? ''), operationId);
      assert.ok(Array.isArray(security), operationId);
      for (const name of security.flatMap(Object.keys)) assert.ok(name in document.components.securitySchemes, `${operationId}: ${name}`);
      assert.match(path, /^\/v1(\/([a-z]+(_[a-z]+)*|\{[a-z]+(_[a-z]+)*\}))+$/);
      const statuses = Object.keys(responses);
      assert.ok(
        statuses.some((status) => status.startsWith('2')),
        operationId,
      );
      for (const status of ['400', '429', '500']) assert.ok(statuses.includes(status), `${operationId} says nothing of ${status}`);
      for (const [status, { description }] of Object.entries(responses)) assert.ok(description !== '', `${operationId} ${status}`);
    }
  });

  it('says the same by one name in every resource', () => {
    for (const [at, found] of walk(document))
      for (const [name, schema] of Object.entries(isObject(found['properties']) ? found['properties'] : {})) {
        const isTime = isObject(schema) && schema['format'] === 'date-time';
        if (isTime) assert.match(name, /^(at|since|until|timestamp|sendAt)$|_(at|until|since)$/, `${at} ${name}: a time`);
        assert.ok(name !== 'state' || !isObject(schema) || !('enum' in schema), `${at}: what becomes of things is their status`);
        if (name === 'request') assert.ok(at.includes('WebhookAttempt'), `${at}: what rows came with is their packet`);
      }
    for (const { described } of all)
      for (const { name } of described.parameters ?? []) assert.notEqual(name, 'state', described.operationId);
  });

  it('names every parameter of a path, and no two paths that are the same', () => {
    for (const { path, described } of all) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
      const places = (described.parameters ?? []).filter((one) => one.in === 'path');
      assert.deepEqual(places.map(({ name }) => name).sort(), named, path);
      assert.ok(
        places.every(({ required }) => required === true),
        path,
      );
      const every = (described.parameters ?? []).map((one) => `${one.in} ${one.name.toLowerCase()}`);
      assert.equal(new Set(every).size, every.length, described.operationId);
    }
    const shapes = Object.keys(document.paths).map((path) => path.replaceAll(/\{\w+\}/g, '{}'));
    assert.equal(new Set(shapes).size, shapes.length);
  });

  for (const { described } of all)
    it(`shows examples of ${described.operationId} that fit what it says of them`, () => {
      const media = [
        ...Object.values(described.requestBody?.content ?? {}),
        ...Object.values(described.responses).flatMap(({ content = {} }) => Object.values(content)),
        ...(described.parameters ?? []).map(({ schema, example }) => ({ schema, example: example ?? schema['example'] })),
      ];
      for (const { schema, example } of media)
        if (schema && example !== undefined) assert.equal(wrongIn(schema, example), '', JSON.stringify(example).slice(0, 500));
    });
});
