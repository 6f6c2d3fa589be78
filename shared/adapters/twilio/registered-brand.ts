import type { BrandStanding, Submission } from '#domain/registration/standing.ts';
import type { BrandToSubmit } from '#ports/registrar.ts';
import { customerProfile, messagingProfile } from './business-profile.ts';
import { refusedFor, submissionOfError, unlessGone } from './registration-errors.ts';
import type { RegistrationResources } from './registration-resources.ts';

const mostBrands = 1_000;

/** Our id travels in the address, for people who look at it. */
export const noticeUrlFor = (noticeUrl: string, id: string): string => `${noticeUrl}?of=${id}`;

const refusedHere = (code: 'not_eligible' | 'setup_missing'): Submission => ({ kind: 'refused', retryable: false, reasons: [{ code }] });

/** Profile, messaging profile, then the brand: each that is there already is taken, not made again. */
export const submitBrand = async (
  resources: RegistrationResources,
  brand: BrandToSubmit,
  primaryProfile: string | undefined,
): Promise<Submission> => {
  const { brands } = resources;
  // they go a way of their own, with a code to a phone that only a person can read
  if (brand.facts.entityType === 'SOLE_PROPRIETOR') return refusedHere('not_eligible');
  if (primaryProfile === undefined) return refusedHere('setup_missing');
  try {
    const options = { brand, primaryProfile, statusCallback: noticeUrlFor(brand.noticeUrl, brand.brandId) };
    const customerProfileBundleSid = await customerProfile(resources, options);
    const a2PProfileBundleSid = await messagingProfile(resources, customerProfileBundleSid, options);
    if (brand.reference !== undefined) {
      await brands(brand.reference).update();
      return { kind: 'submitted', reference: brand.reference };
    }
    const all = await brands.list({ limit: mostBrands });
    const known = all.find((one) => one.customerProfileBundleSid === customerProfileBundleSid);
    const { sid } = known ?? (await brands.create({ customerProfileBundleSid, a2PProfileBundleSid }));
    return typeof sid === 'string' ? { kind: 'submitted', reference: sid } : { kind: 'unknown', code: 'unreadable_answer' };
  } catch (error) {
    return submissionOfError(error);
  }
};

export const lookAtBrand = async ({ brands }: RegistrationResources, sid: string): Promise<BrandStanding | undefined> => {
  const found = await brands(sid).fetch().catch(unlessGone);
  if (!found) return undefined;
  const { status, identityStatus, tcrId, brandScore, russell3000, errors, failureReason } = found;
  if (status === 'FAILED') return { status: 'rejected', ...refusedFor(errors, failureReason) };
  if (status === 'SUSPENDED')
    return { status: 'suspended', reasons: [{ code: 'suspended_by_carrier' }], said: refusedFor(errors, failureReason).said };
  if (status !== 'APPROVED') return { status: 'pending' };
  if (identityStatus === 'UNVERIFIED')
    return { status: 'rejected', reasons: [{ code: 'identity_unverified' }], said: refusedFor(errors, failureReason).said };
  const score = typeof brandScore === 'number' && brandScore >= 0 && brandScore <= 100 ? Math.round(brandScore) : undefined;
  return {
    status: 'approved',
    ...(tcrId ? { carrierId: tcrId } : {}),
    ...(score === undefined ? {} : { score }),
    ...(russell3000 ? { listed: true } : {}),
  };
};
