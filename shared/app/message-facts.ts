import type { RecordedEvent } from '#domain/catalogue.ts';
import { placeKeyOf } from '#domain/delivery/chunk-messages.ts';
import { parseMessageId, type Place } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import type { House } from './house.ts';
import { packetHeader } from './packet-header.ts';
import { referenceColumn, referenceIn } from './reference-column.ts';

/** What a caller knows a message by. People are left out where they were forgotten. */
export type MessageFacts = Readonly<{ row: number; campaign?: string; reference?: string; from?: string; to?: string | null }>;

type Chunk = Readonly<{ events: readonly RecordedEvent[]; column: number | undefined }>;

/** Chunks that are held at once: up to 500 rows each. */
const mostChunks = 8;

const chunkOf = async (house: House, packetId: string, chunk: number): Promise<Chunk> => {
  const { events } = await house.store.read(chunkStream(packetId, chunk));
  const told = events.filter(({ type }) => type === 'RowLoaded' || type === 'MessageQueued');
  return { events: told, column: referenceColumn(await packetHeader(house, packetId)) };
};

const factsIn = ({ events, column }: Chunk, place: Place): MessageFacts => {
  const key = placeKeyOf(place);
  let row: Extract<RecordedEvent, { type: 'RowLoaded' }> | undefined;
  let queued: Extract<RecordedEvent, { type: 'MessageQueued' }> | undefined;
  for (const event of events) {
    if (event.type === 'RowLoaded' && event.data.row === place.row) row = event;
    if (event.type === 'MessageQueued' && placeKeyOf(event.data) === key) queued = event;
  }
  const reference = referenceIn(column, row?.private?.cells);
  return {
    row: place.row,
    ...(reference === undefined ? {} : { reference }),
    ...(queued ? { campaign: queued.data.campaignId, from: queued.data.from, to: queued.private?.to ?? null } : {}),
  };
};

/** Reads each chunk once, for whoever tells of many of its messages. Undefined: it is no message of the log. */
export const messageFacts = (house: House): ((messageId: string) => Promise<MessageFacts | undefined>) => {
  const chunks = new Map<string, Promise<Chunk>>();
  return async (messageId) => {
    const parsed = parseMessageId(messageId);
    if (!parsed) return undefined;
    const { packetId, chunk, place } = parsed;
    const name = `${packetId}-${chunk}`;
    const known = chunks.get(name) ?? chunkOf(house, packetId, chunk);
    if (!chunks.has(name) && chunks.size >= mostChunks) chunks.delete(chunks.keys().next().value ?? '');
    chunks.set(name, known);
    return factsIn(await known, place);
  };
};
