import type { Mentions } from '#domain/consent/mentions-person.ts';
import type { RecordedEvent } from '#domain/catalogue.ts';
import { packetStream } from '#domain/kernel/streams.ts';
import type { ForgottenPacket } from '#ports/read-model.ts';
import { openHeader } from './packet-header.ts';
import { packetPath, type PacketDocument } from './packet-document.ts';
import type { House } from './house.ts';

/** Whether what a packet says of itself tells of the person: the name of its file, or a first line that is no header. */
export const packetTells = (event: RecordedEvent, { inCell, inText }: Mentions): boolean => {
  if (event.type === 'PacketAccepted')
    return [event.private?.path, event.private?.fileName].some((text) => text !== undefined && inText(text));
  if (event.type === 'PacketLoaded') return event.private?.header.some(inCell) ?? false;
  if (event.type !== 'PacketFailed') return false;
  const { message = '', header = [] } = event.private ?? {};
  return inText(message) || header.some(inCell);
};

const cellOf = { PacketAccepted: 'file_name', PacketLoaded: 'sheet_name', PacketFailed: 'failure_message' } as const;

const clearDocument = async (house: House, packetId: string, { inCell }: Mentions): Promise<void> => {
  const found = await house.documents.get<PacketDocument>(packetPath(packetId));
  const header = found && (await openHeader(house, packetId, found.data.header));
  if (!found || !header?.some(inCell)) return;
  const { header: _, ...data } = found.data;
  const { path, version: ifVersion, dueAt } = found;
  await house.documents.write([{ path, data, ifVersion, ...(dueAt === undefined ? {} : { dueAt }) }]);
};

/** Of a packet whose file is read and removed: what it says of the person itself goes out of the log and the documents; gives what tables show of it. */
export const clearPacket = async (house: House, packetId: string, mentions: Mentions): Promise<ForgottenPacket | undefined> => {
  const stream = packetStream(packetId);
  const { events } = await house.store.read(stream);
  const cells: ForgottenPacket['cells'][number][] = [];
  for (const event of events)
    if (packetTells(event, mentions)) {
      cells.push(cellOf[event.type as keyof typeof cellOf]);
      await house.store.erasePrivate(event.partition, event.position, new Set([event.id]));
    }
  await clearDocument(house, packetId, mentions);
  return cells.length === 0 ? undefined : { packetId, cells };
};
