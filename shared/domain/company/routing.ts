import type { Command } from '../kernel/decider.ts';
import { channelFacts } from '../kernel/channel-facts.ts';
import type { Channel } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Account } from './company.ts';
import type { Route, RoutingEvent } from './events.ts';

/** Which ways a company's messages take: the part of its decider that is about routes. */

// Commands

type About = Readonly<{ companyId: string }>;
/** A way, or all of an account: what is left out means every one. */
export type Way = Account & Readonly<{ channel?: Channel | undefined; from?: string | undefined }>;

export type SetRoutes = Command<
  'SetRoutes',
  About & { by: string; routes: readonly Route[]; /** that the house has */ known: readonly Account[] }
>;
export type StopRoute = Command<'StopRoute', About & Way & { code: string; providerCode?: string | undefined; stoppedAt: string }>;
export type ResumeRoutes = Command<'ResumeRoutes', About & Partial<Way> & { by: string }>;
export type MoveWeights = Command<'MoveWeights', About & { moves: readonly Moved[] }>;
export type RoutingCommand = SetRoutes | StopRoute | ResumeRoutes | MoveWeights;

// State

export type Stopped = Way & Readonly<{ code: string; providerCode?: string; /** business time, UTC ISO */ since: string }>;
export type Moved = Account &
  Readonly<{ channel: Channel; points: number; movedAt: string; why: Extract<RoutingEvent, { type: 'RouteWeightMoved' }>['data']['why'] }>;

export type Routing = Readonly<{
  /** left out: nobody has said anything about it */
  routes?: readonly Route[];
  /** every account that a route of the company's ever had: its reports are about the company's messages */
  accounts?: readonly Account[];
  stopped?: readonly Stopped[];
  moved?: readonly Moved[];
  /** how often anything of this has changed */
  changes?: number;
}>;

/** A company that never sends by hundreds of wrong numbers at once needs no more; the oldest ones are looked at again. */
const mostStopped = 200;

export const isSameAccount = (one: Account, other: Account): boolean =>
  one.provider === other.provider && one.accountId === other.accountId;

/** Whether a stop of `stopped` is about this way. */
export const covers = (stopped: Way, way: Way): boolean =>
  isSameAccount(stopped, way) &&
  (stopped.channel === undefined || stopped.channel === way.channel) &&
  (stopped.from === undefined || stopped.from === way.from);

// Decide

const sameText = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Nothing of such a route would ever go: an e-mail address is in no country. */
const checkCountries = (routes: readonly Route[]): void => {
  const nowhere = routes.find(({ channel, countries }) => countries !== undefined && channelFacts[channel].field !== 'phone');
  if (nowhere)
    throw new Refusal(
      'route_unknown',
      `a route of ${nowhere.channel} can't be for countries (${nowhere.countries?.join(', ')}): only phone numbers have one; leave "countries" out`,
    );
};

const set = ({ data: { companyId, by, routes, known } }: SetRoutes, state: Routing): readonly RoutingEvent[] => {
  checkCountries(routes);
  const strange = routes.find((one) => !known.some((account) => isSameAccount(account, one)));
  if (strange) {
    const have =
      [...new Set(known.map(({ provider, accountId }) => `${provider} ${accountId}`))].join(', ') ||
      'none that are known; a house on one machine knows them while it runs';
    throw new Refusal(
      'route_unknown',
      `this house has no account ${strange.accountId} of ${strange.provider}: take one that it has (${have}), or add it to the configuration first`,
    );
  }
  return sameText(state.routes ?? [], routes) ? [] : [{ type: 'RoutesSet', data: { companyId, by, routes: [...routes] } }];
};

const wayOf = ({ provider, accountId, channel, from }: Way): Way => ({
  provider,
  accountId,
  ...(channel === undefined ? {} : { channel }),
  ...(from === undefined ? {} : { from }),
});

const stop = ({ data }: StopRoute, { stopped = [] }: Routing): readonly RoutingEvent[] => {
  if (stopped.some((one) => covers(one, data))) return [];
  const { companyId, code, providerCode, stoppedAt } = data;
  const said = { code, ...(providerCode === undefined ? {} : { providerCode }), stoppedAt };
  return [{ type: 'RouteStopped', data: { companyId, ...wayOf(data), ...said } }];
};

const resume = ({ data }: ResumeRoutes, { stopped = [] }: Routing): readonly RoutingEvent[] => {
  const keys = ['provider', 'accountId', 'channel', 'from'] as const;
  return stopped
    .filter((one) => keys.every((key) => data[key] === undefined || data[key] === one[key]))
    .map((one) => ({ type: 'RouteResumed', data: { companyId: data.companyId, ...wayOf(one), by: data.by } }));
};

const pointsOf = ({ moved = [] }: Routing, about: Moved): number =>
  moved.find((one) => isSameAccount(one, about) && one.channel === about.channel)?.points ?? 0;

const move = ({ data: { companyId, moves } }: MoveWeights, state: Routing): readonly RoutingEvent[] =>
  moves
    .filter((one) => one.points !== pointsOf(state, one))
    .map(({ provider, accountId, channel, points, why, movedAt }) => ({
      type: 'RouteWeightMoved',
      data: { companyId, provider, accountId, channel, points, why, movedAt },
    }));

export const decideRouting = (command: RoutingCommand, state: Routing): readonly RoutingEvent[] => {
  switch (command.type) {
    case 'SetRoutes':
      return set(command, state);
    case 'StopRoute':
      return stop(command, state);
    case 'ResumeRoutes':
      return resume(command, state);
    case 'MoveWeights':
      return move(command, state);
    default:
      return command satisfies never;
  }
};

// Evolve

const withAccounts = (known: readonly Account[], routes: readonly Route[]): readonly Account[] => {
  const all = [...known];
  for (const { provider, accountId } of routes)
    if (!all.some((one) => isSameAccount(one, { provider, accountId }))) all.push({ provider, accountId });
  return all;
};

/** New routes are a new beginning: what was stopped is tried again, and every weight is what it says. */
const evolved = (state: Routing, event: RoutingEvent): Routing => {
  const { stopped = [], moved = [], accounts = [] } = state;
  switch (event.type) {
    case 'RoutesSet': {
      const { routes } = event.data;
      return { ...(routes.length > 0 ? { routes } : {}), accounts: withAccounts(accounts, routes) };
    }
    case 'RouteStopped': {
      const { companyId: _, stoppedAt: since, ...said } = event.data;
      return { ...state, stopped: [...stopped, { ...said, since } as Stopped].slice(-mostStopped) };
    }
    case 'RouteResumed': {
      const { channel, from } = event.data;
      const isIt = (one: Stopped): boolean => isSameAccount(one, event.data) && one.channel === channel && one.from === from;
      return { ...state, stopped: stopped.filter((one) => !isIt(one)) };
    }
    case 'RouteWeightMoved': {
      const { companyId: _, ...about } = event.data;
      const others = moved.filter((one) => !isSameAccount(one, about) || one.channel !== about.channel);
      return { ...state, moved: about.points === 0 ? others : [...others, about] };
    }
    default:
      return event satisfies never;
  }
};

export const evolveRouting = (state: Routing, event: RoutingEvent): Routing => ({
  ...evolved(state, event),
  changes: (state.changes ?? 0) + 1,
});
