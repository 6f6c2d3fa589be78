import type { Account } from '#domain/company/company.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import type { Provider } from '#ports/provider.ts';
import type { House } from './house.ts';

/** Who carries a channel for whoever has this account; undefined: nobody does, or the house has no credentials for the account. */
export const carrierOf = ({ providerFor }: Pick<House, 'providerFor'>, account: Account, channel: Channel): Provider | undefined => {
  const provider = providerFor(account);
  return provider?.channels.includes(channel) ? provider : undefined;
};
