import type { RecordedEvent } from '#domain/catalogue.ts';
import { chunkStream, packetStream } from '#domain/kernel/streams.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { rowChunkPath } from '#domain/message/row-chunk.ts';
import type { House } from './house.ts';
import { ownPacket, type OfCompany } from './own-packet.ts';
import type { PacketDocument } from './packet-document.ts';
import { packetHeader } from './packet-header.ts';
import { requestAnswer, type RowAnswer } from './request-answer.ts';

/** What one message of it is made of; left out where its person was forgotten. */
export type ScheduledRow = Readonly<{ row: number; fields?: Readonly<Record<string, string>> }>;

/** A request whose messages go from a time on that it named, as the log tells it. Times are UTC ISO. */
export type ScheduledRequest = Readonly<{
  packetId: string;
  campaignId: string;
  status: 'waiting' | 'started' | 'canceled' | 'failed';
  startsAt: string;
  createdAt: string;
  createdBy?: string;
  changedAt?: string;
  changedBy?: string;
  rows: readonly ScheduledRow[];
  /** once its time has come */
  results: readonly RowAnswer[];
}>;

/** Throws a Refusal `scheduled_unknown`, also for what is another company's, and for requests whose messages went at once. */
export const ownScheduled = async (house: House, asked: OfCompany): Promise<PacketDocument & Readonly<{ startsAt: string }>> => {
  const unknown = (): Refusal => new Refusal('scheduled_unknown', `there is no request ${asked.packetId} whose messages go later`);
  const found = await ownPacket(house, asked).catch((error: unknown) => {
    throw error instanceof Refusal ? unknown() : error;
  });
  if (found.startsAt === undefined || found.request === undefined) throw unknown();
  return { ...found, startsAt: found.startsAt };
};

const statusOf = async (house: House, packetId: string, document: PacketDocument, events: readonly RecordedEvent[]) => {
  if (events.some(({ type }) => type === 'PacketCanceled')) return 'canceled';
  if (document.status !== 'loaded') return document.status === 'failed' ? 'failed' : 'waiting';
  const paths = Array.from({ length: document.chunks }, (_, n) => rowChunkPath(document.campaignId, packetId, n));
  return (await house.documents.getMany(paths)).some((chunk) => chunk !== undefined) ? 'waiting' : 'started';
};

const rowsOf = async (house: House, packetId: string, { chunks }: PacketDocument): Promise<readonly ScheduledRow[]> => {
  const header = (await packetHeader(house, packetId)) ?? [];
  const rows: ScheduledRow[] = [];
  for (let chunk = 0; chunk < chunks; chunk++)
    for (const event of (await house.store.read(chunkStream(packetId, chunk))).events) {
      if (event.type !== 'RowLoaded') continue;
      const cells = event.private?.cells;
      const named = cells?.flatMap((cell, n) => (cell === '' || header[n] === undefined ? [] : [[header[n], cell] as const]));
      rows.push({ row: event.data.row, ...(named ? { fields: Object.fromEntries(named) } : {}) });
    }
  return rows;
};

/** Throws a Refusal `scheduled_unknown`. */
export const showScheduled = async (house: House, asked: OfCompany): Promise<ScheduledRequest> => {
  const { packetId } = asked;
  const document = await ownScheduled(house, asked);
  const { events } = await house.store.read(packetStream(packetId));
  const accepted = events.find((event) => event.type === 'PacketAccepted');
  const changed = events.findLast((event) => event.type === 'PacketRescheduled' || event.type === 'PacketCanceled');
  const by = accepted?.data.acceptedBy;
  return {
    packetId,
    campaignId: document.campaignId,
    status: await statusOf(house, packetId, document, events),
    startsAt: document.startsAt,
    createdAt: accepted?.occurredAt ?? '',
    ...(by === undefined ? {} : { createdBy: by }),
    ...(changed ? { changedAt: changed.occurredAt, ...(changed.data.by === undefined ? {} : { changedBy: changed.data.by }) } : {}),
    rows: await rowsOf(house, packetId, document),
    results: await requestAnswer(house, packetId, document),
  };
};
