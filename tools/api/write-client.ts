import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The types of the client in `tools/api-client`, one file for each committed description in `docs/openapi`: `npm run -s api:client`, and at the
 * end of `npm run -s api:write`. The generator needs TypeScript 5, so it is installed apart, by the lock of its own folder.
 */
const root = join(import.meta.dirname, '../..');
const tool = join(root, 'tools/api-client');
const described = join(root, 'docs/openapi');
const types = join(tool, 'types');

type Node = object;
type Parameter = { name?: string; in?: string; required?: boolean };
type Description = { paths: Record<string, Record<string, { parameters?: Parameter[] }>> };
type Generator = Readonly<{
  default: (description: object, options: object) => Promise<Node[]>;
  astToString: (nodes: Node[]) => string;
}>;
type Linter = Readonly<{ createConfig: (config: Readonly<{ rules: Readonly<Record<string, 'error'>> }>) => Promise<object> }>;
type TypeScript = Readonly<{
  default: {
    factory: Readonly<{ createTypeReferenceNode: (name: string) => Node; createUnionTypeNode: (of: readonly Node[]) => Node }>;
  };
}>;

const installed = (path: string): string => join(tool, 'node_modules', path);

const install = (): boolean => {
  if (existsSync(installed('openapi-typescript/package.json'))) return true;
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: tool, stdio: ['ignore', 'ignore', 'inherit'], timeout: 120_000 });
  return status === 0;
};

/** The client sends a key of its own where nobody names one. */
const withKeysLeftOut = (description: Description): Description => {
  for (const item of Object.values(description.paths))
    for (const { parameters = [] } of Object.values(item))
      for (const one of parameters) if (one.in === 'header' && one.name === 'Idempotency-Key') one.required = false;
  return description;
};

const typesOf = async (text: string): Promise<string> => {
  const { default: generate, astToString } = (await import(
    pathToFileURL(installed('openapi-typescript/dist/index.mjs')).href
  )) as Generator;
  const { default: typeScript } = (await import(pathToFileURL(installed('typescript/lib/typescript.js')).href)) as TypeScript;
  const { createConfig } = (await import(pathToFileURL(installed('@redocly/openapi-core/lib/index.js')).href)) as Linter;
  const redocly = await createConfig({ rules: Object.fromEntries(rules.map((rule) => [rule, 'error' as const])) });
  const bytes = typeScript.factory.createUnionTypeNode(
    ['Blob', 'Uint8Array<ArrayBuffer>'].map((name) => typeScript.factory.createTypeReferenceNode(name)),
  );
  const transform = ({ format }: Readonly<{ format?: string }>): Node | undefined => (format === 'binary' ? bytes : undefined);
  return astToString(await generate(withKeysLeftOut(JSON.parse(text) as Description), { transform, redocly, silent: true }));
};

/** What Redocly's linter holds against OpenAPI 3.1: no types are made of a description that breaks any of it. */
const rules = [
  'struct',
  'no-unresolved-refs',
  'no-invalid-media-type-examples',
  'no-invalid-parameter-examples',
  'no-invalid-schema-examples',
  'path-parameters-defined',
  'path-declaration-must-exist',
  'path-not-include-query',
  'no-identical-paths',
  'no-path-trailing-slash',
  'security-defined',
  'operation-operationId',
  'operation-operationId-unique',
  'operation-parameters-unique',
  'operation-summary',
  'operation-tag-defined',
  'operation-2xx-response',
  'operation-4xx-response',
  'no-duplicated-tag-names',
  'tag-description',
  'no-enum-type-mismatch',
  'no-required-schema-properties-undefined',
];

const head = (text: string): string =>
  `// Made by "npm run -s api:client" of a description with sha256 ${createHash('sha256').update(text).digest('hex')}: never edited by hand.\n`;

const camel = (file: string): string => file.replace('.json', '').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const pathsOf = (files: readonly string[]): string => {
  const all = (what: string): string => files.map((file) => `${camel(file)}.${what}`).join(' &\n  ');
  return [
    '// Made by "npm run -s api:client": never edited by hand.',
    ...files.map((file) => `import type * as ${camel(file)} from './${file.replace('.json', '.ts')}';`),
    '',
    `export type paths = ${all('paths')};`,
    `export type schemas = ${all("components['schemas']")};`,
    '',
  ].join('\n');
};

const write = async (): Promise<void> => {
  const files = globSync('*.json', { cwd: described })
    .map((path) => basename(path))
    .sort();
  mkdirSync(types, { recursive: true });
  for (const file of files) {
    const text = readFileSync(join(described, file), 'utf8');
    const into = join(types, file.replace('.json', '.ts'));
    const isFresh = existsSync(into) && readFileSync(into, 'utf8').startsWith(head(text));
    if (!isFresh || process.argv.includes('--all')) writeFileSync(into, head(text) + (await typesOf(text)));
  }
  const wanted = new Set(['paths.ts', ...files.map((file) => file.replace('.json', '.ts'))]);
  for (const file of globSync('*.ts', { cwd: types })) if (!wanted.has(file)) rmSync(join(types, file));
  writeFileSync(join(types, 'paths.ts'), pathsOf(files));
};

if (install()) await write();
else {
  process.stderr.write('The types of the client stay as they were: "npm ci" in tools/api-client did not succeed.\n');
  process.exitCode = 1;
}
