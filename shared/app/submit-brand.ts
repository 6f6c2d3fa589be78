import type { Account } from '#domain/company/company.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Brand } from '#domain/registration/brand.ts';
import { changeBrand } from './change-brand.ts';
import type { House } from './house.ts';
import { after, noticeUrlOf, registrarOf } from './registrar-of.ts';

export type BrandSubmission = Readonly<{ brandId: string; companyId: string; by: string; account?: Account | undefined }>;

/**
 * Hands a brand to its provider, an intent before the call. Whoever asks again after a call that came to nothing finds what it made. Throws a
 * Refusal that says all that is missing.
 */
export const submitBrand = async (house: House, { brandId, companyId, by, account }: BrandSubmission, cause: Cause): Promise<Brand> => {
  const registrar = await registrarOf(house, companyId, account);
  const { name: provider, accountId } = registrar;
  const data = { brandId, companyId, provider, accountId, by, now: cause.now };
  const state = await changeBrand(house, { type: 'SubmitBrand', data }, cause);
  if (state.status !== 'submitting' || !state.facts) return state;
  const { facts, reference } = state;
  const submission = await registrar.submitBrand({ brandId, facts, reference, noticeUrl: noticeUrlOf(house, registrar) });
  return changeBrand(house, { type: 'RecordBrandSubmission', data: { brandId, companyId, submission } }, after(cause, 'submitted'));
};
