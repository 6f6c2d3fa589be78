import type { RecordedEvent } from '#domain/catalogue.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import { readCampaign } from './campaign-document.ts';
import type { House } from './house.ts';
import { readPacketDocument } from './packet-document.ts';
import { packetColumnNames, packetHeader } from './packet-header.ts';

/** A row that became no message, as it stood in the file, with what was wrong with it. */
export type FailedRow = Readonly<{ row: number; cells: readonly string[]; errors: readonly string[] }>;

/** `next`: the chunk to go on with, where there is more. */
export type FailedRows = Readonly<{ header: readonly string[]; rows: readonly FailedRow[]; next?: number }>;

/** One answer looks at so many chunks, and ends early where it is long. */
const mostChunks = 40;
const mostRows = 2_000;

type Found = { cells: readonly string[]; errors: Set<string> };

/** The rejected rows of one chunk, in the order of the file. A row whose touches were all rejected for one reason tells it once. */
const rejectedIn = (events: readonly RecordedEvent[], columnOf: (field: string) => string): readonly FailedRow[] => {
  const rows = new Map<number, Found>();
  const cells = new Map<number, readonly string[]>();
  for (const event of events) {
    if (event.type === 'RowLoaded') cells.set(event.data.row, event.private?.cells ?? []);
    if (event.type !== 'TouchRejected') continue;
    const { row, code, field } = event.data;
    const found = rows.get(row) ?? { cells: [], errors: new Set<string>() };
    rows.set(row, found);
    found.errors.add(field === undefined ? wordsFor(code) : `${columnOf(field)}: ${wordsFor(code, field)}`);
  }
  return [...rows]
    .toSorted(([one], [other]) => one - other)
    .map(([row, { errors }]) => ({ row, cells: cells.get(row) ?? [], errors: [...errors] }));
};

/**
 * Rows of a packet that were rejected, from one chunk on: to be mended, and dropped again. Throws a Refusal for a packet that nobody knows,
 * that has no rows yet, or whose people were forgotten.
 */
export const failedRows = async (house: House, packetId: string, from = 0): Promise<FailedRows> => {
  const document = await readPacketDocument(house.documents, packetId);
  if (!document) throw new Refusal('packet_unknown', `there is no packet ${packetId}: "carillon packets" lists them`);
  const header = await packetHeader(house, packetId);
  if (!header) {
    const why =
      document.status === 'accepted' ? 'is still being loaded: ask again in a moment' : 'has no rows that could be shown any more';
    throw new Refusal('packet_not_readable', `${packetId} ${why}`);
  }
  const campaign = (await readCampaign(house.documents, document.campaignId))?.campaign;
  const names = campaign && (await packetColumnNames(house, packetId, (campaign.approved ?? campaign).definition));
  const columnOf = (field: string): string => names?.get(field) ?? field;
  const rows: FailedRow[] = [];
  let chunk = from;
  for (; chunk < document.chunks && chunk - from < mostChunks && rows.length < mostRows; chunk += 1) {
    const { events } = await house.store.read(chunkStream(packetId, chunk));
    rows.push(...rejectedIn(events, columnOf));
  }
  return chunk < document.chunks ? { header, rows, next: chunk } : { header, rows };
};
