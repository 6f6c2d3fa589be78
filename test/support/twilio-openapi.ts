import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

type Schema = Readonly<{
  $ref?: string;
  type?: string;
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  required?: string[];
}>;
type Content = Readonly<Record<string, Readonly<{ schema: Schema }>>>;
type Operation = Readonly<{
  requestBody?: Readonly<{ content: Content }>;
  responses: Readonly<Record<string, Readonly<{ content?: Content }>>>;
}>;
type Description = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>;
}>;

const { resolve } = createRequire(import.meta.url);

/** What may be anything says that it may be nothing, too: ajv takes that of a type alone. */
const untyped = (_key: string, value: unknown): unknown => {
  const { nullable, type, ...rest } = Object(value) as Readonly<Record<string, unknown>>;
  return nullable === true && type === undefined && !Array.isArray(value) ? rest : value;
};

/** Twilio's own description of an API of its (`api_v2010`, `content_v1`), from a package of its: read as data, never run. */
const read = (api: string): Description =>
  JSON.parse(readFileSync(resolve(`@twilio/cli-core/src/services/twilio-api/twilio_${api}.json`), 'utf8'), untyped) as Description;

/** Formats that OpenAPI leaves to whoever uses them. Twilio's own examples have relative URIs where it says `uri`. */
const formats: Readonly<Record<string, RegExp | true>> = {
  'phone-number': /^(whatsapp:)?\+[1-9]\d{6,14}$/,
  'date-time-rfc-2822':
    /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d \+0000$/,
  currency: /^[A-Z]{3}$/,
  endpoint: /^\+[1-9]\d{6,14}$/,
  'http-method': /^(GET|POST)$/,
  twiml: /^<Response>.*<\/Response>$/s,
  'iso-country-code': /^[A-Z]{2}$/,
  'phone-number-capabilities': true,
  'uri-map': true,
  uri: /^(https?:\/)?\/\S+$/,
};

const named = ({ paths }: Description, path: string): string | undefined =>
  Object.keys(paths).find((template) => new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path));

const shown = ({ instancePath, message = '' }: ErrorObject): string => `${instancePath || 'the answer'} ${message}`;

/** The description requires no key and forbids none: so the keys of an answer are compared with those that it has. */
const keyProblems = (resolved: (schema: Schema) => Schema, schema: Schema, value: unknown, at: string): string[] => {
  const { properties, items } = resolved(schema);
  if (Array.isArray(value)) return items ? value.flatMap((one, n) => keyProblems(resolved, items, one, `${at}[${n}]`)) : [];
  if (typeof value !== 'object' || value === null || !properties) return [];
  const missing = Object.keys(properties).filter((key) => !Object.hasOwn(value, key));
  return [
    ...missing.map((key) => `${at} has no ${key}`),
    ...Object.entries(value).flatMap(([key, inner]) => {
      const inside = properties[key];
      return inside ? keyProblems(resolved, inside, inner, `${at}.${key}`) : [`${at} has ${key}, which is not described`];
    }),
  ];
};

export type DescribedApi = Readonly<{
  /** What is wrong with an answer, by its type, patterns, words and keys. Empty: nothing. */
  answerProblems: (asked: Readonly<{ method: string; path: string; status: number }>, body: unknown) => readonly string[];
  /** What is wrong with the keys and values of a form. */
  formProblems: (asked: Readonly<{ method: string; path: string }>, form: Readonly<Record<string, unknown>>) => readonly string[];
}>;

/** https://github.com/twilio/twilio-oai, as `@twilio/cli-core` carries it. */
export const describedApi = (api: string): DescribedApi => {
  const description = read(api);
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
  addFormats.default(ajv);
  for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format);
  ajv.addSchema({ $id: 'twilio', ...description });
  const resolved = (schema: Schema): Schema =>
    schema.$ref === undefined ? schema : resolved(description.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  const operation = (method: string, path: string): Operation | undefined => description.paths[named(description, path) ?? '']?.[method];
  const compiled = new Map<Schema, ValidateFunction>();
  const check = (schema: Schema, value: unknown): string[] => {
    const absolute = () => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"twilio#/')) as Schema;
    const isRight = compiled.get(schema) ?? ajv.compile(absolute());
    compiled.set(schema, isRight);
    return isRight(value) ? [] : (isRight.errors ?? []).map(shown);
  };
  return {
    answerProblems: ({ method, path, status }, body) => {
      const schema = operation(method, path)?.responses[status]?.content?.['application/json']?.schema;
      if (!schema) return [`${method} ${path} is not described to answer ${status}`];
      return [...check(schema, body), ...keyProblems(resolved, schema, body, 'the answer')];
    },
    formProblems: ({ method, path }, form) => {
      const schema = operation(method, path)?.requestBody?.content['application/x-www-form-urlencoded']?.schema;
      if (!schema) return [`${method} ${path} is not described to take a form`];
      const { properties = {}, required = [] } = resolved(schema);
      const value = Object.fromEntries(Object.entries(form).map(([key, text]) => [key, typed(resolved(properties[key] ?? {}), text)]));
      return [
        ...check(schema, value),
        ...Object.keys(form)
          .filter((key) => !Object.hasOwn(properties, key))
          .map((key) => `the form has ${key}, which is not described`),
        ...required.filter((key) => !Object.hasOwn(form, key)).map((key) => `the form has no ${key}`),
      ];
    },
  };
};

/** A form has texts alone; where the description says number, truth or list, they are taken for that. */
const typed = ({ type }: Schema, text: unknown): unknown => {
  if (type === 'array') return Array.isArray(text) ? text : [text];
  if (type === 'integer' || type === 'number') return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
};
