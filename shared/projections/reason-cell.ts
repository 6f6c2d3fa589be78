import { textCell } from './cells.ts';

/** Codes of why something was refused, for people who look them up: `opt_in, samples`. */
export const reasonCell = (reasons: readonly Readonly<{ code: string }>[]): string | null =>
  reasons.length === 0 ? null : textCell([...new Set(reasons.map(({ code }) => code))].join(', '), 500);
