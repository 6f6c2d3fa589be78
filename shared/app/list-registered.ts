import type { Missing } from '#domain/registration/missing.ts';
import { checkBrand } from '#domain/registration/check-brand.ts';
import { costOfBrand, costOfRegistration } from '#domain/registration/fees.ts';
import { checkRegistration } from '#domain/registration/check-registration.ts';
import { reasonWords, type Reason } from '#domain/registration/reasons.ts';
import type { House } from './house.ts';
import { duePages } from './due-pages.ts';
import { readBrand, readRegistration } from './read-brand.ts';
import type { BrandDocument, RegistrationDocument } from './registrar-look.ts';

/** How something stands, for whoever asks. `said`: the provider's own words. */
type Shown = Readonly<{
  status: string;
  provider?: string;
  reference?: string;
  carrierId?: string;
  /** why it was refused, in words */
  reasons: readonly string[];
  said?: readonly string[];
  /** what would be refused, and what is advised */
  missing: readonly Missing[];
  /** what handing it in as it is written costs; left out: there is nothing to hand in */
  costs?: string;
}>;
export type ShownBrand = Shown & Readonly<{ brandId: string; displayName?: string; score?: number; tier?: string }>;
export type ShownRegistration = Shown &
  Readonly<{ registrationId: string; brandId: string; useCase?: string; expiresAt?: string; perSecond?: number; tier?: string }>;

/** More than a command line shows; whoever has more asks the tables. */
const most = 1_000;
const endOfTime = '9999';

const idsIn = async <T extends Readonly<{ companyId: string; standing?: unknown }>>(
  { documents }: House,
  collection: string,
  companyId: string,
): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const page of duePages<T>(documents, collection, endOfTime)) {
    for (const { path, data } of page)
      if (data.companyId === companyId && data.standing !== undefined) ids.push(path.slice(collection.length + 1));
    if (ids.length >= most) break;
  }
  return ids.slice(0, most);
};

type Told = Readonly<{
  status: string;
  via?: Readonly<{ provider: string }>;
  reference?: string;
  carrierId?: string;
  reasons: readonly Reason[];
  said: readonly string[];
}>;

const shown = ({ status, via, reference, carrierId, reasons, said }: Told, missing: readonly Missing[]): Shown => ({
  status,
  ...(via ? { provider: via.provider } : {}),
  ...(reference === undefined ? {} : { reference }),
  ...(carrierId === undefined ? {} : { carrierId }),
  reasons: reasons.map(reasonWords),
  ...(said.length > 0 ? { said } : {}),
  missing,
});

/** Undefined where the company has no such brand. */
export const showBrand = async (house: House, companyId: string, brandId: string): Promise<ShownBrand | undefined> => {
  const state = await readBrand(house, brandId);
  if (state.status === 'unknown' || state.companyId !== companyId) return undefined;
  const { facts, score, tier } = state;
  const costs = costOfBrand({ ...state, entityType: facts?.entityType });
  return {
    brandId,
    ...(facts?.displayName === undefined ? {} : { displayName: facts.displayName }),
    ...(score === undefined ? {} : { score }),
    ...(tier === undefined ? {} : { tier }),
    ...shown(state, facts ? checkBrand(facts) : []),
    ...(costs === undefined ? {} : { costs }),
  };
};

/** Undefined where the company has no such registration. */
export const showRegistration = async (house: House, companyId: string, registrationId: string): Promise<ShownRegistration | undefined> => {
  const state = await readRegistration(house, registrationId);
  if (state.status === 'unknown' || state.companyId !== companyId) return undefined;
  const brand = await readBrand(house, state.brandId);
  const { displayName, entityType, website } = (brand.status === 'unknown' ? undefined : brand.facts) ?? {};
  const { facts, brandId, expiresAt, perSecond, tier } = state;
  const costs = costOfRegistration({ ...state, useCase: facts?.useCase });
  return {
    registrationId,
    brandId,
    ...(facts?.useCase === undefined ? {} : { useCase: facts.useCase }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(perSecond === undefined ? {} : { perSecond }),
    ...(tier === undefined ? {} : { tier }),
    ...shown(state, facts ? checkRegistration(facts, { displayName, entityType, website }) : []),
    ...(costs === undefined ? {} : { costs }),
  };
};

export type ListRegistered = Readonly<{ brands: readonly ShownBrand[]; registrations: readonly ShownRegistration[] }>;

/** Brands and registrations of a company as they stand. */
export const listRegistered = async (house: House, companyId: string): Promise<ListRegistered> => {
  const brandIds = await idsIn<BrandDocument>(house, 'brands', companyId);
  const registrationIds = await idsIn<RegistrationDocument>(house, 'registrations', companyId);
  const brands = await Promise.all(brandIds.map((id) => showBrand(house, companyId, id)));
  const registrations = await Promise.all(registrationIds.map((id) => showRegistration(house, companyId, id)));
  return { brands: brands.flatMap((one) => one ?? []), registrations: registrations.flatMap((one) => one ?? []) };
};
