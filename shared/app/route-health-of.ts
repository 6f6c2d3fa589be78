import { isSameAccount, type Routing } from '#domain/company/routing.ts';
import type { Channel } from '#domain/kernel/ids.ts';

/** What each process counted of each account's channel. */
export const routeHealthOf = (companyId: string): string => `companies/${companyId}/routeHealth`;

/** Where a channel has one account alone nothing can move, and nobody counts. */
export const mayMove = ({ routes = [] }: Routing, channel: Channel): boolean => {
  const own = routes.filter((one) => one.channel === channel);
  return own.some((one) => !isSameAccount(one, own[0] ?? one));
};
