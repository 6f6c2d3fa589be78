import type { Account } from '#domain/company/company.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Registrar } from '#ports/registrar.ts';
import type { House } from './house.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';

/** Who registers for a company: the account that was said, else its own. Throws a Refusal where this house has nobody for it. */
export const registrarOf = async (house: House, companyId: string, said?: Account): Promise<Registrar> => {
  const account = said ?? (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data.account;
  if (!account)
    throw new Refusal('company_unknown', `there is no company ${companyId}: it comes with its first campaign, or say "--provider"`);
  const registrar = await house.registrarFor?.(account);
  if (registrar) return registrar;
  throw new Refusal(
    'registrar_unknown',
    `nobody registers anything through ${account.provider} here: open the house first ("carillon start"), or look whether its account is configured (docs/REGISTRATION.md)`,
  );
};

export const noticeUrlOf = ({ publicUrl }: Pick<House, 'publicUrl'>, { name }: Pick<Registrar, 'name'>): string =>
  `${publicUrl}/messages/status/${name}`;

/** Of a decision that follows from another one of the same request. */
export const after = <C extends Readonly<{ id: string }>>(cause: C, step: string): C => ({ ...cause, id: `${cause.id}:${step}` });
