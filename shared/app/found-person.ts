import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Mentions } from '#domain/consent/mentions-person.ts';
import { messageIdIn, type Place } from '#domain/kernel/ids.ts';
import { packetOfChunk } from '#domain/kernel/streams.ts';
import { packetTells } from './clear-packet.ts';
import { nobodysCompany } from './hold-webhook.ts';
import type { House } from './house.ts';

/** Where the log tells of a person; names nobody, so that it may lie in a working document. */
export type FoundPerson = Readonly<{
  /** chunk stream → rows of it */ rows: Readonly<Record<string, readonly number[]>>;
  /** conversations, as streams */ conversations: readonly string[];
  /** single events: contacts of lists, trials: partition, position, event */ events: readonly (readonly [string, number, string])[];
  /** packets whose file's name, or first line, tells of it */ packets: readonly string[];
}>;

export const nothingFound: FoundPerson = { rows: {}, conversations: [], events: [], packets: [] };
export const isNothing = ({ rows, conversations, events, packets }: FoundPerson): boolean =>
  Object.keys(rows).length === 0 && conversations.length === 0 && events.length === 0 && packets.length === 0;

/** Every text of a private part, however deep. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

/** `accountId`: through which the company sends; what providers said of its messages and nobody could read belongs to no company that we know. */
type Telling = Readonly<{ contactPoint: string; mentions: Mentions; accountId?: string | undefined }>;

const isWhom = (text: string | undefined, { contactPoint, mentions }: Telling): boolean =>
  text !== undefined && (text === contactPoint || mentions.inCell(text));

const tells = (event: RecordedEvent, telling: Telling): boolean => {
  if (event.type === 'RowLoaded' || event.type === 'ContactKept' || event.type === 'ContactCorrected')
    return event.private?.cells.some(telling.mentions.inCell) ?? false;
  if (event.type === 'MessageQueued' || event.type === 'TestMessageSending') return isWhom(event.private?.to, telling);
  if (event.type === 'MessageReceived') return isWhom(event.private?.from, telling);
  if (event.type === 'TouchRejected') return isWhom(event.private?.value, telling);
  return event.type === 'DeliveryReported' && textsOf(event.private).some(telling.mentions.inText);
};

const isHeldOf = (event: RecordedEvent, { accountId, mentions }: Telling): boolean =>
  event.type === 'WebhookHeld' &&
  event.companyId === nobodysCompany &&
  event.data.accountId === accountId &&
  textsOf(event.private).some(mentions.inText);

const packetOfEvent = ({ data }: RecordedEvent): string => (data as unknown as { packetId: string }).packetId;

const isChunk = (stream: string): boolean => stream.startsWith('chunk-');

/** Which of these events of the company tell of the person. */
export const foundIn = (events: readonly RecordedEvent[], companyId: string, telling: Telling): FoundPerson => {
  const rows: Record<string, number[]> = {};
  const conversations = new Set<string>();
  const single: [string, number, string][] = [];
  const packets = new Set<string>();
  for (const event of events) {
    if (isHeldOf(event, telling)) single.push([event.partition, event.position, event.id]);
    if (event.companyId === companyId && packetTells(event, telling.mentions)) packets.add(packetOfEvent(event));
    if (event.companyId !== companyId || !('private' in event) || !tells(event, telling)) continue;
    if (isChunk(event.stream)) {
      const known = (rows[event.stream] ??= []);
      const { row } = event.data as unknown as Place;
      if (!known.includes(row)) known.push(row);
    } else if (event.type === 'MessageReceived') conversations.add(event.stream);
    else single.push([event.partition, event.position, event.id]);
  }
  return { rows, conversations: [...conversations], events: single, packets: [...packets] };
};

type Erasing = Pick<House, 'store'>;

/** Of a stream, the last first: a row that was loaded is what finds the others again after a kill. */
const eraseIn = async (
  { store }: Erasing,
  stream: string,
  isTold: (event: RecordedEvent) => boolean,
): Promise<readonly RecordedEvent[]> => {
  const { events } = await store.read(stream);
  const told = events.filter((event) => 'private' in event && event.private !== undefined && isTold(event));
  const records = Map.groupBy(told, ({ position }) => position);
  for (const [position, some] of [...records].toReversed())
    await store.erasePrivate(store.partitionOf(stream), position, new Set(some.map(({ id }) => id)));
  return events;
};

/** What the tables know of it by other ways than the contact point. */
export type ErasedPerson = Readonly<{
  messageIds: readonly string[];
  rows: readonly Readonly<{ packetId: string; row: number }>[];
}>;

/** Takes out of the log what was found, for good; again: nothing is left to take out. */
export const eraseFound = async (house: Erasing, { rows, conversations, events }: FoundPerson): Promise<ErasedPerson> => {
  const messageIds: string[] = [];
  const places: { packetId: string; row: number }[] = [];
  for (const [stream, wanted] of Object.entries(rows)) {
    const isTold = (event: RecordedEvent): boolean => wanted.includes((event.data as unknown as Partial<Place>).row ?? 0);
    for (const event of await eraseIn(house, stream, isTold))
      if (event.type === 'MessageQueued' && isTold(event)) messageIds.push(messageIdIn(stream, event.data));
    places.push(...wanted.map((row) => ({ packetId: packetOfChunk(stream), row })));
  }
  for (const stream of conversations) await eraseIn(house, stream, () => true);
  for (const [partition, position, id] of events) await house.store.erasePrivate(partition, position, new Set([id]));
  return { messageIds: [...new Set(messageIds)], rows: places };
};
