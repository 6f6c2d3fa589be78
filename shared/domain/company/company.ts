import type { Command, Decider } from '../kernel/decider.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { CompanyEvent } from './events.ts';

// Commands

export type Account = Readonly<{ provider: string; accountId: string }>;
export type RegisterCompany = Command<'RegisterCompany', { companyId: string; name: string; account: Account }>;
export type CompanyCommand = RegisterCompany;

// State

export type Company = Readonly<{ status: 'unknown' }> | Readonly<{ status: 'registered'; name: string; account: Account }>;

// Decide

const decide = ({ data }: CompanyCommand, state: Company): readonly CompanyEvent[] => {
  if (state.status === 'unknown') return [{ type: 'CompanyRegistered', data }];
  const same = state.account.provider === data.account.provider && state.account.accountId === data.account.accountId;
  if (!same)
    throw new Refusal('company_known', `${data.companyId} sends through another provider account: use that one, or another company id`);
  return [];
};

// Evolve

const evolve = (_state: Company, event: CompanyEvent): Company => ({
  status: 'registered',
  name: event.data.name,
  account: event.data.account,
});

export const company: Decider<Company, CompanyCommand, CompanyEvent> = { initial: { status: 'unknown' }, decide, evolve };
