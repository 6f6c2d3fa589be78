import type { RecordedEvent } from '#domain/catalogue.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import { readCampaign } from './campaign-document.ts';
import type { House } from './house.ts';
import { readPacketDocument } from './packet-document.ts';
import { packetColumnNames, packetHeader } from './packet-header.ts';

/** A row that became no message, as it stood in the file, with what was wrong with it. */
export type FailedRow = Readonly<{
  row: number;
  /** where it stands */
  chunk: number;
  cells: readonly string[];
  errors: readonly string[];
  problems: readonly RowProblem[];
}>;

/** `column` is the file's own name of what is wrong. */
export type RowProblem = Readonly<{ code: string; words: string; field?: string; column?: string }>;

/** `next`: the chunk to go on with, where there is more. */
export type FailedRows = Readonly<{ header: readonly string[]; rows: readonly FailedRow[]; next?: number }>;

/** One answer looks at so many chunks, and ends early where it is long. */
const mostChunks = 40;
const mostRows = 2_000;

type Found = { errors: Set<string>; problems: Map<string, RowProblem> };
type Rejecting = Readonly<{ chunk: number; columnOf: (field: string) => string }>;

/** The rejected rows of one chunk, in the order of the file. A row whose touches were all rejected for one reason tells it once. */
const rejectedIn = (events: readonly RecordedEvent[], { chunk, columnOf }: Rejecting): readonly FailedRow[] => {
  const rows = new Map<number, Found>();
  const cells = new Map<number, readonly string[]>();
  for (const event of events) {
    if (event.type === 'RowLoaded') cells.set(event.data.row, event.private?.cells ?? []);
    if (event.type !== 'TouchRejected') continue;
    const { row, code, field } = event.data;
    const found = rows.get(row) ?? { errors: new Set<string>(), problems: new Map<string, RowProblem>() };
    rows.set(row, found);
    const named = field === undefined ? {} : { field, column: columnOf(field) };
    found.problems.set(`${code} ${field ?? ''}`, { code, words: wordsFor(code, field), ...named });
    found.errors.add(field === undefined ? wordsFor(code) : `${columnOf(field)}: ${wordsFor(code, field)}`);
  }
  return [...rows]
    .toSorted(([one], [other]) => one - other)
    .map(([row, { errors, problems }]) => ({
      row,
      chunk,
      cells: cells.get(row) ?? [],
      errors: [...errors],
      problems: [...problems.values()],
    }));
};

const whyNoRows = {
  accepted: 'is still being loaded: ask again in a moment',
  failed: 'failed as a whole, before any row was read: what it says of itself has why, mend that and drop the file again',
  loaded: 'has no rows that could be shown any more',
} as const;

/**
 * Rows of a packet that were rejected, from one chunk on, until there are so many: to be mended, and dropped again. Throws a Refusal for a packet that nobody knows,
 * that has no rows yet, or whose people were forgotten.
 */
export const failedRows = async (house: House, packetId: string, from = 0, most = mostRows): Promise<FailedRows> => {
  const document = await readPacketDocument(house.documents, packetId);
  if (!document) throw new Refusal('packet_unknown', `there is no packet ${packetId}: "carillon packets" lists them`);
  const header = await packetHeader(house, packetId);
  if (!header) throw new Refusal('packet_not_readable', `${packetId} ${whyNoRows[document.status]}`);
  const campaign = (await readCampaign(house.documents, document.campaignId))?.campaign;
  const names = campaign && (await packetColumnNames(house, packetId, (campaign.approved ?? campaign).definition));
  const columnOf = (field: string): string => names?.get(field) ?? field;
  const rows: FailedRow[] = [];
  let chunk = from;
  for (; chunk < document.chunks && chunk - from < mostChunks && rows.length < most; chunk += 1) {
    const { events } = await house.store.read(chunkStream(packetId, chunk));
    rows.push(...rejectedIn(events, { chunk, columnOf }));
  }
  return chunk < document.chunks ? { header, rows, next: chunk } : { header, rows };
};
