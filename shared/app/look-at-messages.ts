import { statusAfter } from '#domain/delivery/delivery.ts';
import type { DeliveryEvent } from '#domain/delivery/events.ts';
import { lookDueAt } from '#domain/delivery/look.ts';
import type { Watched } from '#domain/delivery/watched.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Looked, Provider } from '#ports/provider.ts';
import type { House } from './house.ts';
import { stopReported } from './stop-reported.ts';
import { timeLimit } from './time-limit.ts';
import type { Watch } from './watch-writes.ts';

/** Unless the provider says otherwise: Twilio and Telnyx give a message up after ten hours at most. */
const settledAfterMs = 11 * 3_600_000;
/** Messages that are asked about in one go; the others are asked about a minute later. */
const mostLooks = 100;
const atOnce = 10;
const mostMs = 60_000;

type Looking = Readonly<{ house: House; cause: Cause; watch: Watch }>;
type Asked = Readonly<{ watched: Watched; provider: Provider }>;

const horizonOf = (provider: Provider): number => provider.settledAfterMs ?? settledAfterMs;

/** By whom a message went, where that one can be asked. */
const askable = ({ house }: Looking, watched: Watched): readonly Asked[] => {
  const provider = watched.sender && house.providerFor(watched.sender);
  return provider?.look ? [{ watched, provider }] : [];
};

/** When somebody is to be asked next, by message; undefined: nothing is left to ask. */
export const nextLookAt = (looking: Looking, messages: readonly Watched[], lookedAt: string | undefined): string | undefined =>
  messages
    .flatMap((one) => askable(looking, one))
    .flatMap(({ watched, provider }) => lookDueAt(watched, { lookedAt, horizonMs: horizonOf(provider) }) ?? [])
    .sort()[0];

const reportOf = ({ watched: { queued, status, price, sender } }: Asked, looked: Looked): readonly DeliveryEvent[] => {
  const isNews = statusAfter(status, looked.status) !== status || (looked.price !== undefined && looked.price !== price);
  if (!isNews || !sender) return [];
  const { row, channel, offset } = queued.data;
  return [{ type: 'DeliveryReported', data: { row, channel, offset, ...sender, ...looked } }];
};

const lookAt = async (asked: Asked): Promise<Looked | undefined | 'silent'> => {
  const { watched, provider } = asked;
  try {
    return await provider.look?.(watched.sender?.reference ?? '', watched.queued.data.channel);
  } catch {
    return 'silent';
  }
};

/** Stops what is wrongly configured, as if the provider had reported it by itself. */
const stop = async ({ house, cause, watch }: Looking, { data }: DeliveryEvent): Promise<void> => {
  const { code, providerCode, provider, accountId, ...place } = data;
  if (code === undefined) return;
  const reported = { companyId: watch.companyId, account: { provider, accountId }, place, stream: watch.stream, code, providerCode };
  await stopReported(house, reported, cause);
};

export type LookedAt = Readonly<{
  /** all that were due were asked, and answered */ isDone: boolean;
  /** something was new */ hasNews: boolean;
}>;

/**
 * Asks providers what became of messages that nobody has reported to their end, and appends what is new as they would have reported it.
 */
export const lookAtMessages = async (looking: Looking, messages: readonly Watched[]): Promise<LookedAt> => {
  const { house, cause, watch } = looking;
  const isDue = ({ watched, provider }: Asked): boolean => {
    const at = lookDueAt(watched, { lookedAt: watch.lookedAt, horizonMs: horizonOf(provider) });
    return at !== undefined && at <= cause.now;
  };
  const due = messages.flatMap((one) => askable(looking, one)).filter(isDue);
  const waiting = due.slice(0, mostLooks).values();
  const events: DeliveryEvent[] = [];
  const isOver = timeLimit(house.clock, mostMs);
  let silent = 0;
  const worker = async (): Promise<void> => {
    for (const asked of waiting) {
      const looked = isOver() || silent > atOnce ? 'silent' : await lookAt(asked);
      if (looked === 'silent') silent += 1;
      else if (looked) events.push(...reportOf(asked, looked));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, due.length) }, worker));
  const { companyId, campaignId, stream } = watch;
  if (events.length > 0) await house.store.append({ stream, companyId, events, cause: { ...cause, id: `${cause.id}:looks` } });
  for (const event of events) await stop(looking, event);
  if (due.length > 0)
    house.log.info(
      { companyId, campaignId, asked: due.length - silent, news: events.length, silent },
      'asked providers what became of messages',
    );
  return { isDone: silent === 0 && due.length <= mostLooks, hasNews: events.length > 0 };
};
