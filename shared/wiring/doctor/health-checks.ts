import { checkTotals } from '#app/check-totals.ts';
import { healthOf } from '#app/health.ts';
import type { House } from '#app/house.ts';
import { ok, wrong, type Check } from './check.ts';

/** Resolves when the reporting database answers. */
type Ready = () => Promise<void>;

/** What the house itself knows to be wrong: what lags, what stopped moving, what was given up. */
const healthCheck = (house: House, ready: Ready): Check => ({
  name: 'health',
  next: 'look at the log of the house',
  run: async () => {
    // its own line says when the database does not come
    await ready().catch(() => undefined);
    const { status, problems, behindCommits } = await healthOf(house);
    const [first, ...more] = problems;
    if (!first) return ok(behindCommits === undefined ? status : `${status}; reports are ${behindCommits} commits behind`);
    const [says = first.says, ...next] = first.says.split(': ');
    const others = more.length === 0 ? '' : ` (and ${more.map(({ code }) => code).join(', ')})`;
    return wrong(`${says}${others}`, next.join(': ') || 'look at /health/ready');
  },
});

/** Whether the reporting tables agree with each other, rows without their other halves included. */
const totalsCheck = ({ readModel }: House, ready: Ready): Check => ({
  name: 'reports',
  next: 'the reporting tables could not be read: mend what "mysql" says first',
  run: async () => {
    await ready();
    const { problems } = await checkTotals(readModel);
    return problems.length === 0
      ? ok('the reporting tables agree with each other')
      : wrong(
          `${problems.length} differences between the reporting tables`,
          'run "carillon rebuild --verify": it makes them again from the log',
        );
  },
});

/** A house that is resting, opened only to be looked at, has nobody who works in it: that is no problem of it. */
export const healthChecks = (house: House, { resting, ready }: Readonly<{ resting: boolean; ready: Ready }>): readonly Check[] =>
  resting ? [totalsCheck(house, ready)] : [healthCheck(house, ready), totalsCheck(house, ready)];
