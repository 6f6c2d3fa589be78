import assert from 'node:assert/strict';
import { apiDocument, operations } from '../support/api-answers.ts';

type Schema = Readonly<{
  $ref?: string;
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  additionalProperties?: Schema | boolean;
}>;

const resolve = (schema: Schema): Schema =>
  schema.$ref === undefined
    ? schema
    : ((apiDocument.components as { schemas: Record<string, Schema> }).schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});

/** Names of fields that tell of a person wherever they stand in an answer. */
const personal = new Set([
  'to',
  'phone',
  'email',
  'contact',
  'contact_point',
  'contacts',
  'person',
  'said',
  'cells',
  'recipient',
  'first_name',
  'last_name',
]);

const fieldsOf = (given: Schema, seen: ReadonlySet<Schema> = new Set()): readonly string[] => {
  const schema = resolve(given);
  if (seen.has(schema)) return [];
  const next = new Set([...seen, schema]);
  const parts = [
    schema.items,
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.allOf ?? []),
    ...Object.values(schema.properties ?? {}),
  ];
  if (typeof schema.additionalProperties === 'object') parts.push(schema.additionalProperties);
  return [...Object.keys(schema.properties ?? {}), ...parts.flatMap((part) => (part ? fieldsOf(part, next) : []))];
};

type Responses = Readonly<Record<string, Readonly<{ content?: Readonly<Record<string, Readonly<{ schema?: Schema }>>> }>>>;

/** What of an answer looks personal; a file may hold anything. */
const shownBy = (path: string, method: string): readonly string[] => {
  const { responses } = ((apiDocument.paths ?? {})[path] as unknown as Record<string, { responses: Responses }>)[method]!;
  return Object.entries(responses)
    .filter(([status]) => Number(status) < 300)
    .flatMap(([, { content = {} }]) => Object.entries(content))
    .flatMap(([type, { schema }]) => (type === 'application/json' ? fieldsOf(schema ?? {}).filter((name) => personal.has(name)) : [type]));
};

/** Operations whose fields only look like a person's, each with the reason. */
const harmless: Readonly<Record<string, string>> = {
  getSession: 'shows to somebody what he is himself',
  getCampaign: '`to` is the end of a window',
  getCampaignSchedules: '`to` is the end of a window',
  getConsentSettings: '`contact` is what the company tells everybody',
  listRegistrations: '`said` are words of carriers about a registration',
  getRegistration: '`said` are words of carriers about a registration',
  listLocations: 'addresses and phones are those of sites of the company',
  getLocation: 'address and phone are those of a site of the company',
  getCompany: 'its contact is what the company tells everybody',
};

describe('operations that show people', () => {
  // whatever changes something is noted by itself
  const showing = operations.filter(({ path, method }) => method === 'get' && shownBy(path, method).length > 0);

  it('are found by their answers', () => {
    for (const id of ['getMessage', 'listUsers'])
      assert.ok(
        showing.some((one) => one.id === id),
        id,
      );
  });
  for (const operation of showing)
    it(`${operation.id} says that it does, so that each look is noted`, () => {
      if (Object.hasOwn(harmless, operation.id)) return;
      const shown = [...new Set(shownBy(operation.path, operation.method))].join(', ');
      assert.equal(operation.looksAt, 'person', `it shows ${shown}: add looksAt: 'person', or a reason here`);
    });
});
