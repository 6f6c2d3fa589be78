import type { Account } from '#domain/company/company.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Brand } from '#domain/registration/brand.ts';
import type { Registration } from '#domain/registration/registration-state.ts';
import { changeRegistration } from './change-registration.ts';
import type { House } from './house.ts';
import { readBrand, readRegistration } from './read-brand.ts';
import { after, noticeUrlOf, registrarOf } from './registrar-of.ts';

export type RegistrationSubmission = Readonly<{
  registrationId: string;
  companyId: string;
  by: string;
  account?: Account | undefined;
}>;

type Approved = Exclude<Brand, { status: 'unknown' }> & Readonly<{ reference: string }>;

/** Carriers take no registration of a brand that they don't know. */
const approvedBrand = (brandId: string, companyId: string, brand: Brand): Approved => {
  if (brand.status !== 'approved' || brand.companyId !== companyId || brand.reference === undefined)
    throw new Refusal(
      'brand_not_approved',
      `${brandId} is ${brand.status}: its registrations can be submitted when it is approved ("carillon brands look ${brandId}")`,
    );
  return { ...brand, reference: brand.reference };
};

/** Hands a registration to its provider, an intent before the call. Throws a Refusal that says all that is missing. */
export const submitRegistration = async (
  house: House,
  { registrationId, companyId, by, account }: RegistrationSubmission,
  cause: Cause,
): Promise<Registration> => {
  const known = await readRegistration(house, registrationId);
  if (known.status === 'unknown' || known.companyId !== companyId)
    throw new Refusal(
      'registration_unknown',
      `${companyId} has no registration ${registrationId}: "carillon registrations list" shows all`,
    );
  const brand = approvedBrand(known.brandId, companyId, await readBrand(house, known.brandId));
  const registrar = await registrarOf(house, companyId, account ?? brand.via);
  const { name: provider, accountId } = registrar;
  const { displayName, entityType, website } = brand.facts ?? {};
  const data = { registrationId, companyId, provider, accountId, by, now: cause.now, brand: { displayName, entityType, website } };
  const state = await changeRegistration(house, { type: 'SubmitRegistration', data }, cause);
  if (state.status !== 'submitting' || !state.facts) return state;
  const { facts, reference } = state;
  const noticeUrl = noticeUrlOf(house, registrar);
  const submission = await registrar.submitRegistration({ registrationId, facts, brandReference: brand.reference, reference, noticeUrl });
  const recorded = { registrationId, companyId, submission };
  return changeRegistration(house, { type: 'RecordRegistrationSubmission', data: recorded }, after(cause, 'submitted'));
};
