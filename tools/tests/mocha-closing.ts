export type MochaClosing = Readonly<{
  passing: number;
  pending: number;
  failing: number;
  /** the failed tests, each with its titles and its error, without the number in front; empty where none failed */
  failures: readonly string[];
}>;

const CLOSING = /^ {2}\d+ passing \(.*\)$/m;
const countOf = (closing: string, word: string): number => Number(new RegExp(`^ {2}(\\d+) ${word}$`, 'm').exec(closing)?.[1] ?? 0);

/** Reads how a run of mocha's spec reporter ended; undefined where it broke off before its end. Colours must be off. */
export const mochaClosing = (output: string): MochaClosing | undefined => {
  const at = output.search(CLOSING);
  if (at === -1) return undefined;
  const closing = output.slice(at);
  const passing = Number(/^ {2}(\d+) passing/m.exec(closing)?.[1] ?? 0);
  const [, ...failures] = closing.split(/^ {2}\d+\) /m);
  return { passing, pending: countOf(closing, 'pending'), failing: countOf(closing, 'failing'), failures };
};

/** Several runs told as one, in mocha's own form. */
export const closingLines = (runs: readonly MochaClosing[], seconds: number): string => {
  const sum = (count: (run: MochaClosing) => number): number => runs.reduce((total, run) => total + count(run), 0);
  const [pending, failing] = [sum((run) => run.pending), sum((run) => run.failing)];
  const time = seconds < 60 ? `${Math.round(seconds)}s` : `${Math.round(seconds / 60)}m`;
  const lines = [`  ${sum((run) => run.passing)} passing (${time})`];
  if (pending > 0) lines.push(`  ${pending} pending`);
  if (failing > 0) lines.push(`  ${failing} failing`);
  const failures = runs.flatMap((run) => run.failures).map((failure, index) => `  ${index + 1}) ${failure.trimEnd()}\n`);
  return `${lines.join('\n')}\n\n${failures.join('\n')}`;
};
