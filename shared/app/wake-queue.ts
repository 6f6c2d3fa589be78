import { queueOf, type WorkItem } from '#domain/work/work-item.ts';
import { duePages } from './due-pages.ts';
import type { House } from './house.ts';
import { wakeWork } from './wake-work.ts';

/** Everything of a company that is due goes on at once, not at the next tick. `now`: business time. */
export const wakeQueue = async (house: House, companyId: string, now: string): Promise<void> => {
  for await (const items of duePages<WorkItem>(house.documents, queueOf(companyId), now))
    await wakeWork(
      house,
      items.map(({ path, data }) => ({ item: data, hint: { data: { path }, key: path } })),
    );
};
