import type { Channel } from '#domain/kernel/ids.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Route } from '#domain/company/events.ts';
import { covers, isSameAccount, type Moved, type Stopped, type Way } from '#domain/company/routing.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import { routesOf } from './carrier-of.ts';
import type { House } from './house.ts';
import { forgetCompany } from './known-company.ts';
import { changeCompany, companyPath, type CompanyDocument } from './register-company.ts';
import { wakeQueue } from './wake-queue.ts';

export type ShownRoute = Route &
  Readonly<{
    /** the house has credentials for it, and its provider carries the channel */
    isThere: boolean;
    /** every message of the route waits, or takes another one */
    isStopped: boolean;
    /** what its health has taken from its weight, or given to it */
    moved?: Pick<Moved, 'points' | 'why'>;
  }>;

export type Routes = Readonly<{
  companyId: string;
  /** nobody has set any: these follow from the company's account and the house's other providers */
  isDefault: boolean;
  routes: readonly ShownRoute[];
  stopped: readonly (Stopped & Readonly<{ words: string }>)[];
}>;

const readCompany = async ({ documents }: House, companyId: string): Promise<CompanyDocument> => {
  const company = (await documents.get<CompanyDocument>(companyPath(companyId)))?.data;
  if (company) return company;
  throw new Refusal('company_unknown', `there is no company ${companyId}: it comes with its first campaign ("carillon campaign put FILE")`);
};

const carries = ({ providerFor }: House, route: Route): boolean => providerFor(route)?.channels.includes(route.channel) === true;

/** Which ways a company's messages take, and what is wrong with them. Throws a Refusal for an unknown company. */
export const showRoutes = async (house: House, companyId: string): Promise<Routes> => {
  const company = await readCompany(house, companyId);
  const { stopped = [], moved = [] } = company;
  const shown = routesOf(house, company).map((one): ShownRoute => {
    const health = moved.find((of) => isSameAccount(of, one) && of.channel === one.channel);
    const isStopped = stopped.some((stop) => covers(stop, one));
    return { ...one, isThere: carries(house, one), isStopped, ...(health ? { moved: { points: health.points, why: health.why } } : {}) };
  });
  return {
    companyId,
    isDefault: company.routes === undefined,
    routes: shown,
    stopped: stopped.map((one) => ({ ...one, words: wordsFor(one.code) })),
  };
};

export type SetRoutesRequest = Readonly<{ companyId: string; by: string; routes: readonly Route[] }>;

/** From now on the company's messages take these ways, also those that wait. None: its own account's. Throws Refusals. */
export const setRoutes = async (house: House, { companyId, by, routes }: SetRoutesRequest, cause: Cause): Promise<Routes> => {
  const missing = routes.find((one) => house.providerFor(one) && !carries(house, one));
  if (missing) {
    const { channels } = house.providerFor(missing) ?? { channels: [] };
    throw new Refusal('route_unknown', `${missing.provider} does not carry ${missing.channel}, but ${channels.join(', ')}`);
  }
  const known = routes.filter((one) => house.providerFor(one)).map(({ provider, accountId }) => ({ provider, accountId }));
  const others = (house.providers?.() ?? []).map(({ name: provider, accountId }) => ({ provider, accountId }));
  await changeCompany(house, { type: 'SetRoutes', data: { companyId, by, routes, known: [...others, ...known] } }, cause);
  forgetCompany(house, companyId);
  await wakeQueue(house, companyId, cause.now);
  return showRoutes(house, companyId);
};

export type ResumeRequest = Readonly<{ companyId: string; by: string; channel?: Channel | undefined }> & Partial<Way>;

/** Stopped ways are tried again at once: all of them, or those that are named. Throws a Refusal for an unknown company. */
export const resumeRoutes = async (house: House, request: ResumeRequest, cause: Cause): Promise<Routes> => {
  await changeCompany(house, { type: 'ResumeRoutes', data: request }, cause);
  forgetCompany(house, request.companyId);
  await wakeQueue(house, request.companyId, cause.now);
  return showRoutes(house, request.companyId);
};
