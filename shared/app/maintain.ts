import { ReadModelAway } from '#ports/read-model.ts';
import { checkTotals } from './check-totals.ts';
import type { House } from './house.ts';

/** At night the reporting tables are held against each other; what does not add up is an error in the log, and an alert. */
export const maintain = async ({ readModel, log }: Pick<House, 'readModel' | 'log'>): Promise<void> => {
  try {
    const { ok, problems } = await checkTotals(readModel);
    if (ok) log.info({ check: 'totals' }, 'the reporting tables agree with each other');
    else log.error({ check: 'totals', problems: problems.length }, 'the reporting tables disagree: run carillon rebuild --verify');
  } catch (error) {
    if (!(error instanceof ReadModelAway)) throw error;
    log.warn({ check: 'totals' }, 'the reporting database does not answer; the tables are checked tomorrow');
  }
};
