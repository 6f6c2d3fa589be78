import { dueAtOf, type WorkItem } from '#domain/work/work-item.ts';
import { duePages } from './due-pages.ts';
import type { House } from './house.ts';
import { firstDue, idOfQueued, queueWrite, type WebhookQueue } from './webhook-queue.ts';

const voidWork = async ({ documents, clock }: House): Promise<number> => {
  const now = new Date(clock.realMs()).toISOString();
  let voided = 0;
  for await (const items of duePages<WorkItem>(documents, 'queue', '9999')) {
    const leased = items.filter(({ data }) => data.lease);
    for (const { path, data, version } of leased) {
      const { lease: _, ...rest } = data;
      // its handler is gone: it has called nobody later than now
      const item: WorkItem = {
        ...rest,
        inFlight: data.inFlight.map(([index, at, ...via]) => [index, at < now ? at : now, ...via] as const),
      };
      await documents.write([{ path, data: item, ifVersion: version, dueAt: dueAtOf(item, clock.now()) ?? clock.now() }]);
    }
    voided += leased.length;
  }
  return voided;
};

/** What a killed process was telling a customer is due as it was before: it may come twice. */
const voidCalls = async ({ documents, clock }: House): Promise<number> => {
  let voided = 0;
  for await (const queues of duePages<WebhookQueue>(documents, 'hookQueue', '9999')) {
    const leased = queues.filter(({ data, dueAt = '' }) => data.items.length > 0 && dueAt > firstDue(data));
    for (const { path, data, version } of leased) {
      const write = queueWrite(idOfQueued({ path }), data, { now: clock.now() });
      await documents.write([{ ...write, ifVersion: version }]);
    }
    voided += leased.length;
  }
  return voided;
};

/** Whoever owns the house alone takes back what a former process had leased, instead of waiting for leases to run out. */
export const voidLeases = async (house: House): Promise<number> => (await voidWork(house)) + (await voidCalls(house));
