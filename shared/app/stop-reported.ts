import type { Account } from '#domain/company/company.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Place } from '#domain/kernel/ids.ts';
import { stopScopeOf } from '#domain/kernel/stop-codes.ts';
import { placeKeyOf } from '#domain/delivery/chunk-messages.ts';
import type { House } from './house.ts';
import { remembered } from './remembered.ts';
import { stopRoute } from './stop-route.ts';

/** A report that says that nothing of this kind will get through. */
export type Reported = Readonly<{
  companyId: string;
  account: Account;
  place: Place;
  stream: string;
  code: string;
  providerCode?: string | undefined;
}>;

/** A hundred thousand reports may say the same: whose sender it was is looked up once in this real time for each chunk. */
const lookedUpMs = 60_000;
const mostKept = 1_000;
const lookedUp = new WeakMap<House, ReturnType<typeof remembered<number>>>();

const memoryOf = (house: House): ReturnType<typeof remembered<number>> => {
  const known = lookedUp.get(house) ?? remembered<number>(mostKept);
  lookedUp.set(house, known);
  return known;
};

/** Who a message went out from: its route's sender, else its own. */
const senderOf = async ({ store }: House, { stream, place }: Reported): Promise<string | undefined> => {
  const key = placeKeyOf(place);
  let from: string | undefined;
  for (const event of (await store.read(stream)).events) {
    const said = event.type === 'MessageQueued' || event.type === 'MessageSending' ? event.data : undefined;
    if (said && placeKeyOf(said) === key) from = said.from ?? from;
  }
  return from;
};

/** Stops the way of a message where its report says that the configuration is wrong. Again: nothing. */
export const stopReported = async (house: House, reported: Reported, cause: Cause): Promise<void> => {
  const scope = stopScopeOf(reported.code);
  if (scope === undefined) return;
  const known = memoryOf(house);
  const key = `${reported.stream} ${reported.code}`;
  if (house.clock.realMs() - (known.get(key) ?? -lookedUpMs) < lookedUpMs) return;
  const from = scope === 'sender' ? await senderOf(house, reported) : undefined;
  await stopRoute(house, { ...reported, channel: reported.place.channel, from }, cause);
  // not before: whoever failed to stop it comes again with the same report
  known.keep(key, house.clock.realMs());
};
