import { Problem } from './problem.ts';

/** Dated versions of this API, newest first. A version is added only for what breaks callers; new fields, events, codes and longer ids break nobody. */
export const versions = ['2026-11-01'] as const;
export const currentVersion = versions[0];

/** The version that an answer is made for. Throws a Problem `version_unknown`. */
export const versionOf = (headers: Readonly<Record<string, string | undefined>>): string => {
  const asked = headers['carillon-version'] ?? currentVersion;
  if (!(versions as readonly string[]).includes(asked)) throw new Problem('version_unknown');
  return asked;
};
