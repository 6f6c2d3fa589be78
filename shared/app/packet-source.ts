import { fixedBy, listSource, sourceOf } from '#domain/campaign/mapping.ts';
import { packetStream } from '#domain/kernel/streams.ts';
import { FileGone } from '#ports/file-store.ts';
import type { RowReader, SourceFile } from '#ports/row-reader.ts';
import { parseDropPath } from './accept-drop.ts';
import type { House } from './house.ts';
import { listRows } from './list-rows.ts';

/** Where a packet's rows come from. */
export type PacketSource = Readonly<{
  generation: number;
  file: SourceFile;
  source: string;
  /** the packet whose rows it corrects */
  fixes?: string;
}>;

/** The rows of a list stand in the log; they are read by a reader of their own. */
export const listFile: PacketSource = {
  generation: 0,
  source: listSource,
  file: { open: () => Promise.reject(new FileGone()), name: '' },
};

/** The file of a packet as it was accepted, undefined where its rows came otherwise; opening it throws FileMoved when its content is another one now. */
export const packetFile = async (house: House, packetId: string): Promise<PacketSource | undefined> => {
  const { events } = await house.store.read(packetStream(packetId));
  const accepted = events.findLast((event) => event.type === 'PacketAccepted');
  const path = accepted?.private?.path;
  if (path === undefined || path === '' || accepted?.data.source !== undefined) return undefined;
  const { generation, bytes } = accepted!.data;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const fileName = parseDropPath(path)?.fileName ?? name;
  const fixes = fixedBy(fileName);
  return {
    generation,
    source: sourceOf(fileName),
    ...(fixes === undefined ? {} : { fixes }),
    file: { open: (start) => house.files.read(path, { start, generation }), name, bytes },
  };
};

/** What reads a packet's rows once more: its file, or the list that it was made of; undefined for rows of a request. */
export const packetRows = async (
  house: House,
  { packetId, listId }: Readonly<{ packetId: string; listId?: string | undefined }>,
): Promise<(PacketSource & Readonly<{ reader: RowReader }>) | undefined> => {
  if (listId !== undefined) return { ...listFile, reader: listRows(house, listId) };
  const found = await packetFile(house, packetId);
  return found && { ...found, reader: house.rows };
};
