import type { Operation } from '../operation.ts';

export type Sample = Readonly<{ lang: string; label: string; source: string }>;

const keyOfExamples = 'carillon_test_…';

/** The path of the example, with its query. */
export const exampleUrl = ({ path, example }: Pick<Operation, 'path' | 'example'>): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(example.path?.[name] ?? name));
  const query = new URLSearchParams(example.query).toString();
  return query === '' ? filled : `${filled}?${query}`;
};

type Header = readonly [name: string, value: string];

const headersOf = ({ method, body, upload, needsIdempotencyKey, needsIfMatch }: Operation): readonly Header[] => [
  ['Authorization', `Bearer ${keyOfExamples}`],
  ...(body ? [['Content-Type', 'application/json'] as const] : []),
  ...(upload ? [['Content-Type', upload.contentTypes[0] ?? 'application/octet-stream'] as const] : []),
  ...(method === 'post' && needsIdempotencyKey ? [['Idempotency-Key', '4f8a3c0e-visit-8841'] as const] : []),
  ...(needsIfMatch ? [['If-Match', '"m0cHq0g3"'] as const] : []),
];

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const curl = (operation: Operation): string => {
  const { method, upload, example } = operation;
  const lines = [
    `curl -X ${method.toUpperCase()} ${quoted(`$CARILLON${exampleUrl(operation)}`).replace("'$CARILLON", '"$CARILLON"\'')}`,
    ...headersOf(operation).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(upload ? ['--data-binary @patients.csv'] : []),
    ...(example.body === undefined ? [] : [`-d ${quoted(JSON.stringify(example.body))}`]),
  ];
  return lines.join(' \\\n  ');
};

const typeScript = (operation: Operation): string => {
  const { method, upload, example } = operation;
  const headers = Object.fromEntries(headersOf(operation));
  const body = upload
    ? 'await readFile("patients.csv")'
    : example.body === undefined
      ? undefined
      : `JSON.stringify(${JSON.stringify(example.body, null, 2)})`;
  return [
    ...(upload ? ["import { readFile } from 'node:fs/promises';", ''] : []),
    `const response = await fetch(carillon + ${JSON.stringify(exampleUrl(operation))}, {`,
    `  method: '${method.toUpperCase()}',`,
    `  headers: ${JSON.stringify(headers, null, 2).replaceAll('\n', '\n  ')},`,
    ...(body === undefined ? [] : [`  body: ${body.replaceAll('\n', '\n  ')},`]),
    '});',
    'if (!response.ok) throw new Error((await response.json()).detail);',
    ...(Object.values(operation.answers).some(({ schema }) => schema) ? ['const answer = await response.json();'] : []),
  ].join('\n');
};

/** The operation's own example as programs that can be copied. */
export const samplesOf = (operation: Operation): readonly Sample[] => [
  { lang: 'Shell', label: 'curl', source: curl(operation) },
  { lang: 'TypeScript', label: 'TypeScript', source: typeScript(operation) },
];
