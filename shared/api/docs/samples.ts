import type { z } from '@hono/zod-openapi';
import type { Operation } from '../operation.ts';

export type Sample = Readonly<{ lang: string; label: string; source: string }>;

const exampleKey = '4f8a3c0e-visit-8841';
const exampleEtag = '"m0cHq0g3"';

/** The path of the example, with its query. */
export const exampleUrl = ({ path, example }: Pick<Operation, 'path' | 'example'>): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(example.path?.[name] ?? name));
  const query = new URLSearchParams(example.query).toString();
  return query === '' ? filled : `${filled}?${query}`;
};

/** Somebody who has signed in, never a key. */
const isOfSession = ({ scope, open }: Operation): boolean => scope.startsWith('session:') && !open;

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** Arguments that say who calls: a key from the environment, so that what is shown runs as it stands. */
const whoCalls = (operation: Operation): readonly string[] => {
  if (operation.id === 'signIn') return ['-c cookies.txt'];
  if (isOfSession(operation)) return ['-b cookies.txt', ...(operation.method === 'get' ? [] : ['-H "X-CSRF-Token: $CARILLON_CSRF"'])];
  return operation.open ? [] : ['-H "Authorization: Bearer $CARILLON_KEY"'];
};

const curl = (operation: Operation): string => {
  const { method, body, upload, example, needsIdempotencyKey, needsIfMatch } = operation;
  const type = upload ? (upload.contentTypes[0] ?? 'application/octet-stream') : body && 'application/json';
  const lines = [
    `curl -X ${method.toUpperCase()} "$CARILLON"${quoted(exampleUrl(operation))}`,
    ...whoCalls(operation),
    ...(type === undefined ? [] : [`-H ${quoted(`Content-Type: ${type}`)}`]),
    ...(needsIdempotencyKey ? [`-H ${quoted(`Idempotency-Key: ${exampleKey}`)}`] : []),
    ...(needsIfMatch ? [`-H ${quoted(`If-Match: ${exampleEtag}`)}`] : []),
    ...(upload ? ['--data-binary @patients.csv'] : []),
    ...(example.body === undefined ? [] : [`-d ${quoted(JSON.stringify(example.body))}`]),
  ];
  return lines.join(' \\\n  ');
};

type Inner = Readonly<{ def: Readonly<{ type: string; innerType?: Inner }> }>;

const isNumber = ({ def }: Inner): boolean => (def.innerType ? isNumber(def.innerType) : def.type === 'number');

/** As a program has it, not as it stands in an address. */
const typedQuery = ({ query, example }: Operation): object | undefined =>
  example.query &&
  Object.fromEntries(
    Object.entries(example.query).map(([name, text]) => {
      const schema = query?.shape[name] as z.ZodType | undefined;
      return [name, schema && isNumber(schema) ? Number(text) : text];
    }),
  );

const word = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : text(name));
const text = (value: string): string =>
  `'${JSON.stringify(value)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", String.raw`\'`)}'`;

/** As somebody would write it down: on one line where it fits. */
const literal = (value: unknown): string => {
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value) ? value.map(literal) : Object.entries(value).map(([name, one]) => `${word(name)}: ${literal(one)}`);
  const space = Array.isArray(value) || parts.length === 0 ? '' : ' ';
  const line = `${open}${space}${parts.join(', ')}${space}${close}`;
  if (line.length <= 80 && !line.includes('\n')) return line;
  return `${open}\n${parts.map((part) => `  ${part.replaceAll('\n', '\n  ')},\n`).join('')}${close}`;
};

const optionsOf = (operation: Operation): readonly string[] => {
  const { upload, example, needsIdempotencyKey, needsIfMatch, answers } = operation;
  const header = {
    ...(needsIdempotencyKey ? { 'Idempotency-Key': exampleKey } : {}),
    ...(needsIfMatch ? { 'If-Match': exampleEtag } : {}),
  };
  const query = typedQuery(operation);
  const params = {
    ...(Object.keys(header).length > 0 ? { header } : {}),
    ...(example.path ? { path: example.path } : {}),
    ...(query ? { query } : {}),
  };
  const isFile = Object.values(answers).some(({ file }) => file !== undefined);
  return [
    ...(Object.keys(params).length > 0 ? [`params: ${literal(params)},`] : []),
    ...(upload ? ["body: await readFile('patients.csv'),", `headers: { 'Content-Type': '${upload.contentTypes[0] ?? ''}' },`] : []),
    ...(example.body === undefined ? [] : [`body: ${literal(example.body)},`]),
    ...(isFile ? ["parseAs: 'text',"] : []),
  ];
};

const typeScript = (operation: Operation): string => {
  const { method, path, upload, answers } = operation;
  const options = optionsOf(operation).map((line) => `  ${line.replaceAll('\n', '\n  ')}`);
  const isAnswered = Object.values(answers).some(({ schema, file }) => schema !== undefined || file !== undefined);
  const called = `client.${method.toUpperCase()}('${path}'`;
  return [
    ...(upload ? ["import { readFile } from 'node:fs/promises';"] : []),
    "import { client } from './carillon.ts';",
    '',
    `const { ${isAnswered ? 'data, ' : ''}error } = await ${options.length === 0 ? `${called});` : `${called}, {`}`,
    ...(options.length === 0 ? [] : [...options, '});']),
    'if (error) throw new Error(error.detail);',
    ...(isAnswered ? ['console.log(data);'] : []),
  ].join('\n');
};

/** The operation's own example as programs that can be copied: the one for a shell, and one on the client that the introduction shows. */
export const samplesOf = (operation: Operation): readonly Sample[] => [
  { lang: 'Shell', label: 'curl', source: curl(operation) },
  { lang: 'TypeScript', label: 'TypeScript', source: typeScript(operation) },
];
