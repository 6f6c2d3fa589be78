import { readFileSync } from 'node:fs';

/** Replies of one sitting in `test/fixtures/replies`, by what they are: one a line, under "# stop", "# other" or the name of an answer. "\n" stands for a new line. */
export const sitting = (name: string): ReadonlyMap<string, readonly string[]> => {
  const text = readFileSync(new URL(`../../fixtures/replies/${name}.txt`, import.meta.url), 'utf8');
  const parts = text
    .split(/^# (?=(?:stop|other|confirm|cancel|reschedule|unclear)$)/mu)
    .slice(1)
    .map((part) => part.trim().split('\n'));
  return new Map(parts.map(([head = '', ...lines]) => [head, lines.map((line) => line.replaceAll('\\n', '\n'))]));
};
