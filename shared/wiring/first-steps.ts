import { join } from 'node:path';
import { carryOut } from './commands.ts';
import type { LiveHouse } from './live-house.ts';
import { readJson } from './read-json.ts';
import { topics } from '#app/topics.ts';

const rows = 200;
const campaignFile = join(import.meta.dirname, '../../examples/now.json');
const names = 'Ana Ben Cleo Dev Eva Finn Gia Hugo Ines Jon Kim Lea Max Nia Omar Pia Quin Rosa Sam Tia'.split(' ');
const doctors = ['Dr. Prado', 'Dr. Ortiz', 'Dr. Raman', 'Dr. Kim'];

/** People who do not exist, with numbers of the exchange 555 that reach nobody. */
const sampleFile = (): string => {
  const line = (n: number): string =>
    [`P${n}`, names[n % names.length], `+1208555${String(n % 10_000).padStart(4, '0')}`, doctors[n % doctors.length]].join(',');
  return ['patient_id,first_name,phone,doctor', ...Array.from({ length: rows }, (_, n) => line(n)), ''].join('\r\n');
};

/** Something to look at for whoever starts the house for the first time: a campaign that sends at once, and a file. Once per folder. */
export const takeFirstSteps = async (live: LiveHouse): Promise<Readonly<{ campaignId: string; companyId: string }>> => {
  const companyId = 'co_main';
  const { campaignId } = (await carryOut(live, 'put-campaign', { companyId, definition: readJson(campaignFile) })) as {
    campaignId: string;
  };
  await carryOut(live, 'approve-campaign', { campaignId });
  await carryOut(live, 'activate-campaign', { campaignId });
  const path = `drops/${companyId}/${campaignId}/first-steps.csv`;
  if (!(await live.house.files.stat(path))) await live.house.files.write(path, sampleFile());
  await live.bus.publish(topics.dropFinalized, [{ data: { path }, key: path }]);
  return { campaignId, companyId };
};
