import { company } from '#domain/company/company.ts';
import { specFor } from '../../support/given.ts';

const { given } = specFor(company);
const account = { provider: 'twilio', accountId: 'AC1' };
const data = { companyId: 'co_a', name: 'Clinic', account };
const registered = { type: 'CompanyRegistered', data } as const;
const register = (change: object = {}) => ({ type: 'RegisterCompany', data: { ...data, ...change } }) as const;

describe('a company that nobody knows', () => {
  it('is registered with its provider account', () => given().when(register()).then(registered));
});

describe('a registered company', () => {
  it('is not registered twice', () => given(registered).when(register()).thenNothing());
  it('keeps its name', () =>
    given(registered)
      .when(register({ name: 'Another' }))
      .thenNothing());
  it('keeps its account', () =>
    given(registered)
      .when(register({ account: { ...account, accountId: 'AC2' } }))
      .thenRefused('company_known'));
  it('keeps its provider', () =>
    given(registered)
      .when(register({ account: { ...account, provider: 'other' } }))
      .thenRefused('company_known'));
});

const by = 'Ana';
const halted = {
  type: 'CompanyHalted',
  data: { companyId: 'co_a', by, reason: 'wrong texts', haltedAt: '2026-11-20T10:00:00.000Z' },
} as const;
const halt = { type: 'HaltCompany', data: halted.data } as const;
const lift = { type: 'LiftCompany', data: { companyId: 'co_a', by } } as const;
const lifted = { type: 'CompanyLifted', data: { companyId: 'co_a', by } } as const;

describe('a halt of everything that a company sends', () => {
  it('is recorded with who said so, when and why', () => given(registered).when(halt).then(halted));
  it('is there once, whoever says it again', () => given(registered, halted).when(halt).thenNothing());
  it('is lifted', () => given(registered, halted).when(lift).then(lifted));
  it('can be lifted only where it is there', () => given(registered).when(lift).thenNothing());
  it('comes again after it was lifted', () => given(registered, halted, lifted).when(halt).then(halted));
  it('is for companies that are known', () => given().when(halt).thenRefused('company_unknown'));
  it('ends for companies that are known', () => given().when(lift).thenRefused('company_unknown'));
});
