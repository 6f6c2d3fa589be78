import { tallyReplies, type RepliesTally } from '#domain/conversation/tally-replies.ts';
import { count, emptyTally, type Tally } from '#domain/delivery/tally.ts';
import type { EventStore } from '#ports/event-store.ts';

const recordsAtOnce = 50;

/** Counts a company's log from its first record to its newest. Also says how many commits and events the log has in all. */
export const tallyLog = async (
  store: EventStore,
  companyId: string,
): Promise<{ tally: Tally; replies: RepliesTally; commits: number; events: number }> => {
  const tally = emptyTally();
  const replies = tallyReplies();
  let commits = 0;
  let events = 0;
  for (const partition of store.partitions()) {
    for (let after = 0; ;) {
      const { events: read, at } = await store.feed(partition, after, recordsAtOnce);
      if (at === after) break;
      for (const event of read.filter(({ companyId: owner }) => owner === companyId)) {
        count(tally, event);
        replies.count(event);
      }
      commits += at - after;
      events += read.length;
      after = at;
    }
  }
  return { tally, replies: replies.total(), commits, events };
};
