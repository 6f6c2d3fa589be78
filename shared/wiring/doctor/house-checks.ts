import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenHouse } from '../open-house.ts';
import type { Check } from './check.ts';
import { databaseChecks } from './database-checks.ts';
import { healthChecks } from './health-checks.ts';
import { storeChecks } from './store-checks.ts';

const latestFile = join(import.meta.dirname, '../../../sql/LATEST');
const readyMs = 25_000;

/** What only a house that is open can tell. `resting`: it was opened only to be looked at, so that nobody works in it. */
export const houseChecks = ({ house, reporting }: OpenHouse, { resting }: Readonly<{ resting: boolean }>): readonly Check[] => {
  const inspect = async () => {
    await reporting.ready(readyMs);
    return reporting.inspect();
  };
  return [
    ...storeChecks(house),
    ...databaseChecks(inspect, readFileSync(latestFile, 'utf8').trim()),
    ...healthChecks(house, { resting, ready: () => reporting.ready(readyMs) }),
  ];
};
