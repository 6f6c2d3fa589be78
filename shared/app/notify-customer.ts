import type { RecordedEvent } from '#domain/catalogue.ts';
import { hears } from '#domain/webhook/event-types.ts';
import { publicEventOf, toldTypes } from '#domain/webhook/public-event.ts';
import { DocumentMoved, type Document, type DocumentWrite } from '#ports/documents.ts';
import { feedReader, type FeedReader } from './feed-reader.ts';
import type { House } from './house.ts';
import { timeLimit } from './time-limit.ts';
import { topics } from './topics.ts';
import { webhookPaths, type CompanyWebhooks, type Listening } from './webhook-paths.ts';
import { publicEventId, queueWrites, type WebhookItem } from './webhook-queue.ts';

/** A handler reads no further after this much real time: the next one goes on. */
const mostMs = 200_000;
const eventsTogether = 500;
/** Below what a commit takes, so that the checkpoint has room. */
const writesTogether = 400;

/** Records that are looked through at once; so many are read once more, at most, after a process has ended that found nothing in them to tell. */
const recordsTogether = 256;

type Listens = Document<Listening>;
type Read = Readonly<{ partition: string; events: readonly RecordedEvent[]; at: number }>;

const listeningNow = async ({ documents }: House): Promise<Listens | undefined> => {
  const found = await documents.get<Listening>(webhookPaths.listening);
  return found?.data.companies.length ? found : undefined;
};

/** What companies that listen may be told. What identifies people stays sealed: whom it is about is read when it is told. */
const readOn = ({ store }: House, partition: string, { data }: Listens): FeedReader => {
  const only = { companies: new Set(data.companies), types: toldTypes, sealed: true as const };
  return feedReader(store, partition, { events: eventsTogether, records: recordsTogether, last: Infinity, only });
};

/** What the companies of these events hear. Read after the events: whoever came before them is among them. Undefined: somebody came or went meanwhile. */
const listenersOf = async (
  { documents }: House,
  events: readonly RecordedEvent[],
  { version }: Listens,
): Promise<ReadonlyMap<string, CompanyWebhooks> | undefined> => {
  const ids = [...new Set(events.map(({ companyId }) => companyId))];
  const paths = [webhookPaths.listening, ...ids.map(webhookPaths.company)];
  const [now, ...found] = await documents.getMany<CompanyWebhooks>(paths);
  if (now?.version !== version) return undefined;
  return new Map(ids.flatMap((id, n) => (found[n] ? [[id, found[n].data] as const] : [])));
};

type Lane = Readonly<{ companyId: string; endpointId: string; items: Map<string, WebhookItem> }>;

/** By endpoint; the same fact stands once in each. */
const lanesOf = (house: House, { partition, events }: Read, listeners: ReadonlyMap<string, CompanyWebhooks>): readonly Lane[] => {
  const lanes = new Map<string, Lane>();
  const due = house.clock.realMs();
  for (const event of events) {
    const { companyId } = event;
    const listener = listeners.get(companyId);
    const told = listener && publicEventOf(event);
    if (!told) continue;
    const id = publicEventId(companyId, told.type, told.fact);
    for (const { endpointId, events: wanted, since } of listener.endpoints) {
      if (event.occurredAt < since || !(told.sampleAt?.includes(endpointId) ?? hears(wanted, told.type))) continue;
      const lane = lanes.get(endpointId) ?? { companyId, endpointId, items: new Map() };
      lanes.set(endpointId, lane);
      const at = { partition, position: event.position, event: event.id };
      if (!lane.items.has(id)) lane.items.set(id, { id, type: told.type, at, attempts: 0, due });
    }
  }
  return [...lanes.values()];
};

/** The work and how far it was read, in one commit; what is too much for one is stored before, so that none is lost. */
const store = async ({ documents, clock }: House, lanes: readonly Lane[], checkpoint: DocumentWrite, name: string): Promise<void> => {
  const writes = lanes.flatMap(({ items, ...lane }) => queueWrites(name, { ...lane, items: [...items.values()] }, clock.now()));
  while (writes.length > writesTogether) await documents.write(writes.splice(0, writesTogether));
  await documents.write([...writes, checkpoint]);
};

/** How far this process has looked without finding anything to tell, by partition: what nobody is told of is not written down each time. */
const looked = new WeakMap<House['documents'], Map<string, number>>();

const lookedIn = ({ documents }: House): Map<string, number> => {
  const known = looked.get(documents) ?? new Map<string, number>();
  looked.set(documents, known);
  return known;
};

const wake = async ({ bus }: House, lanes: readonly Lane[]): Promise<void> => {
  const hints = lanes.map(({ endpointId }) => ({ data: { endpointId }, key: endpointId }));
  if (hints.length > 0) await bus.publish(topics.callWebhooks, hints);
};

/** One portion of a partition. False: there is nothing more, or nobody listens. */
const tellPortion = async (house: House, partition: string): Promise<boolean> => {
  const { documents } = house;
  const path = webhookPaths.checkpoint(partition);
  const listens = await listeningNow(house);
  if (!listens) return false;
  const checkpoint = await documents.get<{ at: number }>(path);
  const { at: noted } = checkpoint?.data ?? { at: 0 };
  const after = Math.max(noted, lookedIn(house).get(partition) ?? 0);
  const { events, at } = await readOn(house, partition, listens)(after);
  if (at === after) return false;
  const listeners = await listenersOf(house, events, listens);
  if (!listeners) return true;
  const lanes = lanesOf(house, { partition, events, at }, listeners);
  if (lanes.length > 0 || at - noted >= recordsTogether) {
    const moved = { path, data: { at }, ...(checkpoint ? { ifVersion: checkpoint.version } : { ifAbsent: true as const }) };
    await store(house, lanes, moved, `${partition}.${at}`);
  }
  lookedIn(house).set(partition, at);
  await wake(house, lanes);
  return true;
};

/** Stores for every endpoint of whoever listens what a partition has to tell, from where it was read to. Asks again where that takes long. */
export const notifyCustomer = async (house: House, partition: string): Promise<void> => {
  const isOver = timeLimit(house.clock, mostMs);
  for (;;) {
    try {
      if (!(await tellPortion(house, partition))) return;
    } catch (error) {
      // somebody else reads here too, and was faster
      if (!(error instanceof DocumentMoved)) throw error;
    }
    if (isOver()) return house.bus.publish(topics.notifyCustomer, [{ data: { partition }, key: partition }]);
  }
};
