import type { z } from 'zod';

/** What is wrong with a campaign: where (`channels[0].template`, or '' for the whole) and what to do; in a template, line and column too, from 1. */
export type Problem = Readonly<{ path: string; message: string; line?: number; column?: number }>;

type Issue = z.core.$ZodIssue;

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

const strangeKeys = (issues: readonly Issue[]): number =>
  issues.reduce((count, issue) => count + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0), 0);

/** The branch of a union that the value was most likely meant to be: one of its kind, with the fewest things wrong. */
const likelyBranch = (branches: readonly (readonly Issue[])[]): readonly Issue[] => {
  const meant = branches.filter((issues) =>
    issues.every(({ path }) => path.length > 0 || !('expected' in issues[0]! || 'values' in issues[0]!)),
  );
  return meant.toSorted((one, other) => strangeKeys(one) - strangeKeys(other) || one.length - other.length)[0] ?? [];
};

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

const kinds: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  array: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
  int: 'a whole number',
  number: 'a number',
};

const messageOf = (issue: Issue): string => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `"${key}"`).join(', ')} is not known here; take it out, or check how it is written`;
    case 'invalid_type':
      return `${issue.input === undefined ? 'is missing; it must be' : 'must be'} ${kinds[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return issue.origin === 'number' ? `must be ${issue.minimum} or more` : 'is empty; it needs something in it';
    case 'too_big':
      return issue.origin === 'number' ? `must be ${issue.maximum} or less` : `is too long; it may have ${issue.maximum} at most`;
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'invalid_format':
      if (issue.format === 'datetime') return 'must be an instant like 2026-12-06T09:00:00-07:00';
      return issue.format === 'regex' ? `must be ${issue.message}` : lowerFirst(issue.message);
    default:
      return lowerFirst(issue.message);
  }
};

const unionWords = (name: PropertyKey | undefined): string =>
  name === 'template'
    ? 'must be a text in quotes, or an object in { } with text, subject, html, voice, whatsapp or media'
    : 'must be "now", or have "offsetDays" or "offsets" (before the appointment), "sendAt" or "every"';

/** zod's findings as problems; those inside a union are told for the branch that was meant. */
export const problemsOf = (issues: readonly Issue[], base: readonly PropertyKey[] = []): readonly Problem[] =>
  issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (issue.code === 'invalid_union') {
      const branch = likelyBranch(issue.errors);
      if (branch.length > 0) return problemsOf(branch, path);
      return [{ path: pathText(path), message: unionWords(path.at(-1)) }];
    }
    if (issue.code === 'invalid_key') return [{ path: pathText(path), message: issue.issues.map(messageOf).join(', ') }];
    return [{ path: pathText(path), message: messageOf(issue) }];
  });

const shownProblems = 20;

/** All problems in one text, the path first. */
export const tellProblems = (problems: readonly Problem[]): string => {
  const told = problems.slice(0, shownProblems).map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  const rest = problems.length - told.length;
  return `This campaign can't be used. ${told.join('. ')}.${rest > 0 ? ` And ${rest} more.` : ''}`.replaceAll('..', '.');
};
