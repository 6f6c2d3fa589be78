import { dueAtOf, type WorkItem } from '#domain/work/work-item.ts';
import type { DueCursor } from '#ports/documents.ts';
import type { House } from './house.ts';

const page = 500;

/** Whoever owns the house alone takes back what a former process had leased, instead of waiting for leases to run out. */
export const voidLeases = async ({ documents, clock }: House): Promise<number> => {
  let after: DueCursor | undefined;
  for (let voided = 0; ;) {
    const items = await documents.due<WorkItem>('queue', '9999', page, after);
    const leased = items.filter(({ data }) => data.lease);
    for (const { path, data, version } of leased) {
      const { lease: _, ...item } = data;
      await documents.write([{ path, data: item, ifVersion: version, dueAt: dueAtOf(item, clock.now()) ?? clock.now() }]);
    }
    voided += leased.length;
    const last = items.at(-1);
    if (items.length < page || !last?.dueAt) return voided;
    after = { dueAt: last.dueAt, path: last.path };
  }
};
