import { testNetwork } from '#adapters/test-network/test-network.ts';
import type { House } from '#app/house.ts';
import type { Account } from '#domain/company/company.ts';
import { isTestAccount, testProvider } from '#domain/company/test-account.ts';
import type { Provider } from '#ports/provider.ts';

type Providers = Readonly<{ of: (account: Account) => Provider | undefined; named: (name: string) => Provider | undefined }>;
type Parts = Pick<House, 'vault' | 'clock'> & Readonly<{ publicUrl: () => string }>;

/** Every house has the network that reaches nobody; it is none of those that carry what others can't, so nobody's real messages end there. */
export const withTestNetwork = (
  { vault, clock, publicUrl }: Parts,
  providers: () => Providers,
): Pick<House, 'providerFor' | 'providerNamed'> => {
  // made of the house's own key: whoever has not got that can sign no report
  const secret = vault.fingerprint('test-network', 'callbacks');
  const network = (accountId: string): Provider => testNetwork({ accountId, secret, publicUrl, now: clock.realMs });
  return {
    providerFor: (account) => (isTestAccount(account) ? network(account.accountId) : providers().of(account)),
    providerNamed: (name) => (name === testProvider ? network('') : providers().named(name)),
  };
};
