import type { z } from '@hono/zod-openapi';
import { issueWords } from './issue-words.ts';
import { Problem, type InputError } from './problem.ts';

export type Part = Readonly<{ where: 'path' | 'query' | 'body' | 'header'; schema: z.ZodType; value: unknown }>;

const mostErrors = 20;

const escaped = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

/** Of a union: what the branch that came furthest says. */
const flat = (issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] => {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.filter((branch) => branch.length > 0);
  const depth = (branch: readonly z.core.$ZodIssue[]): number => Math.max(...branch.map(({ path }) => path.length));
  const best = branches.toSorted((one, other) => depth(other) - depth(one) || one.length - other.length)[0];
  if (!best) return [issue];
  return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(flat);
};

/** A message of the schemas may repeat the input only where that is one of its own words. */
const errorOf = ({ where, schema }: Part, issue: z.core.$ZodIssue): InputError => {
  const pointer = [where, ...issue.path].map((part) => `/${escaped(part)}`).join('');
  const detail = issueWords(schema, issue);
  if (issue.code === 'unrecognized_keys') return { pointer, code: 'unknown_field', detail };
  const isMissing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  return { pointer, code: isMissing ? 'missing' : issue.code, detail };
};

/** Checks all parts together, so that the caller hears of everything at once. Throws a Problem `request_invalid`. */
export const checkInput = (parts: readonly Part[]): Readonly<Record<string, unknown>> => {
  const errors: InputError[] = [];
  const checked: Record<string, unknown> = {};
  for (const part of parts) {
    const { where, schema, value } = part;
    const result = schema.safeParse(value);
    if (result.success) checked[where] = result.data;
    else errors.push(...result.error.issues.flatMap(flat).map((issue) => errorOf(part, issue)));
  }
  if (errors.length === 0) return checked;
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  throw new Problem('request_invalid', `${first!.pointer}: ${first!.detail}${more}`, { errors: errors.slice(0, mostErrors) });
};
