import type { RecordedEvent } from '#domain/catalogue.ts';
import type { EventStore, Picking } from '#ports/event-store.ts';

export type FedRecords = Readonly<{ events: readonly RecordedEvent[]; at: number }>;
export type FeedReader = (after: number) => Promise<FedRecords>;

const fewest = 8;
const most = 64;

type Portion = Readonly<{
  events: number;
  last: number;
  /** no more than so many are read at once, whatever is in them; left out: what the rest says is enough */
  records?: number;
  only?: Picking;
}>;

/**
 * Reads whole commit records until about `events` are there, the feed ends, or position `last` is reached. Records hold 1 to 500 events:
 * it asks for few at a time, so that memory stays bounded whatever comes.
 */
export const feedReader = (
  store: Pick<EventStore, 'feed'>,
  partition: string,
  { events: wanted, last, records = Infinity, only }: Portion,
): FeedReader => {
  let step = fewest;
  return async (after) => {
    const events: RecordedEvent[] = [];
    const end = Math.min(last, after + records);
    let at = after;
    while (events.length < wanted && at < end) {
      const limit = Math.min(step, end - at);
      const fed = await store.feed(partition, at, limit, only);
      if (fed.at === at) break;
      for (const event of fed.events) events.push(event);
      const perRecord = Math.max(1, fed.events.length / (fed.at - at));
      step = Math.max(fewest, Math.min(most, Math.ceil((wanted - events.length) / perRecord)));
      if (fed.at - at < limit) return { events, at: fed.at };
      at = fed.at;
    }
    return { events, at };
  };
};
