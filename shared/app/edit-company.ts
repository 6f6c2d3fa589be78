import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { CompanyPace } from '#domain/work/limits-of.ts';
import type { House } from './house.ts';
import { forgetCompany } from './known-company.ts';
import { companyPacePath } from './limits-of-sender.ts';
import { changeCompany, companyPath, type CompanyDocument } from './register-company.ts';
import { setSender } from './set-sender.ts';

/** A company with what it may send in a day, on the clock of its own zone. */
export type ShownCompany = Readonly<{ company: CompanyDocument; pace: CompanyPace | undefined }>;

/** Undefined where there is none. */
export const showCompany = async ({ documents }: House, companyId: string): Promise<ShownCompany | undefined> => {
  const company = (await documents.get<CompanyDocument>(companyPath(companyId)))?.data;
  return company && { company, pace: (await documents.get<CompanyPace>(companyPacePath(companyId)))?.data };
};

/** What is left out stays; `perDay: null`: as many as its senders may. */
export type CompanyEdit = Readonly<{
  companyId: string;
  by: string;
  name?: string | undefined;
  timezone?: string | undefined;
  perDay?: number | null | undefined;
}>;

/** Throws Refusals: an unknown company or zone, and a limit of days without a zone. */
export const editCompany = async (house: House, { companyId, by, name, timezone, perDay }: CompanyEdit, cause: Cause): Promise<void> => {
  const before = await showCompany(house, companyId);
  if (!before) throw new Refusal('company_unknown', `there is no company ${companyId}`);
  const paces = timezone !== undefined || perDay !== undefined;
  const zone = timezone ?? before.pace?.timezone;
  if (paces && zone === undefined)
    throw new Refusal('timezone_missing', 'a day begins and ends somewhere: say the time zone too, like America/Boise');
  const most = perDay === undefined ? before.pace?.perDay : (perDay ?? undefined);
  // what may be refused goes first
  if (paces && zone !== undefined) await setSender(house, { kind: 'company', companyId, timezone: zone, perDay: most }, cause);
  if (name !== undefined) await changeCompany(house, { type: 'RenameCompany', data: { companyId, name, by } }, cause);
  forgetCompany(house, companyId);
};
