import { randomUUID } from 'node:crypto';
import type { Account } from '#domain/company/company.ts';
import { add, minuteOf, none, oldestMinute, type Counts } from '#domain/company/route-health.ts';
import type { Routing } from '#domain/company/routing.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import type { House } from './house.ts';
import { judgeRoutes } from './judge-routes.ts';
import { mayMove, routeHealthOf } from './route-health-of.ts';

/** What one process has counted of one account's channel. */
type Counted = { readonly about: About; minutes: Record<string, Counts>; isStored: boolean };
type About = Account & Readonly<{ companyId: string; channel: Channel; isMute?: boolean }>;

type Memory = {
  /** this process */
  readonly name: string;
  readonly counted: Map<string, Counted>;
  timer?: NodeJS.Timeout | undefined;
  judgedAt: Map<string, number>;
};

/** What was counted is stored this much later, real time, at most once in it for each account's channel. */
const storeEveryMs = 10_000;
/** A process judges a company's routes at most so often, real time. */
const judgeEveryMs = 60_000;
const mostCounted = 1_000;
const keptMs = 3_600_000;

const memories = new WeakMap<House['documents'], Memory>();
const memoryOf = ({ documents }: House): Memory => {
  const memory = memories.get(documents) ?? { name: randomUUID().slice(0, 8), counted: new Map(), judgedAt: new Map() };
  memories.set(documents, memory);
  return memory;
};

const prune = (minutes: Record<string, Counts>, now: string): void => {
  const oldest = oldestMinute(now);
  for (const minute of Object.keys(minutes)) if (minute < oldest) delete minutes[minute];
};

/** Counts what became of messages, in memory; the document is written ten seconds later at the soonest, and a lost minute only makes the count smaller. */
export const noteHealth = (house: House, company: Routing | undefined, about: About, counts: Partial<Counts>): void => {
  if (!company || !mayMove(company, about.channel)) return;
  const memory = memoryOf(house);
  const key = `${about.companyId} ${about.provider} ${about.accountId} ${about.channel}`;
  if (!memory.counted.has(key) && memory.counted.size >= mostCounted) return;
  const known = memory.counted.get(key) ?? { about, minutes: {}, isStored: true };
  memory.counted.set(key, known);
  const now = house.clock.now();
  const minute = minuteOf(now);
  known.minutes[minute] = add(known.minutes[minute] ?? none, { ...none, ...counts });
  known.isStored = false;
  prune(known.minutes, now);
  memory.timer ??= setTimeout(() => void storeHealth(house).catch(() => undefined), storeEveryMs).unref();
};

/** Stores what this process has counted, and moves weights where it is time to. */
export const storeHealth = async (house: House): Promise<void> => {
  const memory = memoryOf(house);
  clearTimeout(memory.timer);
  memory.timer = undefined;
  const fresh = [...memory.counted.values()].filter(({ isStored }) => !isStored);
  const now = house.clock.now();
  for (const one of fresh) {
    const { companyId, provider, accountId, channel } = one.about;
    const id = `${memory.name}.${provider}.${accountId.replaceAll('/', '.')}.${channel}`;
    one.isStored = true;
    const expiresAt = new Date(Date.parse(now) + keptMs).toISOString();
    await house.documents.write([
      { path: `${routeHealthOf(companyId)}/${id}`, data: { ...one.about, minutes: one.minutes }, dueAt: now, expiresAt },
    ]);
  }
  for (const [key, { minutes, isStored }] of memory.counted)
    if (isStored && Object.keys(minutes).every((minute) => minute < oldestMinute(now))) memory.counted.delete(key);
  for (const companyId of new Set(fresh.map(({ about }) => about.companyId))) {
    const realMs = house.clock.realMs();
    if (realMs - (memory.judgedAt.get(companyId) ?? -judgeEveryMs) < judgeEveryMs) continue;
    if (memory.judgedAt.size >= mostCounted) memory.judgedAt.clear();
    memory.judgedAt.set(companyId, realMs);
    await judgeRoutes(house, companyId);
  }
};
