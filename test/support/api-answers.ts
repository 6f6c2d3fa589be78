import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { codesOf } from '#api/codes-of.ts';
import { openApiDocument } from '#api/openapi-document.ts';
import type { Operation } from '#api/operation.ts';
import { resources } from '#api/resources.ts';
import type { Schema } from './schema-garbage.ts';

export const operations: readonly Operation[] = resources.flatMap((resource) => resource.operations);

/** The document as anybody gets it. */
export const apiDocument = openApiDocument(resources, codesOf(resources), 'http://api.example');

type Described = Readonly<{
  parameters?: readonly Readonly<{ name: string; in: string; schema: Schema }>[];
  requestBody?: Readonly<{ content: Readonly<Record<string, Readonly<{ schema: Schema }>>> }>;
}>;

const describedOf = ({ path, method }: Operation): Described =>
  ((apiDocument.paths ?? {})[path] as unknown as Record<string, Described>)[method] ?? {};

/** What the document says of an operation's parameters in `path`, `query` or `header`. */
export const parametersOf = (operation: Operation, place: string) =>
  (describedOf(operation).parameters ?? []).filter((one) => one.in === place);

export const bodySchemaOf = (operation: Operation): Schema | undefined =>
  describedOf(operation).requestBody?.content['application/json']?.schema;

/** Behind its reference, if it is one. */
export const resolvedSchema = (schema: Schema): Schema => {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : ((apiDocument.components as { schemas: Record<string, Schema> }).schemas[name] ?? {});
};

/** What the document does not name is a leak, or was forgotten in it: answers may have no other fields. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isObject = 'properties' in copy && !('allOf' in copy) && !('additionalProperties' in copy);
  return isObject ? { ...copy, additionalProperties: false } : copy;
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (to: Ajv2020) => void)(ajv);
const id = 'https://api.example/openapi.json';
ajv.addSchema(closed(structuredClone(apiDocument)) as object, id);

const pointerOf = (...parts: readonly string[]): string =>
  parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

type Response = { content?: Record<string, { schema?: unknown }> };

const responsesOf = ({ path, method }: Operation): Record<string, Response> => {
  const item = (apiDocument.paths ?? {})[path] as Record<string, { responses: Record<string, Response> }> | undefined;
  return item?.[method]?.responses ?? {};
};

export type Answered = Readonly<{ status: number; headers: Headers; text: string }>;

/** The answer is one that the document promises: its status, its kind, every field of it, and the headers that all have. */
export const assertDescribed = (operation: Operation, { status, headers, text }: Answered): void => {
  const about = `${operation.id} answered ${status}: ${text.slice(0, 1_000)}`;
  const type = (headers.get('content-type') ?? '').split(';')[0] ?? '';
  const promised = responsesOf(operation)[String(status)];
  assert.ok(promised, `the document does not know that ${about}`);
  assert.match(headers.get('request-id') ?? '', /^req_[0-9a-f]{32}$/, about);
  assert.ok(headers.get('carillon-version'), about);
  if (!promised.content) return assert.equal(text, '', about);
  assert.ok(promised.content[type], `${type} instead of ${Object.keys(promised.content).join(', ')}; ${about}`);
  if (!type.endsWith('json')) return;
  const at = `${id}#${pointerOf('paths', operation.path, operation.method, 'responses', String(status), 'content', type, 'schema')}`;
  const validate = ajv.getSchema(at);
  assert.ok(validate, at);
  assert.ok(validate(JSON.parse(text)), `${about}\n${ajv.errorsText(validate.errors)}`);
};

/** What was posted to a customer is what the document's `webhooks` promise, every field of it. */
export const assertWebhookDescribed = (type: string, body: unknown): void => {
  const at = `${id}#${pointerOf('webhooks', type, 'post', 'requestBody', 'content', 'application/json', 'schema')}`;
  const validate = ajv.getSchema(at);
  assert.ok(validate, at);
  assert.ok(validate(body), `${type}: ${JSON.stringify(body)}\n${ajv.errorsText(validate.errors)}`);
};
