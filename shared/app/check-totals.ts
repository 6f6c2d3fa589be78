import type { ReadModel } from '#ports/read-model.ts';

/** `problems` say what does not add up, in words and numbers, at most a hundred of a kind. */
export type CheckedTotals = Readonly<{ ok: boolean; problems: readonly string[] }>;

const checks = [
  ['check-message-counters', 'counters differ from the messages'],
  ['check-touch-counters', 'counters differ from the decided touches'],
  ['check-orphans', 'rows are alone'],
] as const;

/**
 * Whether the reporting tables agree with each other: counters with the rows that they count, rows with their other halves. While events
 * arrive, other halves may lag for a moment. Throws ReadModelAway.
 */
export const checkTotals = async (readModel: Pick<ReadModel, 'report'>): Promise<CheckedTotals> => {
  const problems: string[] = [];
  for (const [name, words] of checks) {
    const { rows } = await readModel.report(name, {});
    for (const row of rows) problems.push(`${words}: ${JSON.stringify(row)}`);
  }
  return { ok: problems.length === 0, problems };
};
