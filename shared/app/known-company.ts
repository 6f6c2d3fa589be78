import type { House } from './house.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';

/** Whoever is asked again within this real time says the same: what was changed is seen by every handler at most so much later, milliseconds. */
const rememberedMs = 2_000;
const mostRemembered = 1_000;

type Known = Readonly<{ company: CompanyDocument | undefined; until: number }>;

const seen = new WeakMap<House, Map<string, Known>>();

/** What somebody has just read of the company, or written. */
export const noteCompany = (house: House, companyId: string, company: CompanyDocument | undefined): void => {
  const memory = seen.get(house) ?? new Map<string, Known>();
  seen.set(house, memory);
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(companyId, { company, until: house.clock.realMs() + rememberedMs });
};

/** The next one who asks reads it. */
export const forgetCompany = (house: House, companyId: string): void => void seen.get(house)?.delete(companyId);

/** The company as it was at most two seconds ago: asked before each call of a provider, so not read each time. */
export const knownCompany = async (house: House, companyId: string): Promise<CompanyDocument | undefined> => {
  const known = seen.get(house)?.get(companyId);
  if (known && known.until > house.clock.realMs()) return known.company;
  const company = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data;
  noteCompany(house, companyId, company);
  return company;
};
