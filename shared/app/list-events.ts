import type { RecordedEvent } from '#domain/catalogue.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { parseMessageId } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { publicEventOf, toldTypes, type PublicEvent } from '#domain/webhook/public-event.ts';
import { bodyWithin } from './body-within.ts';
import type { BrandReach } from './brand-reach.ts';
import type { House } from './house.ts';
import { showMessage } from './show-message.ts';
import { webhookBody } from './webhook-body.ts';
import { publicEventId } from './webhook-queue.ts';

/** `since`: UTC ISO. `cursor`: of the page before. */
export type EventsWanted = Readonly<{
  companyId: string;
  types?: readonly string[] | undefined;
  campaignId?: string | undefined;
  messageId?: string | undefined;
  since?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  /** somebody hears of these alone */
  reach?: BrandReach | undefined;
}>;

/** `body`: as a webhook tells it. `cursor`: the next page begins there, also where nothing is left yet. */
export type EventPage = Readonly<{ bodies: readonly string[]; cursor: string; hasMore: boolean }>;

/** Up to where each partition was told: a record, and so many of its events behind it. */
type Places = Record<string, readonly [position: number, told: number]>;

const recordsAtOnce = 20;
/** Of the log for one page: where little of it is the company's, a page may be short and more come behind it. */
const mostRecords = 2_000;

const scopeOf = (companyId: string): string => `cursors/${companyId}`;

const sealed = async ({ vault }: House, companyId: string, places: Places): Promise<string> => {
  const key = await vault.keyFor(scopeOf(companyId));
  return key ? key.seal(Buffer.from(JSON.stringify(places))).toString('base64url') : '';
};

const opened = async ({ vault }: House, { companyId, cursor }: EventsWanted): Promise<Places> => {
  if (cursor === undefined) return {};
  try {
    const key = await vault.existingKey(scopeOf(companyId));
    if (key) return JSON.parse(key.open(Buffer.from(cursor, 'base64url')).toString()) as Places;
  } catch {
    // no cursor of ours: told below
  }
  throw new Refusal('cursor_unknown', 'this cursor belongs to no page: begin again without it');
};

const isWanted = (told: PublicEvent, event: RecordedEvent, { types, campaignId, messageId, since }: EventsWanted): boolean =>
  (types === undefined || types.length === 0 || types.includes(told.type)) &&
  (campaignId === undefined || told.data['campaign'] === campaignId) &&
  (messageId === undefined || told.message === messageId || told.data['message'] === messageId) &&
  (since === undefined || event.occurredAt >= since);

type Reading = { readonly bodies: string[]; readonly places: Places; looked: number; hasMore: boolean };

const reader = (house: House, wanted: EventsWanted) => {
  const { companyId, limit, reach } = wanted;
  const tell = webhookBody(house, companyId);
  const bodyOf = async (event: RecordedEvent): Promise<string | undefined> => {
    const told = event.companyId === companyId ? publicEventOf(event) : undefined;
    if (!told || told.sampleAt || !isWanted(told, event, wanted)) return undefined;
    const id = publicEventId(companyId, told.type, told.fact);
    const { partition, position } = event;
    const body = await tell({ id, type: told.type, at: { partition, position, event: event.id }, attempts: 0, due: 0 });
    return body === undefined || !reach ? body : bodyWithin(house, { companyId, reach, type: told.type }, body);
  };
  /** False: the page is full. */
  const take = async (reading: Reading, partition: string, events: readonly RecordedEvent[]): Promise<boolean> => {
    for (const [position, some] of Map.groupBy(events, (event) => event.position)) {
      const [known = 0, done = 0] = reading.places[partition] ?? [];
      for (let n = position === known ? done : 0; n < some.length; n += 1) {
        if (reading.bodies.length >= limit) return false;
        const body = await bodyOf(some[n]!);
        reading.places[partition] = [position, n + 1];
        if (body !== undefined) reading.bodies.push(body);
      }
    }
    return true;
  };
  return async (reading: Reading, partition: string, stream?: string): Promise<void> => {
    // whom it is about is read when it is told
    const only = { companies: new Set([companyId]), types: toldTypes, sealed: true as const, ...(stream === undefined ? {} : { stream }) };
    const [position = 1] = reading.places[partition] ?? [];
    // the record that was told in part is read once more
    for (let after = Math.max(0, position - 1); ;) {
      if (reading.bodies.length >= limit || reading.looked >= mostRecords) {
        reading.hasMore = true;
        return;
      }
      const { events, at } = await house.store.feed(partition, after, recordsAtOnce, only);
      if (!(await take(reading, partition, events))) {
        reading.hasMore = true;
        return;
      }
      if (at === after) return;
      reading.looked += at - after;
      after = at;
      // what holds nothing for the company is not looked at again
      if ((reading.places[partition]?.[0] ?? 0) < at) reading.places[partition] = [at, Number.MAX_SAFE_INTEGER];
    }
  };
};

/**
 * What happened, as webhooks tell it, in the order of the log: that of each message, reply or packet among themselves. Throws Refusals:
 * cursor_unknown, message_unknown.
 */
export const listEvents = async (house: House, wanted: EventsWanted): Promise<EventPage> => {
  const { companyId, messageId } = wanted;
  const reading: Reading = { bodies: [], places: await opened(house, wanted), looked: 0, hasMore: false };
  const read = reader(house, wanted);
  if (messageId === undefined) for (const partition of house.store.partitions()) await read(reading, partition);
  else {
    await showMessage(house, { companyId, messageId });
    const { packetId, chunk } = parseMessageId(messageId)!;
    const stream = chunkStream(packetId, chunk);
    await read(reading, house.store.partitionOf(stream), stream);
  }
  return { bodies: reading.bodies, cursor: await sealed(house, companyId, reading.places), hasMore: reading.hasMore };
};
