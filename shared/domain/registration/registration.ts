import type { Command, Decider } from '../kernel/decider.ts';
import { Refusal } from '../kernel/refusal.ts';
import { checkRegistration, type BrandSummary } from './check-registration.ts';
import type { RegistrarAccount } from './event-parts.ts';
import { evolveRegistration } from './evolve-registration.ts';
import type { RegistrationEvent } from './events.ts';
import type { KnownRegistration, Registration } from './registration-state.ts';
import type { RegistrationFacts } from './registration-facts.ts';
import { isFinal, type Reason } from './reasons.ts';
import { sameFacts } from './same-facts.ts';
import type { RegistrationStanding, Submission } from './standing.ts';
import { assertComplete, assertNobodySubmits } from './submitting.ts';
import { tierOfUseCase } from './tier-of.ts';

// Commands

type About = Readonly<{ registrationId: string; companyId: string }>;
export type PutRegistration = Command<'PutRegistration', About & { brandId: string; by: string; facts: RegistrationFacts }>;
/** `brand`: as it is approved; `now`: business time, UTC ISO */
export type SubmitRegistration = Command<'SubmitRegistration', About & RegistrarAccount & { by: string; now: string; brand: BrandSummary }>;
export type RecordRegistrationSubmission = Command<'RecordRegistrationSubmission', About & { submission: Submission }>;
/** What the provider says of it now. */
export type ReportRegistration = Command<'ReportRegistration', About & { standing: RegistrationStanding }>;
/** The provider was asked to look again. */
export type AppealRegistration = Command<'AppealRegistration', About & { by: string; argument: string }>;
export type RegistrationCommand =
  PutRegistration | SubmitRegistration | RecordRegistrationSubmission | ReportRegistration | AppealRegistration;

// Decide

const known = (state: Registration, { registrationId, companyId }: About): KnownRegistration => {
  if (state.status === 'unknown')
    throw new Refusal(
      'registration_unknown',
      `there is no registration ${registrationId}: write it down first ("carillon registrations put FILE")`,
    );
  if (state.companyId !== companyId)
    throw new Refusal('registration_taken', `${registrationId} belongs to another company: take another id`);
  return state;
};

const put = ({ data: { facts, ...data } }: PutRegistration, state: Registration): readonly RegistrationEvent[] => {
  if (state.status === 'unknown') return [{ type: 'RegistrationDrafted', data, private: { facts } }];
  const { status, facts: before, brandId, reference } = known(state, data);
  if (brandId !== data.brandId && reference !== undefined)
    throw new Refusal('brand_fixed', `${data.registrationId} was submitted for ${brandId}: make a new registration for ${data.brandId}`);
  if (sameFacts(before, facts) && brandId === data.brandId) return [];
  if (status === 'submitting' || status === 'pending')
    throw new Refusal(
      'registration_pending',
      `${data.registrationId} is being looked at: wait for the answer ("carillon registrations look ${data.registrationId}")`,
    );
  return [{ type: 'RegistrationRevised', data, private: { facts } }];
};

const assertMayBeSubmitted = ({ data }: SubmitRegistration, { status, isRevised, facts, via, reasons }: KnownRegistration): void => {
  const { registrationId, provider, accountId, brand } = data;
  if (!facts) throw new Refusal('registration_forgotten', `what ${registrationId} says was forgotten: write it down again`);
  if (via && (via.provider !== provider || via.accountId !== accountId))
    throw new Refusal(
      'registration_elsewhere',
      `${registrationId} was submitted through ${via.provider}: a second one would cost a second fee`,
    );
  if (status === 'suspended')
    throw new Refusal('registration_suspended', `${registrationId} is suspended: only your provider can lift that, write to it`);
  if (status === 'rejected' && isFinal(reasons))
    throw new Refusal(
      'registration_final',
      `${registrationId} was refused for what carriers never take, and a fee would be lost: where that is wrong, write to ${provider} or appeal; else make a new registration for what may be sent`,
    );
  if (status === 'rejected' && !isRevised && !reasons.some(({ code }) => code === 'temporary'))
    throw new Refusal(
      'registration_unchanged',
      `${registrationId} was refused: change what was named before it is submitted again, or appeal`,
    );
  assertComplete(checkRegistration(facts, brand), 'registration_incomplete');
};

const submit = (command: SubmitRegistration, state: Registration): readonly RegistrationEvent[] => {
  const { now, brand: _, ...data } = command.data;
  const registration = known(state, data);
  const { status, isRevised, startedAt, attempt } = registration;
  // an appeal that comes to nothing leaves no other answer than the old one: what was changed since may be handed in
  if (status === 'pending' || ((status === 'appealed' || status === 'approved') && !isRevised)) return [];
  if (status === 'submitting' && startedAt !== undefined) assertNobodySubmits(startedAt, now);
  assertMayBeSubmitted(command, registration);
  return [{ type: 'RegistrationSubmitting', data: { ...data, attempt: attempt + 1, startedAt: now } }];
};

const record = ({ data: { submission, ...data } }: RecordRegistrationSubmission, state: Registration): readonly RegistrationEvent[] => {
  const { status, via, facts } = known(state, data);
  if (status !== 'submitting' || !via) return [];
  switch (submission.kind) {
    case 'submitted':
      return [
        {
          type: 'RegistrationSubmitted',
          data: {
            ...data,
            ...via,
            reference: submission.reference,
            useCase: facts?.useCase ?? '',
            ...(facts?.subUseCases?.length ? { subUseCases: [...facts.subUseCases] } : {}),
          },
        },
      ];
    case 'refused':
      return [
        {
          type: 'RegistrationDeclined',
          data: { ...data, reasons: [...submission.reasons] },
          private: { said: [...(submission.said ?? [])] },
        },
      ];
    default:
      return [];
  }
};

const appeal = ({ data: { argument, ...data } }: AppealRegistration, state: Registration): readonly RegistrationEvent[] => {
  const { status } = known(state, data);
  if (status === 'appealed') return [];
  if (status !== 'rejected')
    throw new Refusal('nothing_refused', `${data.registrationId} is ${status}: only what was refused can be appealed against`);
  return [{ type: 'RegistrationAppealed', data, private: { argument } }];
};

const sameReasons = (one: readonly Reason[], other: readonly Reason[]): boolean => JSON.stringify(one) === JSON.stringify(other);

const refused = (
  data: About,
  { status, reasons: before }: KnownRegistration,
  { status: now, reasons, said = [] }: Extract<RegistrationStanding, { reasons: unknown }>,
): readonly RegistrationEvent[] => {
  // an appeal that nobody has looked at yet leaves the old answer standing
  if ((status === now || (status === 'appealed' && now === 'rejected')) && sameReasons(before, reasons)) return [];
  const about = { data: { ...data, reasons: [...reasons] }, private: { said: [...said] } };
  return [now === 'rejected' ? { type: 'RegistrationRejected', ...about } : { type: 'RegistrationSuspended', ...about }];
};

const approved = (
  about: About,
  state: KnownRegistration,
  { carrierId, expiresAt, perSecond, tier = tierOfUseCase(state.useCase) }: Extract<RegistrationStanding, { status: 'approved' }>,
): readonly RegistrationEvent[] => {
  const data = {
    ...about,
    ...(carrierId === undefined ? {} : { carrierId }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(perSecond === undefined ? {} : { perSecond }),
    ...(tier === undefined ? {} : { tier }),
  };
  const isLater = expiresAt !== undefined && state.expiresAt !== undefined && expiresAt > state.expiresAt;
  if (state.status === 'expired' || (state.status === 'approved' && isLater)) return [{ type: 'RegistrationRenewed', data }];
  const same = state.perSecond === perSecond && state.tier === tier && state.expiresAt === expiresAt;
  return state.status === 'approved' && same ? [] : [{ type: 'RegistrationApproved', data }];
};

const report = ({ data: { standing, ...data } }: ReportRegistration, state: Registration): readonly RegistrationEvent[] => {
  const registration = known(state, data);
  const { status, reference } = registration;
  if (reference === undefined || status === 'submitting' || standing.status === 'pending') return [];
  if (standing.status === 'approved') return approved(data, registration, standing);
  if (standing.status === 'expired') return status === 'expired' ? [] : [{ type: 'RegistrationExpired', data }];
  return refused(data, registration, standing);
};

const decide = (command: RegistrationCommand, state: Registration): readonly RegistrationEvent[] => {
  switch (command.type) {
    case 'PutRegistration':
      return put(command, state);
    case 'SubmitRegistration':
      return submit(command, state);
    case 'RecordRegistrationSubmission':
      return record(command, state);
    case 'ReportRegistration':
      return report(command, state);
    case 'AppealRegistration':
      return appeal(command, state);
    default:
      return command satisfies never;
  }
};

export const registration: Decider<Registration, RegistrationCommand, RegistrationEvent> = {
  initial: { status: 'unknown' },
  decide,
  evolve: evolveRegistration,
};
