import type { Company } from '#domain/company/company.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { House } from './house.ts';
import { forgetCompany, knownCompany } from './known-company.ts';
import { changeCompany, type CompanyDocument } from './register-company.ts';
import { wakeQueue } from './wake-queue.ts';

/** Whether nothing of the company may leave. Asked before each call of a provider, so it looks at the document every two seconds only. */
export const isHalted = async (house: House, companyId: string): Promise<boolean> =>
  (await knownCompany(house, companyId))?.halted !== undefined;

/** Throws a Refusal where nothing of the company may leave. */
export const assertNotHalted = ({ halted }: Pick<CompanyDocument, 'halted'>, companyId: string): void => {
  if (!halted) return;
  throw new Refusal(
    'company_halted',
    `${halted.by} stopped everything that ${companyId} sends at ${halted.since}: "carillon company lift ${companyId}" lets it go on`,
  );
};

/** What a halt is asked with. `by`: who says so. */
export type HaltRequest = Readonly<{ companyId: string; by: string; reason?: string | undefined }>;

/**
 * Nothing of the company leaves any more, whatever the campaign: no call of a provider begins later than two seconds from now, and what has
 * begun ends within the provider's time-out. Everything that waits keeps its place. Again: nothing. Throws a Refusal for an unknown company.
 */
export const haltCompany = async (house: House, request: HaltRequest, cause: Cause): Promise<Company> => {
  const state = await changeCompany(house, { type: 'HaltCompany', data: { ...request, haltedAt: cause.now } }, cause);
  forgetCompany(house, request.companyId);
  return state;
};

/** What waits goes on at once, not at the next tick; what became too late meanwhile expires. Throws a Refusal for an unknown company. */
export const liftCompany = async (house: House, { companyId, by }: Omit<HaltRequest, 'reason'>, cause: Cause): Promise<Company> => {
  const state = await changeCompany(house, { type: 'LiftCompany', data: { companyId, by } }, cause);
  forgetCompany(house, companyId);
  await wakeQueue(house, companyId, cause.now);
  return state;
};
