import type { z } from '@hono/zod-openapi';
import { knownFields } from './known-fields.ts';

const kinds: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false, without quotes',
  array: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
};
const formats: Readonly<Record<string, string>> = {
  datetime: 'Write a time with its offset, like 2026-12-01T16:00:00Z.',
  date: 'Write a date like 2026-12-01.',
};
const mostNamed = 5;
const mostKnown = 30;

/** What looks like the name of a field is said again; a person's name, a number or an address that stands in its place is not. */
const looksLikeField = /^[a-z][a-zA-Z_]{0,39}$/u;

const unknownFields = (keys: readonly string[], known: readonly string[]): string => {
  const named = keys.filter((key) => looksLikeField.test(key)).slice(0, mostNamed);
  const what = named.length > 0 ? `Not known here: ${named.join(', ')}.` : 'There are fields here that this operation does not know.';
  if (known.length === 0) return `${what} Take them out, or check how they are written.`;
  return `${what} What is known: ${known.slice(0, mostKnown).join(', ')}${known.length > mostKnown ? ', …' : ''}.`;
};

/** What is wrong with the input and what to write instead, in words for whoever writes JSON rather than zod. */
export const issueWords = (schema: z.core.$ZodType, issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys') return unknownFields(issue.keys, knownFields(schema, issue.path));
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'This is missing.';
  const kind = issue.code === 'invalid_type' ? kinds[issue.expected] : undefined;
  if (kind && issue.message.startsWith('Invalid input')) return `This must be ${kind}.`;
  const format = issue.code === 'invalid_format' ? formats[issue.format] : undefined;
  return format && issue.message.startsWith('Invalid ISO') ? format : issue.message;
};
