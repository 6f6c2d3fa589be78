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
