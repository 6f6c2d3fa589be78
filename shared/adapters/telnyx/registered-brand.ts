import type Telnyx from 'telnyx';
import { z } from 'zod';
import type { BrandFacts } from '#domain/registration/brand-facts.ts';
import type { BrandStanding, Submission } from '#domain/registration/standing.ts';
import type { BrandToSubmit } from '#ports/registrar.ts';
import { refusedFor, readable, submissionOfError, unlessGone } from './refusal-reasons.ts';

type Brands = Telnyx['messaging10dlc']['brand'];
type BrandParams = Parameters<Brands['create']>[0];
export type Authorized = () => Readonly<{ headers: Readonly<Record<string, string>> }>;

/** Our id travels in the address, so that what an interrupted call made can be found again. */
export const noticeUrlFor = (noticeUrl: string, id: string): string => `${noticeUrl}?of=${id}`;

const paramsOf = ({ brandId, facts, noticeUrl }: BrandToSubmit): BrandParams => {
  const { displayName = '', email = '', country = '', entityType = '', vertical = '', jobTitle: _, ...others } = facts satisfies BrandFacts;
  const told = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== ''));
  return {
    ...told,
    displayName,
    email,
    country,
    // checked before: the registry's own words
    entityType: entityType as BrandParams['entityType'],
    vertical: vertical as BrandParams['vertical'],
    webhookURL: noticeUrlFor(noticeUrl, brandId),
  };
};

const mostNamesakes = 20;

/** What an earlier call made whose answer was lost: several brands may have the name, one alone our address. */
const findBrand = async (brands: Brands, auth: Authorized, { brandId, facts, noticeUrl }: BrandToSubmit): Promise<string | undefined> => {
  const page = await brands.list({ displayName: facts.displayName ?? '', recordsPerPage: mostNamesakes }, auth());
  const url = noticeUrlFor(noticeUrl, brandId);
  for (const { brandId: id, displayName } of page.records.slice(0, mostNamesakes)) {
    if (id === undefined || displayName !== facts.displayName) continue;
    const { webhookURL } = await brands.retrieve(id, auth());
    if (webhookURL === url) return id;
  }
  return undefined;
};

export const submitBrand = async (brands: Brands, auth: Authorized, brand: BrandToSubmit): Promise<Submission> => {
  try {
    const known = brand.reference ?? (await findBrand(brands, auth, brand));
    if (known !== undefined) {
      if (brand.reference !== undefined) await brands.update(known, paramsOf(brand), auth());
      return { kind: 'submitted', reference: known };
    }
    const { brandId } = await brands.create(paramsOf(brand), auth());
    return brandId === undefined ? { kind: 'unknown', code: 'unreadable_answer' } : { kind: 'submitted', reference: brandId };
  } catch (error) {
    return submissionOfError(error);
  }
};

const scored = z.array(
  z.object({ vettingScore: z.coerce.number().min(0).max(100).optional().catch(undefined), vettedDate: z.string().nullish() }),
);

/** The newest vetting's. */
const scoreOf = async (brands: Brands, auth: Authorized, id: string): Promise<number | undefined> => {
  const list = scored.safeParse(await brands.externalVetting.list(id, auth()).catch(unlessGone));
  const vetted = list.success ? list.data.filter(({ vettingScore }) => vettingScore !== undefined) : [];
  const newest = vetted.toSorted((one, other) => ((one.vettedDate ?? '') < (other.vettedDate ?? '') ? 1 : -1))[0];
  return newest?.vettingScore === undefined ? undefined : Math.round(newest.vettingScore);
};

const looked = z.object({
  status: z.string().nullish(),
  identityStatus: z.string().nullish(),
  failureReasons: z.unknown().optional(),
  tcrBrandId: z.string().nullish(),
});

export const lookAtBrand = async (brands: Brands, auth: Authorized, id: string): Promise<BrandStanding | undefined> => {
  const answer = await brands.retrieve(id, auth()).catch(unlessGone);
  if (answer === undefined) return undefined;
  const { status, identityStatus, failureReasons, tcrBrandId } = readable(looked, answer);
  if (status === 'REGISTRATION_FAILED') return { status: 'rejected', ...refusedFor(failureReasons) };
  if (status !== 'OK') return { status: 'pending' };
  if (identityStatus === 'UNVERIFIED') {
    const feedback = await brands.getFeedback(id, auth()).catch(unlessGone);
    const { reasons, said } = refusedFor(
      feedback?.category.map(({ id: code, description, fields }) => ({ code, description, fields })) ?? [],
    );
    return { status: 'rejected', reasons: said.length > 0 ? reasons : [{ code: 'identity_unverified' }], said };
  }
  const score = await scoreOf(brands, auth, id);
  return { status: 'approved', ...(tcrBrandId ? { carrierId: tcrBrandId } : {}), ...(score === undefined ? {} : { score }) };
};
