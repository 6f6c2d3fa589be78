import type { Command, Decider } from '../kernel/decider.ts';
import { Refusal } from '../kernel/refusal.ts';
import { checkConsentSettings, type ConsentSettings, type SetConsentSettings } from './consent-settings.ts';
import type { CompanyEvent } from './events.ts';
import { decideRouting, evolveRouting, type Routing, type RoutingCommand } from './routing.ts';

// Commands

export type Account = Readonly<{ provider: string; accountId: string }>;
export type RegisterCompany = Command<'RegisterCompany', { companyId: string; name: string; account: Account }>;
export type RenameCompany = Command<'RenameCompany', { companyId: string; name: string; by: string }>;
/** One word that stops everything the company sends. */
export type HaltCompany = Command<'HaltCompany', { companyId: string; by: string; reason?: string | undefined; haltedAt: string }>;
export type LiftCompany = Command<'LiftCompany', { companyId: string; by: string }>;
export type CompanyCommand = RegisterCompany | RenameCompany | HaltCompany | LiftCompany | SetConsentSettings | RoutingCommand;

// State

/** `since`: business time, UTC ISO */
export type Halt = Readonly<{ by: string; reason?: string; since: string }>;
export type Company =
  | Readonly<{ status: 'unknown' }>
  | (Readonly<{ status: 'registered'; name: string; account: Account; halted?: Halt; consent?: ConsentSettings }> & Routing);

// Decide

const register = ({ data }: RegisterCompany, state: Company): readonly CompanyEvent[] => {
  if (state.status === 'unknown') return [{ type: 'CompanyRegistered', data }];
  const same = state.account.provider === data.account.provider && state.account.accountId === data.account.accountId;
  if (!same)
    throw new Refusal('company_known', `${data.companyId} sends through another provider account: use that one, or another company id`);
  return [];
};

const registered = (companyId: string, state: Company): Extract<Company, { status: 'registered' }> => {
  if (state.status === 'unknown')
    throw new Refusal(
      'company_unknown',
      `there is no company ${companyId}: it comes with its first campaign ("carillon campaign put FILE")`,
    );
  return state;
};

const rename = ({ data }: RenameCompany, state: Company): readonly CompanyEvent[] =>
  registered(data.companyId, state).name === data.name ? [] : [{ type: 'CompanyRenamed', data }];

const halt = ({ data: { reason, ...data } }: HaltCompany, state: Company): readonly CompanyEvent[] =>
  registered(data.companyId, state).halted
    ? []
    : [{ type: 'CompanyHalted', data: { ...data, ...(reason === undefined ? {} : { reason }) } }];

const lift = ({ data: { companyId, by } }: LiftCompany, state: Company): readonly CompanyEvent[] =>
  registered(companyId, state).halted ? [{ type: 'CompanyLifted', data: { companyId, by } }] : [];

const setConsent = ({ data }: SetConsentSettings, state: Company): readonly CompanyEvent[] => {
  const { consent = {} } = registered(data.companyId, state);
  checkConsentSettings(data.settings);
  return JSON.stringify(consent) === JSON.stringify(data.settings) ? [] : [{ type: 'ConsentSettingsSet', data }];
};

const decide = (command: CompanyCommand, state: Company): readonly CompanyEvent[] => {
  switch (command.type) {
    case 'RegisterCompany':
      return register(command, state);
    case 'RenameCompany':
      return rename(command, state);
    case 'HaltCompany':
      return halt(command, state);
    case 'LiftCompany':
      return lift(command, state);
    case 'SetConsentSettings':
      return setConsent(command, state);
    default:
      return decideRouting(command, registered(command.data.companyId, state));
  }
};

// Evolve

const evolve = (state: Company, event: CompanyEvent): Company => {
  if (event.type === 'CompanyRegistered') return { status: 'registered', name: event.data.name, account: event.data.account };
  if (state.status === 'unknown') return state;
  const { halted, ...rest } = state;
  switch (event.type) {
    case 'CompanyRenamed':
      return { ...state, name: event.data.name };
    case 'CompanyLifted':
      return rest;
    case 'ConsentSettingsSet':
      return { ...state, consent: event.data.settings };
    case 'CompanyHalted': {
      const { by, reason, haltedAt: since } = event.data;
      return { ...rest, halted: { by, since, ...(reason === undefined ? {} : { reason }) } };
    }
    default: {
      const { status, name, account, consent, ...routing } = rest;
      const kept = { ...(halted ? { halted } : {}), ...(consent ? { consent } : {}) };
      return { status, name, account, ...kept, ...evolveRouting(routing, event) };
    }
  }
};

export const company: Decider<Company, CompanyCommand, CompanyEvent> = { initial: { status: 'unknown' }, decide, evolve };
