import assert from 'node:assert/strict';
import { project } from '#app/project.ts';
import { enterHouse } from '#wiring/current-house.ts';
import { samplesOf, type ApiUnderTest } from '../contracts/api.contract.ts';
import { assertDescribed, operations } from '../support/api-answers.ts';
import { callOperation, furnish, type Asking } from '../support/api-house.ts';
import { openRegisteringHouse, type RegisteringHouse } from '../support/opened-registrar.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';
import type { Sample } from './samples/sample.ts';

/** Samples that say what is missing in the houses of the contract tests: reports (503), a provider or a registrar (409). */
const isLacking = ({ reports, alone }: Sample): boolean => reports !== undefined || alone !== undefined;

/**
 * With MariaDB behind the reports and a registry behind the provider there is no excuse left: together with the contract of the other houses,
 * each operation is driven to a success over HTTP.
 */
describe('the API of a house that has everything', () => {
  let reporting: Reporting;
  let opened: RegisteringHouse;
  let api: ApiUnderTest;
  let samples: ReadonlyMap<string, Sample>;
  const succeeded = new Set<string>();
  before(async () => {
    reporting = await openReporting();
    opened = await openRegisteringHouse({ listening: true, readModel: reporting.readModel });
    enterHouse(opened.house);
    api = { ...(await furnish(opened.house, opened.twilioAccount)), origin: opened.house.publicUrl };
    samples = await samplesOf(api);
    for (const partition of api.house.store.partitions()) await project(api.house, partition);
  });
  after(async () => {
    await opened.close();
    await reporting.close();
  });

  const call = async (id: string, asking: Asking = samples.get(id) ?? {}): Promise<void> => {
    const operation = operations.find((one) => one.id === id);
    assert.ok(operation, id);
    const { path, query, body, headers } = asking;
    const own = { ...(path && { path }), ...(query && { query }), ...(body === undefined ? {} : { body }), ...(headers && { headers }) };
    const answer = await callOperation(api.origin, operation, { key: api.key, ...own });
    assertDescribed(operation, answer);
    assert.ok(answer.status < 300, `${id}: ${answer.status} ${answer.text}`);
    succeeded.add(id);
  };
  const decide = (kind: 'brand' | 'campaign', status: 'approved' | 'rejected') =>
    opened.decide('twilio', { kind, status, ...(kind === 'brand' ? { score: 80 } : {}) });
  const brand = () => ({ path: samples.get('submitBrand')!.path! });
  const registration = () => ({ path: samples.get('submitRegistration')!.path! });
  it('takes a brand, a registration and a number as far as they go', async () => {
    await call('submitBrand');
    await decide('brand', 'approved');
    await call('lookAtBrand', brand());
    await call('submitRegistration');
    await decide('campaign', 'rejected');
    await call('lookAtRegistration', registration());
    await call('appealRegistration', { ...registration(), body: { argument: 'Look again.', by_letter: true } });
    await decide('campaign', 'approved');
    await call('lookAtRegistration', registration());
    await call('searchNumbers');
    await call('buyNumber');
    const path = { number: String(Object(samples.get('buyNumber')!.body)['number']) };
    await call('assignNumber', { path, body: { registration: registration().path['id'] } });
    await call('releaseNumber', { path });
  });

  it('leaves no operation without a success', async () => {
    const lacking = operations.map(({ id }) => id).filter((id) => isLacking(samples.get(id) ?? {}) && !succeeded.has(id));
    for (const id of lacking) await call(id);
    assert.ok(lacking.length > 5 && samples.size === operations.length);
  });
});
