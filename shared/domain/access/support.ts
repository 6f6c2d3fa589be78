import type { Command, Decider } from '../kernel/decider.ts';
import { Refusal } from '../kernel/refusal.ts';
import { mostSupportHours, type SupportEvent, type SupportRole } from './support-events.ts';

/** The access of the platform's staff to a company's data: none, unless somebody of the company grants it, for hours, for a reason. */

// Commands

type Person = Readonly<{ who: string; reason: string }>;
type About = Readonly<{ companyId: string; supportId: string; /** business time, UTC ISO */ at: string }>;

export type AskSupport = Command<'AskSupport', About & Person & Readonly<{ role: SupportRole; hours: number }>>;
/** `who` and `reason` left out: as it was asked. */
export type GrantSupport = Command<
  'GrantSupport',
  About &
    Readonly<{
      by: string;
      who?: string | undefined;
      reason?: string | undefined;
      role?: SupportRole | undefined;
      hours?: number | undefined;
    }>
>;
export type RevokeSupport = Command<'RevokeSupport', About & Readonly<{ by: string }>>;
export type SupportCommand = AskSupport | GrantSupport | RevokeSupport;

// State

export type SupportAccess = Readonly<{
  supportId: string;
  who: string;
  reason: string;
  role: SupportRole;
  /** as it was asked for */
  hours?: number;
  askedAt?: string;
  grantedAt?: string;
  grantedBy?: string;
  /** nothing of it works from then on */
  endsAt?: string;
  revokedAt?: string;
  revokedBy?: string;
}>;
/** All that there ever were, by their ids, in the order in which they came. */
export type SupportAccesses = Readonly<Record<string, SupportAccess>>;

export const supportStatus = ({ grantedAt, endsAt, revokedAt }: SupportAccess, now: string): 'asked' | 'open' | 'ended' | 'revoked' => {
  if (revokedAt !== undefined) return 'revoked';
  if (grantedAt === undefined || endsAt === undefined) return 'asked';
  return now < endsAt ? 'open' : 'ended';
};

// Decide

const mostAtOnce = 20;
const defaultHours = 4;

const accessIn = (state: SupportAccesses, id: string): SupportAccess => {
  const found = Object.hasOwn(state, id) ? state[id] : undefined;
  if (!found) throw new Refusal('support_access_unknown', `there is no access ${id}: list them to see which there are`);
  return found;
};

const checkRoom = (state: SupportAccesses, at: string): void => {
  const alive = Object.values(state).filter((one) => ['asked', 'open'].includes(supportStatus(one, at)));
  if (alive.length >= mostAtOnce)
    throw new Refusal('support_accesses_too_many', `up to ${mostAtOnce} stand at once: revoke those that nobody needs`);
};

const endOf = (at: string, hours: number): string => new Date(Date.parse(at) + Math.min(hours, mostSupportHours) * 3_600_000).toISOString();

const ask = ({ data: { who, reason, at, ...data } }: AskSupport, state: SupportAccesses): readonly SupportEvent[] => {
  if (state[data.supportId]) return [];
  checkRoom(state, at);
  return [{ type: 'SupportAsked', data: { ...data, askedAt: at }, private: { who, reason } }];
};

const grant = ({ data }: GrantSupport, state: SupportAccesses): readonly SupportEvent[] => {
  const { companyId, supportId, at, by } = data;
  const asked = data.who === undefined ? accessIn(state, supportId) : state[supportId];
  if (asked && supportStatus(asked, at) === 'open') return [];
  if (asked && supportStatus(asked, at) !== 'asked') throw new Refusal('support_access_over', `${supportId} is over: grant another one`);
  if (!asked) checkRoom(state, at);
  const { who = asked?.who ?? '', reason = asked?.reason ?? '', role = asked?.role ?? 'viewer' } = data;
  const endsAt = endOf(at, data.hours ?? asked?.hours ?? defaultHours);
  return [{ type: 'SupportGranted', data: { companyId, supportId, role, grantedAt: at, endsAt, by }, private: { who, reason } }];
};

const revoke = ({ data: { companyId, supportId, at, by } }: RevokeSupport, state: SupportAccesses): readonly SupportEvent[] =>
  ['asked', 'open'].includes(supportStatus(accessIn(state, supportId), at))
    ? [{ type: 'SupportRevoked', data: { companyId, supportId, revokedAt: at, by } }]
    : [];

const decide = (command: SupportCommand, state: SupportAccesses): readonly SupportEvent[] => {
  switch (command.type) {
    case 'AskSupport':
      return ask(command, state);
    case 'GrantSupport':
      return grant(command, state);
    default:
      return revoke(command, state);
  }
};

// Evolve

const changed = (known: SupportAccess | undefined, event: SupportEvent): SupportAccess | undefined => {
  switch (event.type) {
    case 'SupportAsked': {
      const { supportId, role, hours, askedAt } = event.data;
      return { supportId, role, hours, askedAt, who: event.private?.who ?? '', reason: event.private?.reason ?? '' };
    }
    case 'SupportGranted': {
      const { supportId, role, grantedAt, endsAt, by } = event.data;
      const { who = '', reason = '' } = event.private ?? {};
      return { ...known, supportId, role, grantedAt, endsAt, grantedBy: by, who, reason };
    }
    case 'SupportRevoked':
      return known && { ...known, revokedAt: event.data.revokedAt, revokedBy: event.data.by };
    default:
      // the company's keys stand in the same stream
      return undefined;
  }
};

const evolve = (state: SupportAccesses, event: SupportEvent): SupportAccesses => {
  const { supportId = '' } = event.data as { supportId?: string };
  const next = changed(state[supportId], event);
  return next ? { ...state, [supportId]: next } : state;
};

/** Of one company. */
export const support: Decider<SupportAccesses, SupportCommand, SupportEvent> = { initial: {}, decide, evolve };
