import type { RegistrationEvent } from './events.ts';
import type { KnownRegistration, Registration } from './registration-state.ts';
import type { RegistrationFacts } from './registration-facts.ts';

const withFacts = (state: KnownRegistration, facts: RegistrationFacts | undefined): KnownRegistration => {
  const { facts: _, ...rest } = state;
  return { ...rest, ...(facts ? { facts } : {}) };
};

type Approval = Extract<RegistrationEvent, { type: 'RegistrationApproved' | 'RegistrationRenewed' }>;

const approved = (state: KnownRegistration, { data }: Approval): KnownRegistration => {
  const { carrierId: before, expiresAt: _, perSecond: __, tier: ___, ...rest } = state;
  const { carrierId = before, expiresAt, perSecond, tier } = data;
  return {
    ...rest,
    status: 'approved',
    reasons: [],
    said: [],
    ...(carrierId === undefined ? {} : { carrierId }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(perSecond === undefined ? {} : { perSecond }),
    ...(tier === undefined ? {} : { tier }),
  };
};

type Refused = Extract<RegistrationEvent, { type: 'RegistrationRejected' | 'RegistrationSuspended' | 'RegistrationDeclined' }>;

const refused = (state: KnownRegistration, event: Refused, status: KnownRegistration['status']): KnownRegistration => ({
  ...state,
  status,
  reasons: event.data.reasons,
  said: event.private?.said ?? [],
});

const declined = (state: KnownRegistration, event: Refused): KnownRegistration => {
  if (state.reference !== undefined) return { ...refused(state, event, 'rejected'), isRevised: true };
  const { via: _, ...rest } = refused(state, event, 'draft');
  return { ...rest, isRevised: true };
};

/** The section Evolve of registrations. */
export const evolveRegistration = (state: Registration, event: RegistrationEvent): Registration => {
  if (event.type === 'RegistrationDrafted') {
    const { companyId, brandId } = event.data;
    return withFacts({ status: 'draft', companyId, brandId, isRevised: true, attempt: 0, reasons: [], said: [] }, event.private?.facts);
  }
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'RegistrationRevised':
      return { ...withFacts(state, event.private?.facts), brandId: event.data.brandId, isRevised: true };
    case 'RegistrationSubmitting': {
      const { provider, accountId, attempt, startedAt } = event.data;
      return { ...state, status: 'submitting', via: { provider, accountId }, attempt, startedAt, isRevised: false };
    }
    case 'RegistrationSubmitted': {
      const { reference, useCase, subUseCases } = event.data;
      const { subUseCases: _, ...rest } = state;
      return { ...rest, status: 'pending', reference, useCase, ...(subUseCases ? { subUseCases } : {}), reasons: [], said: [] };
    }
    case 'RegistrationDeclined':
      return declined(state, event);
    case 'RegistrationApproved':
    case 'RegistrationRenewed':
      return approved(state, event);
    case 'RegistrationRejected':
      return refused(state, event, 'rejected');
    case 'RegistrationSuspended':
      return refused(state, event, 'suspended');
    case 'RegistrationAppealed':
      return { ...state, status: 'appealed' };
    case 'RegistrationExpired':
      return { ...state, status: 'expired' };
    default:
      return event satisfies never;
  }
};
