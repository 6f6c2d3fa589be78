import { randomUUID } from 'node:crypto';
import { add, movesFor, none, type Counts, type Health, type Minutes } from '#domain/company/route-health.ts';
import { covers } from '#domain/company/routing.ts';
import type { Document } from '#ports/documents.ts';
import type { House } from './house.ts';
import { forgetCompany } from './known-company.ts';
import { changeCompany, companyPath, type CompanyDocument } from './register-company.ts';
import { mayMove, routeHealthOf } from './route-health-of.ts';

type Counted = Health & Readonly<{ companyId: string }>;

const mostRead = 500;
const mostReads = 20;
/** Processes come and go, each with documents of its own; what nobody has written for so long says nothing of now. */
const keptMs = 2 * 3_600_000;

/** What was counted lately; what is older goes, so that it never stands before what is new. */
const recentOf = async ({ documents, clock }: House, collection: string): Promise<readonly Document<Counted>[]> => {
  const oldest = new Date(Date.parse(clock.now()) - keptMs).toISOString();
  for (let left = mostReads; ; left--) {
    const found = await documents.due<Counted>(collection, '9999', mostRead);
    const old = found.filter(({ dueAt = '' }) => dueAt < oldest);
    if (old.length > 0) await documents.write(old.map(({ path }) => ({ path, delete: true as const })));
    if (old.length < mostRead || left <= 1) return found.slice(old.length);
  }
};

/** What all processes have counted, together. */
const healthOf = async (house: House, companyId: string): Promise<readonly Health[]> => {
  const found = await recentOf(house, routeHealthOf(companyId));
  const merged = new Map<string, Health>();
  for (const { data } of found) {
    const key = `${data.provider} ${data.accountId} ${data.channel}`;
    const known = merged.get(key);
    const minutes: Record<string, Counts> = { ...known?.minutes };
    for (const [minute, counts] of Object.entries(data.minutes satisfies Minutes)) minutes[minute] = add(minutes[minute] ?? none, counts);
    merged.set(key, { ...data, minutes });
  }
  return [...merged.values()];
};

/**
 * Moves weight away from accounts that are slow or do not deliver to others that are well, and back when it has been quiet: as events, and as a
 * line in the log. Again: nothing.
 */
export const judgeRoutes = async (house: House, companyId: string): Promise<void> => {
  const { documents, clock, log } = house;
  const company = (await documents.get<CompanyDocument>(companyPath(companyId)))?.data;
  if (!company?.routes) return;
  const { routes, stopped = [], moved = [] } = company;
  const open = routes.filter((one) => !stopped.some((stop) => covers(stop, one)));
  const channels = [...new Set(open.map(({ channel }) => channel))].filter((channel) => mayMove({ routes: open }, channel));
  if (channels.length === 0) return;
  const health = await healthOf(house, companyId);
  const now = clock.now();
  const moves = channels.flatMap((channel) => movesFor({ routes: open.filter((one) => one.channel === channel), moved, health, now }));
  if (moves.length === 0) return;
  const cause = { id: `health_${randomUUID().replaceAll('-', '')}`, now };
  await changeCompany(house, { type: 'MoveWeights', data: { companyId, moves } }, cause);
  forgetCompany(house, companyId);
  for (const { provider, channel, points, why } of moves)
    log.warn({ companyId, provider, channel, points, why }, 'the weight of a route was moved');
};

const mostCompanies = 200;

/** Where nothing is counted any more nobody else looks whether weights may come back. */
export const judgeAll = async (house: House): Promise<void> => {
  const found = await recentOf(house, 'routeHealth');
  const companies = [...new Set(found.map(({ data }) => data.companyId))].slice(0, mostCompanies);
  for (const companyId of companies) await judgeRoutes(house, companyId);
};
