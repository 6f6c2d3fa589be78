import type { Cause } from '#domain/kernel/event.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import type { Row } from '#domain/message/assemble.ts';
import { chunk } from '#domain/message/chunk.ts';
import type { Binding } from '#domain/message/columns.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import { rowNotes } from '#domain/message/row-notes.ts';
import { nextDueOf, notBefore, rowChunkPath, type RowChunk } from '#domain/message/row-chunk.ts';
import type { ReadRow, SourceFile } from '#ports/row-reader.ts';
import { DocumentMoved } from '#ports/documents.ts';
import type { House } from './house.ts';
import { isAppointmentPath } from './appointment-path.ts';
import { isFullListsPath, isListed, newestList, readFullLists, sameFullLists } from './full-lists.ts';
import { joinWrites } from './join-writes.ts';
import { appointmentWrites, isTracked } from './appointment-writes.ts';
import { packetPath, type PacketDocument } from './packet-document.ts';
import { planRows } from './plan-rows.ts';

const rowsPerChunk = 500;
/** Where each row may write what is new of its appointment, or whom it is told of with: a commit takes 500 writes. */
const rowsWithDocuments = 400;
/** A chunk ends early when its cells are long, so that its commit stays below what a record may hold. */
const charsPerChunk = 300_000;
const charsPerRow = 20_000;
/** A handler reads no further after this much real time; the packet goes on in the next one. */
const mostMs = 180_000;

/** A packet under way; `state` follows what is stored. */
export type Loading = {
  readonly packetId: string;
  readonly header: readonly string[];
  readonly binding: Binding;
  /** its name may name a person */
  readonly sheet?: string | undefined;
  readonly compiled: CompiledDefinition;
  readonly version: number;
  readonly file: SourceFile;
  state: PacketDocument;
  documentVersion: number;
  /** chunks of another handler stand in the log already */
  readonly resumed?: boolean;
  /** full lists may miss its rows */
  listed?: boolean;
};

type Gathered = { rows: Row[]; chars: number; offset: number; nextRow: number; notes: Record<string, number> };

const count = (notes: Record<string, number>, told: readonly string[]): void => {
  for (const note of told) notes[note] = (notes[note] ?? 0) + 1;
};

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The row as it is stored: without empty cells beyond the header, and shortened where it can't be used anyway. */
export const toRow = ({ header }: Pick<Loading, 'header'>, { cells, fault }: ReadRow, row: number): Row => {
  const extra = cells.slice(header.length);
  const reason = fault ?? (extra.some((cell) => cell.trim() !== '') ? 'row_too_wide' : undefined);
  const kept = extra.length > 0 && reason === undefined ? cells.slice(0, header.length) : cells;
  const chars = kept.reduce((sum, cell) => sum + cell.length, 0);
  if (chars > charsPerRow) return { row, cells: kept.slice(0, 50).map((cell) => cell.slice(0, 100)), fault: reason ?? 'row_too_large' };
  return reason === undefined ? { row, cells: kept } : { row, cells: kept, fault: reason };
};

const storeChunk = async (house: House, loading: Loading, gathered: Gathered, cause: Cause): Promise<void> => {
  const { packetId, state, compiled, binding, version, listed = false } = loading;
  const { companyId, campaignId, chunks, source } = state;
  const { rows, offset, nextRow } = gathered;
  const notes = { ...gathered.notes };
  const events = chunk.decide({ type: 'LoadRows', data: { rows } }, chunk.initial);
  const plan = notBefore(planRows({ compiled, version, binding, rows, now: cause.now }), state.startsAt);
  const path = rowChunkPath(campaignId, packetId, chunks);
  const firstRow = rows[0]?.row ?? 0;
  const { order } = state;
  const isFull = state.list !== undefined;
  const lists = isFull ? await readFullLists(house, campaignId) : undefined;
  const newest = newestList(lists, source);
  const about = { companyId, campaignId, packetId, order: order ?? 0, compiled, binding, now: cause.now };
  const speaking = { ...about, isFull, source, listed, newest };
  const news = await appointmentWrites(house, speaking, rows);
  const after: PacketDocument = {
    ...state,
    offset,
    nextRow,
    notes,
    rows: state.rows + rows.length,
    chunks: chunks + 1,
    ...(isFull ? { relisted: (state.relisted ?? 0) + news.relisted } : {}),
  };
  const joins = await joinWrites(house, { ...speaking, chunk: chunks }, rows);
  await house.store.append({
    stream: chunkStream(packetId, chunks),
    companyId,
    expected: 0,
    events,
    cause: { ...cause, id: `${packetId}/${chunks}`, correlation: packetId },
    documents: (at) => {
      const data: RowChunk = {
        companyId,
        campaignId,
        packetId,
        order,
        ...(listed ? { listed } : {}),
        chunk: chunks,
        at,
        rows: rows.length,
        firstRow,
        ...plan,
        ...(state.request && !state.request.running ? { onDemand: true } : {}),
        ...(state.startsAt === undefined ? {} : { startsAt: state.startsAt }),
      };
      return [
        { path, data, dueAt: nextDueOf(plan.due), ifAbsent: true },
        { path: packetPath(packetId), data: after, dueAt: cause.now, ifVersion: loading.documentVersion },
        ...news.writes,
        ...joins,
      ];
    },
    ...(isFull ? { expects: [sameFullLists(campaignId, lists)] } : {}),
  });
  loading.state = after;
  loading.documentVersion = (await house.documents.get(packetPath(packetId)))?.version ?? 0;
};

const tries = 8;

/** Another packet may say something of the same appointments at the same time, or a newer list be compared: the newer one's word stands. */
const storeUnopposed: typeof storeChunk = async (house, loading, gathered, cause) => {
  for (let left = tries; ; left--) {
    try {
      return await storeChunk(house, loading, gathered, cause);
    } catch (error) {
      const isOpposed = error instanceof DocumentMoved && (isAppointmentPath(error.path) || isFullListsPath(error.path));
      if (!isOpposed || left <= 1) throw error;
    }
  }
};

/** Reads on from `loading.state` and stores chunk after chunk; false when the handler's time was over first. */
export const loadChunks = async (house: House, loading: Loading, cause: Cause): Promise<boolean> => {
  const started = house.clock.realMs();
  const { offset, nextRow, notes } = loading.state;
  const gathered: Gathered = { rows: [], chars: 0, offset, nextRow, notes: { ...notes } };
  const { compiled } = loading;
  const lists = await readFullLists(house, loading.state.campaignId);
  const listed = isListed(compiled, { isFull: loading.state.list !== undefined, lists });
  loading.listed = listed;
  const isPlain = compiled.definition.join === undefined && !isTracked({ compiled, listed });
  const most = isPlain ? rowsPerChunk : rowsWithDocuments;
  const store = async (): Promise<void> => {
    await storeUnopposed(house, loading, gathered, cause);
    gathered.rows = [];
    gathered.chars = 0;
  };
  for await (const read of house.rows.read(loading.file, gathered.offset)) {
    const number = read.row ?? gathered.nextRow;
    gathered.nextRow = number + 1;
    gathered.offset = read.end;
    count(gathered.notes, read.notes ?? []);
    if (read.fault === undefined && isBlank(read.cells)) continue;
    const row = toRow(loading, read, number);
    count(gathered.notes, rowNotes(compiled, loading.binding, row));
    gathered.rows.push(row);
    for (const cell of row.cells) gathered.chars += cell.length;
    if (gathered.rows.length < most && gathered.chars < charsPerChunk) continue;
    await store();
    if (house.clock.realMs() - started > mostMs) return false;
  }
  if (gathered.rows.length > 0) await store();
  loading.state = { ...loading.state, notes: gathered.notes };
  return true;
};
