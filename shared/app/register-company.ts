import { company, type Account, type Halt } from '#domain/company/company.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { companyStream } from '#domain/kernel/streams.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';

export type CompanyDocument = Readonly<{
  name: string;
  account: Account;
  /** nothing of it is sent */
  halted?: Halt;
}>;

export const companyPath = (companyId: string): string => `companies/${companyId}`;

/** Registers a company once; throws a Refusal when it is known with another provider account. */
export const registerCompany = async (
  { store }: House,
  request: Readonly<{ companyId: string; name: string; account: Account }>,
  cause: Cause,
): Promise<void> => {
  const document: CompanyDocument = { name: request.name, account: request.account };
  await handle(store, company, {
    stream: companyStream(request.companyId),
    companyId: request.companyId,
    command: { type: 'RegisterCompany', data: request },
    cause,
    documents: () => [{ path: companyPath(request.companyId), data: document }],
  });
};
