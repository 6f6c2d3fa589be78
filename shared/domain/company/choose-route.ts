import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Channel } from '../kernel/ids.ts';
import { remember } from '../kernel/remember.ts';
import { shareOf } from '../kernel/share-of.ts';
import type { Account } from './company.ts';
import type { Route } from './events.ts';
import { covers, isSameAccount, type Moved, type Routing } from './routing.ts';

/** What a message says about the way that it may take. */
export type Routed = Readonly<{ messageId: string; channel: Channel; campaignId: string; to: string; from: string }>;

/** A provider's account as the house has it. */
export type Carrier = Account & Readonly<{ channels: readonly Channel[] }>;

/** Where nobody has set any: the company's own account carries what it has, the others of the house what it has not. */
export const defaultRoutes = (own: Account, carriers: readonly Carrier[]): readonly Route[] => {
  const first = carriers.find((one) => isSameAccount(one, own));
  if (!first) return [];
  const routesOf = ({ provider, accountId }: Account, channels: readonly Channel[], priority: number): readonly Route[] =>
    channels.map((channel) => ({ channel, provider, accountId, weight: 100, priority }));
  const others = carriers.filter((one) => one !== first);
  const left = ({ channels }: Carrier): readonly Channel[] => channels.filter((channel) => !first.channels.includes(channel));
  // one after the other, so that two that have the same channel do not share it by accident
  return [...routesOf(first, first.channels, 1), ...others.flatMap((one, n) => routesOf(one, left(one), Math.min(9, n + 1)))];
};

const countryOf = remember(10_000, (number: string): string | undefined => parsePhoneNumberFromString(number)?.country);

const isFor = ({ channel, campaigns, countries }: Route, about: Routed): boolean =>
  channel === about.channel &&
  (campaigns === undefined || campaigns.includes(about.campaignId)) &&
  (countries === undefined || countries.includes(countryOf(about.to) ?? ''));

/** What a route is worth now: its weight, and what its health has taken from it or others' have given to it. */
const worthOf = (route: Route, moved: readonly Moved[]): number => {
  const points = moved.find((one) => isSameAccount(one, route) && one.channel === route.channel)?.points ?? 0;
  return Math.max(0, route.weight + points);
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The route whose part of the whole holds `share`, from 0 to 1; undefined where none is worth anything. */
const partAt = (routes: readonly Route[], worths: readonly number[], share: number): Route | undefined => {
  let at = share * sum(worths);
  return routes.find((_, n) => (at -= worths[n] ?? 0) < 0);
};

const groupsOf = (routes: readonly Route[]): readonly (readonly Route[])[] =>
  [...Map.groupBy(routes, ({ priority }) => priority)].sort(([one], [other]) => one - other).map(([, group]) => group);

/**
 * The way of a message among those that are not stopped: of the first priority by weight, the same for the same message as long as nothing
 * moves. What a priority's routes have lost, and no other of them got, the next priority has. Undefined: there is none, and it waits.
 */
export const chooseRoute = (about: Routed, { routes = [], stopped = [], moved = [] }: Routing): Route | undefined => {
  const open = routes.filter((one) => isFor(one, about) && !stopped.some((stop) => covers(stop, { ...one, from: one.from ?? about.from })));
  const [only] = open;
  if (open.length < 2 || !only) return only;
  const groups = groupsOf(open);
  let share = shareOf(about.messageId);
  for (const group of groups) {
    const worths = group.map((one) => worthOf(one, moved));
    const configured = sum(group.map(({ weight }) => weight));
    const worth = sum(worths);
    const own = group === groups.at(-1) ? 1 : configured === 0 ? Math.sign(worth) : Math.min(1, worth / configured);
    if (share < own) return partAt(group, worths, share / own) ?? group[0];
    share = (share - own) / (1 - own);
  }
  return only;
};
