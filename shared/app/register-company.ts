import { company, type Account, type Company, type CompanyCommand, type Halt } from '#domain/company/company.ts';
import type { ConsentSettings } from '#domain/company/consent-settings.ts';
import type { Routing } from '#domain/company/routing.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { companyStream } from '#domain/kernel/streams.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';

export type CompanyDocument = Readonly<{
  name: string;
  account: Account;
  /** nothing of it is sent */
  halted?: Halt;
  /** what it says about consent */
  consent?: ConsentSettings;
}> &
  Routing;

export const companyPath = (companyId: string): string => `companies/${companyId}`;

const documentOf = (companyId: string, state: Company): readonly DocumentWrite[] => {
  if (state.status !== 'registered') return [];
  const { status: _, ...data } = state;
  return [{ path: companyPath(companyId), data: data satisfies CompanyDocument }];
};

/** A company's decision, and its document with it. Throws Refusals. */
export const changeCompany = async ({ store }: House, command: CompanyCommand, cause: Cause): Promise<Company> => {
  const { companyId } = command.data;
  const documents = (state: Company): readonly DocumentWrite[] => documentOf(companyId, state);
  return (await handle(store, company, { stream: companyStream(companyId), companyId, command, cause, documents })).state;
};

/** Registers a company once; throws a Refusal when it is known with another provider account. */
export const registerCompany = async (
  house: House,
  request: Readonly<{ companyId: string; name: string; account: Account }>,
  cause: Cause,
): Promise<void> => void (await changeCompany(house, { type: 'RegisterCompany', data: request }, cause));
