import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Operation } from '#api/operation.ts';
import { assertDescribed, bodySchemaOf, operations, parametersOf, resolvedSchema } from '../support/api-answers.ts';
import { callOperation, type Asking } from '../support/api-house.ts';
import { garbageFor, type Schema } from '../support/schema-garbage.ts';
import type { Sample } from '../api/samples/sample.ts';
import type { ApiUnderTest } from './api.contract.ts';

const resolve = (ref: string): Schema => resolvedSchema({ $ref: ref });

/** In addresses and headers everything is text. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 500);

const partsOf = (operation: Operation, place: string): fc.Arbitrary<Record<string, string>> => {
  const parameters = parametersOf(operation, place);
  return fc.record(
    Object.fromEntries(parameters.map(({ name, schema }) => [name, garbageFor(schema, resolve).map(textOf)])),
    place === 'path' ? {} : { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, string>>;
};

const isHeader = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

const bodyOf = (operation: Operation): fc.Arbitrary<unknown> => {
  const schema = bodySchemaOf(operation);
  if (operation.upload) return fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes));
  return schema ? garbageFor(schema, resolve) : fc.constant(undefined);
};

/** Garbage that looks like what the operation takes; a part of it is taken from what succeeds, so that it comes further than the first check. */
export const askingOf = (operation: Operation, sample: Sample): fc.Arbitrary<Asking> =>
  fc
    .record({
      path: fc.oneof(partsOf(operation, 'path'), fc.constant(sample.path ?? {})),
      query: fc.oneof(partsOf(operation, 'query'), fc.constant(sample.query ?? {})),
      headers: partsOf(operation, 'header'),
      body: bodyOf(operation),
      mixed: fc.boolean(),
    })
    .map(({ path, query, headers, body, mixed }) => {
      const isBoth = mixed && isRecord(body) && isRecord(sample.body);
      return {
        path: Object.fromEntries(Object.entries(path).map(([name, text]) => [name, isPathText(text) ? text : 'x'])),
        query,
        headers: Object.fromEntries(Object.entries(headers).filter(([, text]) => isHeader(text))),
        ...(body === undefined ? {} : { body: isBoth ? { ...sample.body, ...body } : body }),
      };
    });

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
/** A client makes another path of these; and a lone surrogate has no UTF-8. */
const isPathText = (text: string): boolean => text !== '' && text !== '.' && text !== '..' && text.isWellFormed();

/** Stacks, files of this machine, and words of the database. */
const leak = /\bat (?:async )?\w+ \(|file:\/\/|node_modules|\.ts:\d|SQLITE_|ER_[A-Z]+_|[0-9a-f]{64}/;

export const garbageContract = (api: () => ApiUnderTest, samples: () => ReadonlyMap<string, Sample>, numRuns: number): void => {
  // behind what succeeds: garbage that comes far changes what the samples name
  describe('garbage', () => {
    for (const operation of operations)
      it(`${operation.method.toUpperCase()} ${operation.path} answers it without breaking, and tells nothing`, async () => {
        const sample = samples().get(operation.id) ?? {};
        await fc.assert(
          fc.asyncProperty(askingOf(operation, sample), async (asking) => {
            const answer = await callOperation(api().origin, operation, { ...asking, key: api().key });
            assert.ok(answer.status < (sample.reports ? 504 : 500), `${answer.status}: ${answer.text}`);
            // another path than the operation's is answered by nobody
            if (answer.status !== 404) assertDescribed(operation, answer);
            assert.doesNotMatch(answer.text, leak);
          }),
          { numRuns },
        );
      });
  });
};
