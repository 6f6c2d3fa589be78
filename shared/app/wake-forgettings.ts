import { duePages } from './due-pages.ts';
import type { House } from './house.ts';
import { topics } from './topics.ts';

/** Wakes whoever goes on with what was left, or with what a provider may have said since; how many. */
export const wakeForgettings = async ({ documents, bus }: Pick<House, 'documents' | 'bus'>, now: string): Promise<number> => {
  let woken = 0;
  for await (const due of duePages<unknown>(documents, 'forgetting', now)) {
    const hints = due.map(({ path }) => ({ data: { forgetting: path }, key: path }));
    await bus.publish(topics.maintain, hints);
    woken += hints.length;
  }
  return woken;
};
