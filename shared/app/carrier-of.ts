import { defaultRoutes } from '#domain/company/choose-route.ts';
import type { Account } from '#domain/company/company.ts';
import type { Route } from '#domain/company/events.ts';
import { isTestAccount, mayCarry } from '#domain/company/test-account.ts';
import type { Routing } from '#domain/company/routing.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import type { Provider } from '#ports/provider.ts';
import type { House } from './house.ts';

type Providers = Pick<House, 'providerFor' | 'providers'>;
type Sender = Routing & Readonly<{ account: Account }>;

/** A route, and who goes it. */
export type Way = Readonly<{ route: Route; provider: Provider }>;

const carriersOf = ({ providerFor, providers }: Providers, account: Account) => {
  const own = providerFor(account);
  const isOwn = ({ name, accountId }: Provider): boolean => name === account.provider && accountId === account.accountId;
  const others = isTestAccount(account) ? [] : (providers?.() ?? []).filter((one) => !isOwn(one));
  return [
    ...(own ? [{ ...account, channels: own.channels }] : []),
    ...others.map(({ name: provider, accountId, channels }) => ({ provider, accountId, channels })),
  ];
};

/** The routes of a company: those that somebody has set (in tests there is one way), else what follows from its account and the house's other providers. */
export const routesOf = (house: Providers, { account, routes }: Sender): readonly Route[] =>
  (isTestAccount(account) ? undefined : routes) ?? defaultRoutes(account, carriersOf(house, account));

/** The routes of a channel that the house has credentials for. */
export const waysOf = (house: Providers, company: Sender, channel: Channel): readonly Way[] =>
  routesOf(house, company).flatMap((route) => {
    const provider = route.channel === channel && mayCarry(company.account, route) ? house.providerFor(route) : undefined;
    return provider?.channels.includes(channel) ? [{ route, provider }] : [];
  });

/** Who carries a channel for a company when nothing is stopped; undefined: nobody does, or the house has no credentials for the account. */
export const carrierOf = (house: Providers, company: Sender, channel: Channel): Provider | undefined => {
  const [first, ...others] = waysOf(house, company, channel);
  return others.reduce((one, other) => (one && other.route.priority < one.route.priority ? other : one), first)?.provider;
};
