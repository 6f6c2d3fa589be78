import type { Account } from './company.ts';

/** The network that reaches nobody: what a test key sends goes there, and nothing else does. */
export const testProvider = 'test';

/** Of a company that stands for another one in tests: it sends by no other way, whatever routes somebody sets. */
export const isTestAccount = ({ provider }: Pick<Account, 'provider'>): boolean => provider === testProvider;

/** Whether a route may carry what a company of this account sends: tests never reach people, and people's messages never end in a test. */
export const mayCarry = (account: Pick<Account, 'provider'>, route: Pick<Account, 'provider'>): boolean =>
  isTestAccount(account) === isTestAccount(route);
