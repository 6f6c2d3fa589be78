import { namesCompany, type CompiledDefinition } from '#domain/message/compile-definition.ts';
import type { House } from './house.ts';
import { withLocations } from './with-locations.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';

/** The campaign with the company's name beside its rows, looked up only where a message names who sends it, and its sites where a column names them. */
export const withCompany = async (
  house: House,
  companyId: string,
  bare: CompiledDefinition,
  /** what another text names, that is no message of the campaign's own */ others: readonly string[] = [],
): Promise<CompiledDefinition> => {
  const compiled = await withLocations(house, companyId, bare);
  if (!namesCompany(compiled) && !others.includes('company')) return compiled;
  const company = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data;
  return company ? { ...compiled, beside: { ...compiled.beside, company: { name: company.name } } } : compiled;
};
