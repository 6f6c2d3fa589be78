import { statusAfter } from '#domain/delivery/delivery.ts';
import type { DeliveryEvent } from '#domain/delivery/events.ts';
import { lookDueAt } from '#domain/delivery/look.ts';
import type { Watched } from '#domain/delivery/watched.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Looked, Provider } from '#ports/provider.ts';
import type { House } from './house.ts';
import { optOutReported } from './opt-out-reported.ts';
import { stopReported } from './stop-reported.ts';
import { timeLimit } from './time-limit.ts';
import type { Round, Watch } from './watch-writes.ts';

/** Unless the provider says otherwise: Twilio and Telnyx give a message up after ten hours at most. */
const settledAfterMs = 11 * 3_600_000;
/** Messages that are asked about in one go; the others are asked about a minute later. */
const mostLooks = 100;
const atOnce = 10;
/** So many goes in a row without an answer, each twice as long after the one before, and it is left until the next time. */
const mostSilent = 5;
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

const takeOptOut = async ({ house, cause, watch }: Looking, data: DeliveryEvent['data']): Promise<void> => {
  const { row, channel, offset, provider, code, providerCode } = data;
  if (code === undefined) return;
  const { companyId, stream } = watch;
  await optOutReported(house, { companyId, provider, stream, place: { row, channel, offset }, code, providerCode }, cause);
};

export type LookedAt = Readonly<{
  /** what is left of the round; undefined: all that were due were asked */ round?: Round | undefined;
  /** something was new */ hasNews: boolean;
}>;

type Due = Asked & Readonly<{ n: number }>;

const dueIn = (looking: Looking, messages: readonly Watched[], from: number): readonly Due[] =>
  messages.flatMap((one, n) =>
    askable(looking, one).flatMap((asked): readonly Due[] => {
      const at = lookDueAt(one, { lookedAt: looking.watch.lookedAt, horizonMs: horizonOf(asked.provider) });
      return n >= from && at !== undefined && at <= looking.cause.now ? [{ ...asked, n }] : [];
    }),
  );

/** What was not answered is asked again, but not for ever; who answers nobody is left alone, who is silent about some of them alone is not. */
const roundAfter = (round: Round, due: readonly Due[], silent: number): Round | undefined => {
  const isSilent = silent > 0;
  if (isSilent && round.silent + 1 < mostSilent) return { ...round, silent: round.silent + 1 };
  const next = silent > atOnce ? undefined : due[mostLooks];
  return next && { ...round, to: next.n, silent: 0 };
};

const askAll = async ({ house }: Looking, due: readonly Due[]): Promise<Readonly<{ events: DeliveryEvent[]; silent: number }>> => {
  const waiting = due.values();
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
  return { events, silent };
};

/**
 * Asks providers what became of messages that nobody has reported to their end, and appends what is new as they would have reported it.
 */
export const lookAtMessages = async (looking: Looking, messages: readonly Watched[]): Promise<LookedAt> => {
  const { house, cause, watch } = looking;
  const round = watch.round ?? { since: cause.now, to: 0, silent: 0 };
  const due = dueIn(looking, messages, round.to);
  const asked = due.slice(0, mostLooks);
  const { events, silent } = await askAll(looking, asked);
  const { companyId, campaignId, stream } = watch;
  // before they are news no more
  for (const { data } of events) await takeOptOut(looking, data);
  if (events.length > 0) await house.store.append({ stream, companyId, events, cause: { ...cause, id: `${cause.id}:looks` } });
  for (const event of events) await stop(looking, event);
  if (asked.length > 0)
    house.log.info(
      { companyId, campaignId, asked: asked.length - silent, news: events.length, silent },
      'asked providers what became of messages',
    );
  return { round: roundAfter(round, due, silent), hasNews: events.length > 0 };
};
