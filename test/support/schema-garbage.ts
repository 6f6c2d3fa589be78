import * as fc from 'fast-check';

/** A JSON Schema as the OpenAPI document has it, as far as garbage needs to understand it. */
export type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  oneOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  allOf?: readonly Schema[];
}>;

/** What people, other programs and attackers put where something else is expected. */
const nasty = fc.constantFrom<unknown>(
  '',
  ' ',
  '\u0000',
  '\u202e',
  'ü'.repeat(50),
  'x'.repeat(5_000),
  '../../etc/passwd',
  '%00',
  "' OR 1=1 --",
  '{{ 7 | times: 7 }}',
  '=cmd()',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '1e999',
  '-1',
  '0',
  '2026-02-30',
  'co_other',
  'cmp_x',
  'pkt_x',
  'msg_x-0-1-sms-0',
  'usr_x',
  'key_x',
  '+12085550123',
  'ada@example.com',
  '\ud800',
  '<script>',
  '2026-11-20T10:00:00.000Z',
  '*',
  '"',
  '\r\nx: y',
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[]],
  [null],
  { a: { b: { c: {} } } },
  { toString: 1 },
);

const anything = fc.oneof({ weight: 3, arbitrary: nasty }, { weight: 1, arbitrary: fc.jsonValue() });

const depthLimit = 4;

const leafFor = ({ type, enum: values }: Schema): fc.Arbitrary<unknown> => {
  if (values) return fc.constantFrom(...values);
  const [kind] = [type ?? []].flat();
  if (kind === 'string')
    return fc.oneof(
      fc.string(),
      nasty.filter((value) => typeof value === 'string'),
    );
  if (kind === 'integer') return fc.oneof(fc.integer({ min: -2, max: 200 }), fc.maxSafeInteger());
  if (kind === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true });
  return kind === 'boolean' ? fc.boolean() : anything;
};

/** Values that look like the schema, each part of which may be something else altogether. */
export const garbageFor = (schema: Schema, resolve: (ref: string) => Schema, depth = 0): fc.Arbitrary<unknown> => {
  const inner = (part: Schema): fc.Arbitrary<unknown> => garbageFor(part, resolve, depth + 1);
  const shaped = (): fc.Arbitrary<unknown> => {
    if (depth > depthLimit) return anything;
    if (schema.$ref !== undefined) return garbageFor(resolve(schema.$ref), resolve, depth + 1);
    const branches = schema.oneOf ?? schema.anyOf ?? schema.allOf;
    if (branches && branches.length > 0) return fc.oneof(...branches.map(inner));
    if (schema.properties) {
      const known = Object.fromEntries(Object.entries(schema.properties).map(([name, part]) => [name, inner(part)]));
      return fc.record(known, { requiredKeys: [] });
    }
    if (typeof schema.additionalProperties === 'object')
      return fc.dictionary(fc.string(), inner(schema.additionalProperties), { maxKeys: 4 });
    return schema.items ? fc.array(inner(schema.items), { maxLength: 4 }) : leafFor(schema);
  };
  return fc.oneof({ weight: 6, arbitrary: shaped() }, { weight: 1, arbitrary: anything });
};
