import { createHash } from 'node:crypto';
import { testProvider } from '#domain/company/test-account.ts';
import { idBody } from '#domain/kernel/ids.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { House } from './house.ts';
import { companyPath, registerCompany, type CompanyDocument } from './register-company.ts';

/** The company that stands for another one in whatever a test key does: its data is its own, and its messages reach nobody. */
export const testCompanyOf = (companyId: string): string =>
  `co_t${idBody(createHash('sha256').update(`test of ${companyId}`).digest(), 16)}`;

const mostRemembered = 5_000;
const there = new WeakMap<House, Set<string>>();

/** Its id; it is registered when it is first asked for. */
export const testCompany = async (house: House, companyId: string, cause: Cause): Promise<string> => {
  const testId = testCompanyOf(companyId);
  const known = there.get(house) ?? new Set<string>();
  there.set(house, known);
  if (known.has(testId)) return testId;
  const name = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data.name ?? companyId;
  await registerCompany(house, { companyId: testId, name, account: { provider: testProvider, accountId: testId } }, cause);
  if (known.size >= mostRemembered) known.clear();
  known.add(testId);
  return testId;
};
