import type { Diagnosis } from '#wiring/doctor/check.ts';

/** Names of what the doctor found wrong. */
export const wrongs = (found: readonly Diagnosis[]): readonly string[] =>
  found.flatMap(({ name, state }) => (state === 'wrong' ? [name] : []));

/** What the doctor says of one part, and what to do. */
export const wordsOf = (found: readonly Diagnosis[], name: string): string => {
  const diagnosis = found.find((each) => each.name === name);
  return diagnosis?.state === 'wrong' ? `${diagnosis.says}; ${diagnosis.next}` : `ok: ${diagnosis?.says}`;
};
