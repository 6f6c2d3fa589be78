import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describedResource, fileOfResource } from '#api/described-resource.ts';
import { resources } from '#api/resources.ts';
import { apiBreaks, type ApiDocument } from '../support/api-breaks.ts';

const folder = join(import.meta.dirname, '../../docs/openapi');
const plain = (document: unknown): ApiDocument => JSON.parse(JSON.stringify(document)) as ApiDocument;

/** What programs have been written against: `npm run -s api:release` writes it, and nobody changes it for what breaks them. */
const released = (file: string): ApiDocument | undefined => {
  const path = join(folder, 'released', file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ApiDocument) : undefined;
};

describe('the committed copy of the API', () => {
  it('has a file for each resource', () => {
    const there = globSync('*.json', { cwd: folder }).map((path) => basename(path));
    assert.deepEqual(there.sort(), resources.map(fileOfResource).sort(), 'run "npm run -s api:write"');
  });

  for (const resource of resources) {
    const file = fileOfResource(resource);
    it(`says of ${resource.name} what the code says`, () => {
      const copy = JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown;
      assert.deepEqual(copy, plain(describedResource(resource)), 'run "npm run -s api:write", and look at what changed');
    });
    it(`breaks nothing of ${resource.name} that was released`, () => {
      const before = released(file);
      if (before)
        assert.deepEqual(apiBreaks(before, plain(describedResource(resource))), [], 'programs that people have written would break');
    });
  }
});

describe('a change of the API', () => {
  const text = { type: 'string' };
  const thing = (properties: object, required: readonly string[] = []) => ({ type: 'object', properties, required });
  const document = ({
    asked = thing({ a: text }),
    answered = thing({ b: text }, ['b']),
    parameters = [] as object[],
    id = 'makeThing',
    status = '201',
  }) =>
    ({
      paths: {
        '/v1/things': {
          post: {
            operationId: id,
            parameters,
            requestBody: { content: { 'application/json': { schema: asked } } },
            responses: { [status]: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } },
          },
        },
      },
      components: { schemas: { Thing: answered } },
    }) as unknown as ApiDocument;
  const before = document({});
  const query = (more: object) => ({ name: 'q', in: 'query', schema: text, ...more });

  const harmless: readonly (readonly [string, ApiDocument])[] = [
    ['a new field in an answer', document({ answered: thing({ b: text, c: text }, ['b', 'c']) })],
    ['a new field that may be sent', document({ asked: thing({ a: text, c: text }) })],
    ['a new parameter that may be left out', document({ parameters: [query({})] })],
    ['more that is taken', document({ asked: thing({ a: { type: ['string', 'number'] } }) })],
  ];
  for (const [what, after] of harmless) it(`that is ${what} breaks nobody`, () => assert.deepEqual(apiBreaks(before, after), []));

  const breaking: readonly (readonly [string, ApiDocument, ApiDocument?])[] = [
    ['an operation that is gone', {}],
    ['another name', document({ id: 'createThing' })],
    ['another status', document({ status: '200' })],
    ['a field of an answer that is gone', document({ answered: thing({}) })],
    ['a field of an answer that may be missing', document({ answered: thing({ b: text }) })],
    ['another type in an answer', document({ answered: thing({ b: { type: 'number' } }, ['b']) })],
    ['null in an answer', document({ answered: thing({ b: { type: ['string', 'null'] } }, ['b']) })],
    ['a field that is taken no more', document({ asked: thing({}) })],
    ['a field that must be sent', document({ asked: thing({ a: text }, ['a']) })],
    ['fewer values', document({ asked: thing({ a: { type: 'string', enum: ['x'] } }) })],
    ['a tighter limit', document({ asked: thing({ a: { type: 'string', maxLength: 3 } }) })],
    ['a parameter that must be there', document({ parameters: [query({ required: true })] })],
    ['a parameter that is gone', before, document({ parameters: [query({})] })],
  ];
  for (const [what, after, from = before] of breaking)
    it(`that is ${what} is noticed`, () => assert.equal(apiBreaks(from, after).length, 1, JSON.stringify(apiBreaks(from, after))));
});

describe('a broken copy of the real document', () => {
  const copy = readFileSync(join(folder, 'messages.json'), 'utf8');
  type Any = { [name: string]: Any };
  const listIn = (part: Any | undefined): Any[] => part as unknown as Any[];
  const text = (value: string): Any => value as unknown as Any;
  const said = (part: Any | undefined): string => part as unknown as string;
  const resolved = (document: Any, schema: Any): Any =>
    schema['$ref'] ? document['components']!['schemas']![said(schema['$ref']).split('/').at(-1)!]! : schema;
  const sending = (document: Any): Any => document['paths']!['/v1/messages']!['post']!;
  const asked = (document: Any): Any => resolved(document, sending(document)['requestBody']!['content']!['application/json']!['schema']!);
  const message = (document: Any): Any => {
    const answer = document['paths']!['/v1/messages/{id}']!['get']!['responses']!['200']!;
    return resolved(document, answer['content']!['application/json']!['schema']!);
  };
  const listing = (document: Any): Any => document['paths']!['/v1/messages']!['get']!;
  const parameter = (document: Any, name: string): Any =>
    listIn(listing(document)['parameters']).find((one) => said(one['name']) === name)!;

  const broken: Readonly<Record<string, (document: Any) => void>> = {
    'a field of an answer is gone': (document) => void delete message(document)['properties']!['to'],
    'a field must be sent': (document) => void listIn(asked(document)['required']).push(text('reference')),
    'a field is taken no more': (document) => void delete asked(document)['properties']!['reference'],
    'fewer values are taken': (document) => void listIn(parameter(document, 'channel')['schema']!['enum']).pop(),
    'an operation is gone': (document) => void delete document['paths']!['/v1/messages/{id}/cancel'],
    'another type': (document) => void (message(document)['properties']!['id'] = { type: text('integer') }),
    'a status is gone': (document) => void delete sending(document)['responses']!['201'],
    'a parameter is gone': (document) => void listIn(listing(document)['parameters']).splice(0, 1),
  };
  for (const [what, breakIt] of Object.entries(broken))
    it(`is noticed: ${what}`, () => {
      const after = JSON.parse(copy) as Any;
      breakIt(after);
      assert.deepEqual(apiBreaks(JSON.parse(copy) as ApiDocument, JSON.parse(copy) as ApiDocument), []);
      assert.notDeepEqual(apiBreaks(JSON.parse(copy) as ApiDocument, after), []);
    });
});
