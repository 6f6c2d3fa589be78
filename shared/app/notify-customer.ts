import type { RecordedEvent } from '#domain/catalogue.ts';
import { hears } from '#domain/webhook/event-types.ts';
import { publicEventOf } from '#domain/webhook/public-event.ts';
import { DocumentMoved, type DocumentWrite } from '#ports/documents.ts';
import { feedReader } from './feed-reader.ts';
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

type Read = Readonly<{ partition: string; events: readonly RecordedEvent[]; at: number }>;

/** What the companies of these events hear, where they hear anything. Read after the events: whoever came before them is among them. */
const listenersOf = async ({ documents }: House, events: readonly RecordedEvent[]): Promise<ReadonlyMap<string, CompanyWebhooks>> => {
  const listening = new Set((await documents.get<Listening>(webhookPaths.listening))?.data.companies);
  const ids = [...new Set(events.map(({ companyId }) => companyId))].filter((id) => listening.has(id));
  const found = ids.length === 0 ? [] : await documents.getMany<CompanyWebhooks>(ids.map(webhookPaths.company));
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
      if (event.occurredAt < since || !hears(wanted, told.type)) continue;
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

/** Stores for every endpoint of whoever listens what a partition has to tell, from where it was read to. Asks again where that takes long. */
export const notifyCustomer = async (house: House, partition: string): Promise<void> => {
  const { documents, bus, clock } = house;
  const isOver = timeLimit(clock, mostMs);
  const read = feedReader(house.store, partition, { events: eventsTogether, last: Infinity });
  const path = webhookPaths.checkpoint(partition);
  if (!(await documents.get<Listening>(webhookPaths.listening))?.data.companies.length) return;
  for (;;) {
    const checkpoint = await documents.get<{ at: number }>(path);
    const after = checkpoint?.data.at ?? 0;
    const { events, at } = await read(after);
    if (at === after) return;
    const lanes = lanesOf(house, { partition, events, at }, await listenersOf(house, events));
    const moved = { path, data: { at }, ...(checkpoint ? { ifVersion: checkpoint.version } : { ifAbsent: true as const }) };
    try {
      await store(house, lanes, moved, `${partition}.${at}`);
    } catch (error) {
      // somebody else reads here too, and was faster
      if (!(error instanceof DocumentMoved)) throw error;
      continue;
    }
    if (lanes.length > 0)
      await bus.publish(
        topics.callWebhooks,
        lanes.map(({ endpointId }) => ({ data: { endpointId }, key: endpointId })),
      );
    if (isOver()) return bus.publish(topics.notifyCustomer, [{ data: { partition }, key: partition }]);
  }
};
