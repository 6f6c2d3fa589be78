import type { Command, Decider } from '../kernel/decider.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { RegistrarAccount } from './event-parts.ts';
import type { NumberEvent, NumberKind } from './number-events.ts';
import type { Reason } from './reasons.ts';
import type { NumberStanding, Submission, VerificationStanding } from './standing.ts';
import { assertNobodySubmits } from './submitting.ts';

// Commands

type About = Readonly<{ numberId: string; companyId: string }>;
type Fresh = About & RegistrarAccount & Readonly<{ kind: NumberKind; by: string }>;
/** `now`: business time, UTC ISO */
export type BuyNumber = Command<'BuyNumber', Fresh & { now: string }>;
export type RecordPurchase = Command<'RecordPurchase', About & { submission: Submission }>;
export type AddNumber = Command<'AddNumber', Fresh & { reference?: string | undefined; registeredAs?: string | undefined }>;
export type AssignNumber = Command<'AssignNumber', About & { registrationId: string; by: string }>;
/** What the provider says of the assignment now. */
export type ReportNumber = Command<'ReportNumber', About & { standing: NumberStanding }>;
/** What the provider says of its verification now. */
export type ReportVerification = Command<'ReportVerification', About & { standing: VerificationStanding }>;
export type SuspendNumber = Command<'SuspendNumber', About & { by: string; reason?: string | undefined }>;
export type ResumeNumber = Command<'ResumeNumber', About & { by: string }>;
export type ReleaseNumber = Command<'ReleaseNumber', About & { by: string }>;
export type RecordRelease = Command<'RecordRelease', About>;
export type NumberCommand =
  | BuyNumber
  | RecordPurchase
  | AddNumber
  | AssignNumber
  | ReportNumber
  | ReportVerification
  | SuspendNumber
  | ResumeNumber
  | ReleaseNumber
  | RecordRelease;

// State

export type NumberStatus = 'buying' | 'owned' | 'assigning' | 'assigned' | 'releasing' | 'released';
type KnownNumber = Readonly<{
  status: NumberStatus;
  companyId: string;
  kind: NumberKind;
  via: RegistrarAccount;
  reference?: string;
  startedAt?: string;
  registrationId?: string;
  /** the registry's id of a registration that was made elsewhere */
  registeredAs?: string;
  /** of a toll-free number, when carriers have looked at it */
  verification?: 'verified' | 'rejected';
  suspended?: Readonly<{ by: string; reason?: string }>;
  reasons: readonly Reason[];
}>;
export type CompanyNumber = Readonly<{ status: 'unknown' }> | KnownNumber;

/** Bought and released numbers may be had again, by whoever is first. */
const isFree = (state: CompanyNumber): boolean => state.status === 'unknown' || state.status === 'released';

// Decide

const nameOf = (numberId: string): string => `+${numberId.slice('num_'.length)}`;

const owned = (state: CompanyNumber, { numberId, companyId }: About): KnownNumber => {
  if (state.status === 'unknown' || state.status === 'released')
    throw new Refusal('number_unknown', `${nameOf(numberId)} is none of yours: buy it, or add it ("carillon numbers add")`);
  if (state.companyId !== companyId) throw new Refusal('number_taken', `${nameOf(numberId)} belongs to another company`);
  return state;
};

const settled = (state: CompanyNumber, about: About): KnownNumber => {
  const number = owned(state, about);
  if (number.status === 'buying')
    throw new Refusal('number_not_bought', `${nameOf(about.numberId)} is being bought: ask again in five minutes`);
  if (number.status === 'releasing') throw new Refusal('number_released', `${nameOf(about.numberId)} is being given back`);
  return number;
};

const buy = ({ data: { now, ...data } }: BuyNumber, state: CompanyNumber): readonly NumberEvent[] => {
  const bought = { type: 'NumberBuying', data: { ...data, startedAt: now } } as const;
  if (isFree(state)) return [bought];
  const { status, startedAt } = owned(state, data);
  if (status !== 'buying') return [];
  if (startedAt !== undefined) assertNobodySubmits(startedAt, now);
  return [bought];
};

const recordPurchase = ({ data: { submission, ...data } }: RecordPurchase, state: CompanyNumber): readonly NumberEvent[] => {
  const { status, via, kind } = owned(state, data);
  if (status !== 'buying' || submission.kind === 'unknown') return [];
  if (submission.kind === 'submitted') return [{ type: 'NumberBought', data: { ...data, ...via, kind, reference: submission.reference } }];
  const { reasons, said = [] } = submission;
  return [{ type: 'NumberNotBought', data: { ...data, reasons: [...reasons] }, private: { said: [...said] } }];
};

const add = ({ data }: AddNumber, state: CompanyNumber): readonly NumberEvent[] => {
  const { reference, registeredAs, ...rest } = data;
  // whoever may not send by a registration of ours must not say that there is another one
  if (registeredAs !== undefined && !isFree(state) && settled(state, data).registrationId !== undefined)
    throw new Refusal(
      'number_registered',
      `${nameOf(data.numberId)} is under a registration of yours: release it first, or assign it to another one`,
    );
  if (!isFree(state)) owned(state, data);
  const isSame = !isFree(state) && (registeredAs === undefined || settled(state, data).registeredAs === registeredAs);
  if (isSame) return [];
  const told = { ...(reference === undefined ? {} : { reference }), ...(registeredAs === undefined ? {} : { registeredAs }) };
  return [{ type: 'NumberAdded', data: { ...rest, ...told } }];
};

const assign = ({ data }: AssignNumber, state: CompanyNumber): readonly NumberEvent[] => {
  const { status, registrationId, kind } = settled(state, data);
  if (kind !== 'long_code')
    throw new Refusal(
      'number_needs_none',
      kind === 'toll_free'
        ? `${nameOf(data.numberId)} is toll-free: it needs no registration but a verification, which you ask your provider for (docs/REGISTRATION.md)`
        : `${nameOf(data.numberId)} can have no registration of this kind: only numbers with an area code of +1 can`,
    );
  if ((status === 'assigned' || status === 'assigning') && registrationId === data.registrationId) return [];
  return [{ type: 'NumberAssigning', data }];
};

const reportAssignment = ({ data: { standing, ...data } }: ReportNumber, state: CompanyNumber): readonly NumberEvent[] => {
  if (isFree(state)) return [];
  const { status, registrationId } = owned(state, data);
  if (registrationId === undefined || standing.status === 'pending') return [];
  if (status !== 'assigning' && status !== 'assigned') return [];
  if (standing.status === 'assigned') return status === 'assigned' ? [] : [{ type: 'NumberAssigned', data: { ...data, registrationId } }];
  // just handed over, and not in the provider's list yet
  if (standing.status === 'unassigned' && status === 'assigning') return [];
  const { reasons, said = [] } = standing.status === 'rejected' ? standing : { reasons: [{ code: 'number_failed' } as const] };
  return [{ type: 'NumberNotAssigned', data: { ...data, registrationId, reasons: [...reasons] }, private: { said: [...said] } }];
};

const sameReasons = (one: readonly Reason[], other: readonly Reason[]): boolean => JSON.stringify(one) === JSON.stringify(other);

const reportVerification = ({ data: { standing, ...data } }: ReportVerification, state: CompanyNumber): readonly NumberEvent[] => {
  if (isFree(state)) return [];
  const { status, kind, verification, reasons: before } = owned(state, data);
  if (kind !== 'toll_free' || (status !== 'owned' && status !== 'assigned')) return [];
  if (standing.status === 'verified') return verification === 'verified' ? [] : [{ type: 'NumberVerified', data }];
  // nothing is said of what nobody has asked for, or has not got an answer yet; what was verified is looked at anew, or is gone
  if (standing.status !== 'rejected' && verification !== 'verified') return [];
  const code = standing.status === 'pending' ? 'under_review' : 'not_found';
  const { reasons, said = [] } = standing.status === 'rejected' ? standing : { reasons: [{ code } as const] };
  if (verification === 'rejected' && sameReasons(before, reasons)) return [];
  return [{ type: 'NumberNotVerified', data: { ...data, reasons: [...reasons] }, private: { said: [...said] } }];
};

const suspend = ({ data: { reason, ...data } }: SuspendNumber, state: CompanyNumber): readonly NumberEvent[] =>
  settled(state, data).suspended ? [] : [{ type: 'NumberSuspended', data: { ...data, ...(reason === undefined ? {} : { reason }) } }];

const resume = ({ data }: ResumeNumber, state: CompanyNumber): readonly NumberEvent[] =>
  settled(state, data).suspended ? [{ type: 'NumberResumed', data }] : [];

const release = ({ data }: ReleaseNumber, state: CompanyNumber): readonly NumberEvent[] => {
  if (state.status === 'released' && state.companyId === data.companyId) return [];
  const { status } = owned(state, data);
  if (status === 'buying') throw new Refusal('number_not_bought', `${nameOf(data.numberId)} is being bought: ask again in five minutes`);
  return status === 'releasing' ? [] : [{ type: 'NumberReleasing', data }];
};

const decide = (command: NumberCommand, state: CompanyNumber): readonly NumberEvent[] => {
  switch (command.type) {
    case 'BuyNumber':
      return buy(command, state);
    case 'RecordPurchase':
      return recordPurchase(command, state);
    case 'AddNumber':
      return add(command, state);
    case 'AssignNumber':
      return assign(command, state);
    case 'ReportNumber':
      return reportAssignment(command, state);
    case 'ReportVerification':
      return reportVerification(command, state);
    case 'SuspendNumber':
      return suspend(command, state);
    case 'ResumeNumber':
      return resume(command, state);
    case 'ReleaseNumber':
      return release(command, state);
    case 'RecordRelease':
      return state.status === 'releasing' ? [{ type: 'NumberReleased', data: command.data }] : [];
    default:
      return command satisfies never;
  }
};

// Evolve

const begun = (status: NumberStatus, { data }: Extract<NumberEvent, { type: 'NumberBuying' | 'NumberAdded' }>): KnownNumber => {
  const { companyId, kind, provider, accountId } = data;
  return { status, companyId, kind, via: { provider, accountId }, reasons: [] };
};

const added = (state: CompanyNumber, event: Extract<NumberEvent, { type: 'NumberAdded' }>): KnownNumber => {
  const { reference, registeredAs } = event.data;
  const before = isFree(state) ? begun('owned', event) : (state as KnownNumber);
  return {
    ...before,
    ...(registeredAs === undefined ? {} : { status: 'assigned', registeredAs }),
    ...(reference === undefined ? {} : { reference }),
  };
};

const unassigned = (state: KnownNumber, reasons: readonly Reason[]): KnownNumber => {
  const { registrationId: _, ...rest } = state;
  return { ...rest, status: 'owned', reasons };
};

const released = (state: KnownNumber): KnownNumber => {
  const { suspended: _, registeredAs: __, verification: ___, ...rest } = unassigned(state, []);
  return { ...rest, status: 'released' };
};

const evolve = (state: CompanyNumber, event: NumberEvent): CompanyNumber => {
  if (event.type === 'NumberBuying') return { ...begun('buying', event), startedAt: event.data.startedAt };
  if (event.type === 'NumberAdded') return added(state, event);
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'NumberBought': {
      const { startedAt: _, ...rest } = state;
      return { ...rest, status: 'owned', reference: event.data.reference };
    }
    case 'NumberNotBought':
      return { ...state, status: 'released', reasons: event.data.reasons };
    case 'NumberAssigning': {
      const { registeredAs: _, ...rest } = state;
      return { ...rest, status: 'assigning', registrationId: event.data.registrationId, reasons: [] };
    }
    case 'NumberAssigned':
      return { ...state, status: 'assigned' };
    case 'NumberNotAssigned':
      return unassigned(state, event.data.reasons);
    case 'NumberVerified':
      return { ...state, verification: 'verified', reasons: [] };
    case 'NumberNotVerified':
      return { ...state, verification: 'rejected', reasons: event.data.reasons };
    case 'NumberSuspended': {
      const { by, reason } = event.data;
      return { ...state, suspended: { by, ...(reason === undefined ? {} : { reason }) } };
    }
    case 'NumberResumed': {
      const { suspended: _, ...rest } = state;
      return rest;
    }
    case 'NumberReleasing':
      return { ...state, status: 'releasing' };
    case 'NumberReleased':
      return released(state);
    default:
      return event satisfies never;
  }
};

export const companyNumber: Decider<CompanyNumber, NumberCommand, NumberEvent> = { initial: { status: 'unknown' }, decide, evolve };
