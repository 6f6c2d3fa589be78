import { projectedTables } from '#projections/all-projections.ts';
import { timeCell } from '#projections/cells.ts';
import { ReadModelAway } from '#ports/read-model.ts';
import { checkTotals } from './check-totals.ts';
import { endedBefore } from './consent-ends-at.ts';
import type { House } from './house.ts';

type MaintainHouse = Pick<House, 'readModel' | 'log' | 'clock'>;

/** A month in the table that people look at, then a year and more in its archive. */
const keptDays = 30;
const archivedDays = 400;
const most = 5_000;
/** What is left over waits for the next night; milliseconds. */
const archivingMs = 120_000;

/** Rows of the ledger that lose their proof in one night, at most. */
const mostEnded = 100_000;

const dayMs = 86_400_000;

/** Batch after batch by one and the same cut, so that no row is dropped that was not moved. */
const archive = async ({ readModel, log, clock }: MaintainHouse): Promise<void> => {
  const now = Date.parse(clock.now());
  const daysAgo = (days: number): string => timeCell(new Date(now - days * dayMs).toISOString());
  const begun = clock.realMs();
  const sum = { moved: 0, dropped: 0 };
  for (const table of projectedTables.filter((one) => one.archive !== undefined))
    for (;;) {
      const { moved, dropped } = await readModel.archive({ table, before: daysAgo(keptDays), dropBefore: daysAgo(archivedDays), most });
      sum.moved += moved;
      sum.dropped += dropped;
      if ((moved < most && dropped < most) || clock.realMs() - begun > archivingMs) break;
    }
  if (sum.moved + sum.dropped > 0) log.info(sum, 'webhooks that are dealt with are in the archive');
};

/**
 * At night the reporting tables are held against each other; what does not add up is an error in the log, and an alert. Webhooks that are
 * dealt with go into their archive.
 */
export const maintain = async (house: MaintainHouse): Promise<void> => {
  const { readModel, log } = house;
  try {
    await archive(house);
    await readModel.endConsents(endedBefore(house.clock.now()), mostEnded);
    const { ok, problems } = await checkTotals(readModel);
    if (ok) log.info({ check: 'totals' }, 'the reporting tables agree with each other');
    else log.error({ check: 'totals', problems: problems.length }, 'the reporting tables disagree: run carillon rebuild --verify');
  } catch (error) {
    if (!(error instanceof ReadModelAway)) throw error;
    log.warn({ check: 'totals' }, 'the reporting database does not answer; the tables are checked tomorrow');
  }
};
