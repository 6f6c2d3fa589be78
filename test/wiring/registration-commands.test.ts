import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { carryOut } from '#wiring/commands.ts';
import type { OpenHouse } from '#wiring/open-house.ts';
import { openRegisteringHouse, type RegisteringHouse } from '../support/opened-registrar.ts';
import { goodBrand } from '../support/registration-facts.ts';

const example = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), 'utf8')) as Record<string, unknown>;
const companyId = 'co_main';

describe('the commands about registration', () => {
  let opened: RegisteringHouse;
  before(async () => (opened = await openRegisteringHouse()));
  after(() => opened.close());
  const run = (name: string, input: object) =>
    carryOut({ house: opened.house } as OpenHouse, name, { companyId, ...input }) as Promise<Record<string, unknown>>;

  it('take the examples from their files to a number that may send', async () => {
    const { id: brandId, ...facts } = example('brand');
    const { id: registrationId, brand, name, ...says } = example('registration');
    assert.deepEqual((await run('put-brand', { brandId, facts }))['missing'], []);
    assert.equal((await run('submit-brand', { brandId, provider: 'telnyx' }))['status'], 'pending');
    assert.equal((await run('look-at-brand', { brandId }))['status'], 'approved');
    assert.deepEqual((await run('put-registration', { registrationId, brandId: brand, name, facts: says }))['missing'], []);
    assert.equal((await run('submit-registration', { registrationId }))['status'], 'pending');
    assert.equal((await run('look-at-registration', { registrationId }))['status'], 'approved');
    const { numbers } = (await run('search-numbers', { provider: 'telnyx', areaCode: '208', limit: 2 })) as unknown as {
      numbers: { number: string }[];
    };
    const { number } = numbers[0]!;
    assert.equal((await run('buy-number', { number, provider: 'telnyx' }))['status'], 'owned');
    await run('assign-number', { number, registrationId });
    assert.equal((await run('look-at-number', { number }))['status'], 'assigned');
    const all = (await run('list-registered', {})) as unknown as { brands: object[]; registrations: object[] };
    assert.deepEqual([all.brands.length, all.registrations.length], [1, 1]);
    assert.equal((await run('suspend-number', { number, reason: 'complaints' }))['status'], 'assigned');
    assert.equal((await run('resume-number', { number }))['status'], 'assigned');
    assert.equal((await run('release-number', { number }))['status'], 'released');
  });
  it('say what is missing when something is written down, and what was refused', async () => {
    assert.match(String((await run('put-brand', { brandId: 'brd_dear', facts: goodBrand }))['costs']), /4 dollars/);
    const { missing } = (await run('put-brand', { brandId: 'brd_half', facts: { ...goodBrand, ein: '' } })) as unknown as {
      missing: { at: string }[];
    };
    assert.deepEqual(
      missing.map(({ at }) => at),
      ['ein'],
    );
    await assert.rejects(run('submit-brand', { brandId: 'brd_half', provider: 'telnyx' }), { code: 'brand_incomplete' });
    await opened.decide('telnyx', { kind: 'brand', status: 'rejected', said: 'The EIN does not match' });
    await run('put-brand', { brandId: 'brd_refused', facts: goodBrand });
    await run('submit-brand', { brandId: 'brd_refused', provider: 'telnyx' });
    const { status, reasons, said } = await run('look-at-brand', { brandId: 'brd_refused' });
    assert.deepEqual([status, said], ['rejected', ['The EIN does not match']]);
    assert.match(String(reasons), /tax number/);
  });
  for (const [name, input, code] of [
    ['submit-brand', { brandId: 'brd_none', provider: 'telnyx' }, 'brand_unknown'],
    ['look-at-brand', { brandId: 'brd_half', companyId: 'co_other' }, 'brand_unknown'],
    ['submit-registration', { registrationId: 'reg_none' }, 'registration_unknown'],
    ['buy-number', { number: '2085550199' }, 'input_invalid'],
    ['buy-number', { number: '+12085550199' }, 'company_unknown'],
    ['assign-number', { number: '+12085550199', registrationId: 'reg_none' }, 'registration_unknown'],
    ['put-brand', { brandId: 'brd_x', facts: { colour: 'red' } }, 'input_invalid'],
  ] as const)
    it(`refuse ${name} with ${code}`, () => assert.rejects(run(name, input), { code }));
});
