import fs from 'node:fs';
import type { Value } from '#ports/read-model.ts';
import { literal } from './sql-text.ts';

const folder = new URL('../../../sql/reports/', import.meta.url);
const texts = new Map<string, string>();

const textOf = (name: string): string => {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Error('a report is called like by-campaign');
  const known = texts.get(name) ?? fs.readFileSync(new URL(`${name}.sql`, folder), 'utf8');
  texts.set(name, known);
  return known;
};

/** Strings and comments are left alone, `:name` becomes the parameter's value. */
const tokens = /'(?:[^'\\]|\\.|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|:([a-zA-Z]\w*)/g;

/** What somebody sees who is limited to some brands, as lists with commas; left out, nobody is limited. */
const limits: ReadonlySet<string> = new Set(['brands', 'campaigns', 'senders']);

/** Throws when a parameter is missing or unknown. */
export const bindParameters = (sql: string, params: Readonly<Record<string, Value>>): string => {
  const unused = new Set(Object.keys(params));
  const bound = sql.replaceAll(tokens, (token, name: string | undefined) => {
    if (name === undefined) return token;
    const value = Object.hasOwn(params, name) ? params[name] : limits.has(name) ? null : undefined;
    if (value === undefined) throw new Error(`the report needs a value for ${name}`);
    unused.delete(name);
    return literal(value);
  });
  if (unused.size > 0) throw new Error(`the report knows no ${[...unused].join(', ')}`);
  return bound;
};

/** The statement of sql/reports/<name>.sql with its parameters in it. */
export const namedReport = (name: string, params: Readonly<Record<string, Value>>): string => bindParameters(textOf(name), params);
