import { sourceOf } from './source.ts';

const fileName = /^(\d{4})_([a-z]+)_[a-z0-9_]+\.(up|down)\.sql$/;
const verbs = [
  'create',
  'add',
  'fill',
  'drop',
  'rename',
  'widen',
  'narrow',
  'index',
  'alter',
  'move',
  'split',
  'remove',
  'seed',
  'replace',
];

/** One statement: MySQL commits each DDL statement at once, so half of two can't be taken back. */
const statements = (sql: string): number =>
  sourceOf('', sql.replaceAll(/^\s*--.*$/gm, ''))
    .bare.split(';')
    .filter((part) => part.trim() !== '').length;

const nameProblem = (file: string): string | undefined => {
  const [, , verb] = fileName.exec(file) ?? [];
  if (!verb) return `${file}: name it NNNN_verb_thing.up.sql or .down.sql`;
  return verbs.includes(verb) ? undefined : `${file}: begin with a verb (${verbs.join(', ')})`;
};

const pairProblems = (names: readonly string[], has: ReadonlySet<string>): readonly string[] =>
  names.flatMap((name) => ['up', 'down'].flatMap((way) => (has.has(`${name}.${way}.sql`) ? [] : [`${name}.${way}.sql is missing`])));

const numberProblems = (names: readonly string[]): readonly string[] =>
  names.flatMap((name, index) =>
    name.slice(0, 4) === names[index - 1]?.slice(0, 4) ? [`${name} has the number of ${names[index - 1]}: give it the next free one`] : [],
  );

/** What is wrong with sql/migrations: a map of file name → SQL, and what LATEST says. */
export const migrationProblems = (files: ReadonlyMap<string, string>, latest: string): readonly string[] => {
  const named = [...files.keys()].filter((file) => fileName.test(file)).sort();
  const names = [...new Set(named.map((file) => file.replace(/\.(?:up|down)\.sql$/, '')))];
  const last = names.at(-1) ?? '(none)';
  return [
    ...[...files.keys()].flatMap((file) => nameProblem(file) ?? []),
    ...pairProblems(names, new Set(files.keys())),
    ...numberProblems(names),
    ...[...files]
      .filter(([, sql]) => statements(sql) !== 1)
      .map(([file, sql]) => `${file} has ${statements(sql)} statements: one per migration`),
    ...(latest.trim() === last ? [] : [`LATEST says ${latest.trim() || '(nothing)'}, the last migration is ${last}`]),
  ];
};
