import type { Command, Decider } from '../kernel/decider.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { TierName } from '../work/carrier-tiers.ts';
import type { BrandEvent } from './brand-events.ts';
import type { BrandFacts } from './brand-facts.ts';
import { checkBrand } from './check-brand.ts';
import type { RegistrarAccount } from './event-parts.ts';
import type { Reason } from './reasons.ts';
import { sameFacts } from './same-facts.ts';
import type { BrandStanding, Submission } from './standing.ts';
import { assertComplete, assertNobodySubmits } from './submitting.ts';
import { tierOfBrand } from './tier-of.ts';

// Commands

type About = Readonly<{ brandId: string; companyId: string }>;
export type PutBrand = Command<'PutBrand', About & { by: string; facts: BrandFacts }>;
/** `now`: business time, UTC ISO */
export type SubmitBrand = Command<'SubmitBrand', About & RegistrarAccount & { by: string; now: string }>;
export type RecordBrandSubmission = Command<'RecordBrandSubmission', About & { submission: Submission }>;
/** What the provider says of it now. */
export type ReportBrand = Command<'ReportBrand', About & { standing: BrandStanding }>;
export type BrandCommand = PutBrand | SubmitBrand | RecordBrandSubmission | ReportBrand;

// State

export type BrandStatus = 'draft' | 'submitting' | 'pending' | 'approved' | 'rejected' | 'suspended';
type KnownBrand = Readonly<{
  status: BrandStatus;
  companyId: string;
  /** left out: forgotten */
  facts?: BrandFacts;
  /** what it says is not what was submitted */
  isRevised: boolean;
  via?: RegistrarAccount;
  /** the provider's id */
  reference?: string;
  startedAt?: string;
  attempt: number;
  reasons: readonly Reason[];
  said: readonly string[];
  carrierId?: string;
  score?: number;
  tier?: TierName;
}>;
export type Brand = Readonly<{ status: 'unknown' }> | KnownBrand;

// Decide

const known = (state: Brand, { brandId, companyId }: About): KnownBrand => {
  if (state.status === 'unknown')
    throw new Refusal('brand_unknown', `there is no brand ${brandId}: write it down first ("carillon brands put FILE")`);
  if (state.companyId !== companyId) throw new Refusal('brand_taken', `${brandId} belongs to another company: take another id`);
  return state;
};

const put = ({ data: { facts, ...data } }: PutBrand, state: Brand): readonly BrandEvent[] => {
  if (state.status === 'unknown') return [{ type: 'BrandDrafted', data, private: { facts } }];
  const { status, facts: before } = known(state, data);
  if (sameFacts(before, facts)) return [];
  if (status === 'submitting' || status === 'pending')
    throw new Refusal('brand_pending', `${data.brandId} is being looked at: wait for the answer ("carillon brands look ${data.brandId}")`);
  return [{ type: 'BrandRevised', data, private: { facts } }];
};

const assertMayBeSubmitted = ({ data }: SubmitBrand, { status, isRevised, facts, via, reasons }: KnownBrand): void => {
  const { brandId, provider, accountId } = data;
  if (!facts) throw new Refusal('brand_forgotten', `what ${brandId} says was forgotten: write it down again`);
  if (via && (via.provider !== provider || via.accountId !== accountId))
    throw new Refusal('brand_elsewhere', `${brandId} was submitted through ${via.provider}: a second registration would cost a second fee`);
  if (status === 'suspended')
    throw new Refusal('brand_suspended', `${brandId} is suspended: only your provider can lift that, write to it`);
  if (status === 'rejected' && !isRevised && !reasons.some(({ code }) => code === 'temporary'))
    throw new Refusal('brand_unchanged', `${brandId} was refused: change what was named before it is submitted again`);
  assertComplete(checkBrand(facts), 'brand_incomplete');
};

const submit = (command: SubmitBrand, state: Brand): readonly BrandEvent[] => {
  const { now, ...data } = command.data;
  const brand = known(state, data);
  if (brand.status === 'pending' || (brand.status === 'approved' && !brand.isRevised)) return [];
  if (brand.status === 'submitting' && brand.startedAt !== undefined) assertNobodySubmits(brand.startedAt, now);
  assertMayBeSubmitted(command, brand);
  return [{ type: 'BrandSubmitting', data: { ...data, attempt: brand.attempt + 1, startedAt: now } }];
};

const record = ({ data: { submission, ...data } }: RecordBrandSubmission, state: Brand): readonly BrandEvent[] => {
  const brand = known(state, data);
  // whoever was slower finds it done
  if (brand.status !== 'submitting' || !brand.via) return [];
  switch (submission.kind) {
    case 'submitted':
      return [{ type: 'BrandSubmitted', data: { ...data, ...brand.via, reference: submission.reference } }];
    case 'refused':
      return [
        { type: 'BrandDeclined', data: { ...data, reasons: [...submission.reasons] }, private: { said: [...(submission.said ?? [])] } },
      ];
    default:
      return [];
  }
};

const sameReasons = (one: readonly Reason[], other: readonly Reason[]): boolean => JSON.stringify(one) === JSON.stringify(other);

const refused = (
  data: About,
  { status, reasons: before }: KnownBrand,
  { status: now, reasons, said = [] }: Extract<BrandStanding, { reasons: unknown }>,
): readonly BrandEvent[] => {
  if (status === now && sameReasons(before, reasons)) return [];
  const about = { data: { ...data, reasons: [...reasons] }, private: { said: [...said] } };
  return [now === 'rejected' ? { type: 'BrandRejected', ...about } : { type: 'BrandSuspended', ...about }];
};

const report = ({ data: { standing, ...data } }: ReportBrand, state: Brand): readonly BrandEvent[] => {
  const brand = known(state, data);
  // nothing that was not submitted can have been decided; what is being submitted is decided afterwards
  if (brand.reference === undefined || brand.status === 'submitting' || standing.status === 'pending') return [];
  if (standing.status !== 'approved') return refused(data, brand, standing);
  const { carrierId, score, listed } = standing;
  const tier = tierOfBrand({ score, listed, entityType: brand.facts?.entityType });
  if (brand.status === 'approved' && brand.score === score && brand.tier === tier) return [];
  const found = { ...(carrierId === undefined ? {} : { carrierId }), ...(score === undefined ? {} : { score }) };
  return [{ type: 'BrandApproved', data: { ...data, ...found, tier } }];
};

const decide = (command: BrandCommand, state: Brand): readonly BrandEvent[] => {
  switch (command.type) {
    case 'PutBrand':
      return put(command, state);
    case 'SubmitBrand':
      return submit(command, state);
    case 'RecordBrandSubmission':
      return record(command, state);
    case 'ReportBrand':
      return report(command, state);
    default:
      return command satisfies never;
  }
};

// Evolve

const withFacts = (state: KnownBrand, facts: BrandFacts | undefined): KnownBrand => {
  const { facts: _, ...rest } = state;
  return { ...rest, ...(facts ? { facts } : {}) };
};

const declined = (
  state: KnownBrand,
  { data: { reasons }, private: sealed }: Extract<BrandEvent, { type: 'BrandDeclined' }>,
): KnownBrand => {
  const { via, ...rest } = { ...state, isRevised: true, reasons, said: sealed?.said ?? [] };
  // nothing was made there: another provider may be asked
  if (state.reference === undefined) return { ...rest, status: 'draft' };
  return { ...rest, status: 'rejected', ...(via ? { via } : {}) };
};

const approved = (state: KnownBrand, { data }: Extract<BrandEvent, { type: 'BrandApproved' }>): KnownBrand => {
  const { score: _, carrierId: before, ...rest } = state;
  const { tier, score, carrierId = before } = data;
  const found = { ...(score === undefined ? {} : { score }), ...(carrierId === undefined ? {} : { carrierId }) };
  return { ...rest, status: 'approved', tier, ...found, reasons: [], said: [] };
};

const evolve = (state: Brand, event: BrandEvent): Brand => {
  if (event.type === 'BrandDrafted') {
    const draft = { status: 'draft', companyId: event.data.companyId, isRevised: true, attempt: 0, reasons: [], said: [] } as const;
    return withFacts(draft, event.private?.facts);
  }
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'BrandRevised':
      return { ...withFacts(state, event.private?.facts), isRevised: true };
    case 'BrandSubmitting': {
      const { provider, accountId, attempt, startedAt } = event.data;
      return { ...state, status: 'submitting', via: { provider, accountId }, attempt, startedAt, isRevised: false };
    }
    case 'BrandSubmitted':
      return { ...state, status: 'pending', reference: event.data.reference, reasons: [], said: [] };
    case 'BrandDeclined':
      return declined(state, event);
    case 'BrandApproved':
      return approved(state, event);
    case 'BrandRejected':
      return { ...state, status: 'rejected', reasons: event.data.reasons, said: event.private?.said ?? [] };
    case 'BrandSuspended':
      return { ...state, status: 'suspended', reasons: event.data.reasons, said: event.private?.said ?? [] };
    default:
      return event satisfies never;
  }
};

export const brand: Decider<Brand, BrandCommand, BrandEvent> = { initial: { status: 'unknown' }, decide, evolve };
