import type { Assembled, Row } from '#domain/message/assemble.ts';
import { messageIdOf, type Place } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import type { Bound } from '#domain/message/columns.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import type { House } from './house.ts';
import { joinPath, type JoinDocument } from './join-writes.ts';
import { rowOf } from './row-of.ts';

type Rows = ReadonlyMap<number, Row>;

export type JoinSource = Readonly<{
  companyId: string;
  packetId: string;
  chunk: number;
  compiled: CompiledDefinition;
  bound: Bound | undefined;
  /** of the chunk */
  rows: Rows;
}>;

/** The rows that one message tells of, by each of these rows; and the chunk of every one of them. */
export type Joined = Readonly<{ rowsBy: ReadonlyMap<number, readonly Row[]>; chunkOf: ReadonlyMap<number, number> }>;

const nobody: Joined = { rowsBy: new Map(), chunkOf: new Map() };

const readChunk = async ({ store }: House, packetId: string, chunk: number): Promise<Rows> => {
  const { events } = await store.read(chunkStream(packetId, chunk));
  return new Map(events.flatMap((event) => (event.type === 'RowLoaded' ? [[event.data.row, rowOf(event)] as const] : [])));
};

/** Rows of other chunks are read once for all that are asked for. */
export const joinedRows = async (house: House, source: JoinSource, wanted: readonly number[]): Promise<Joined> => {
  const { companyId, packetId, compiled, bound } = source;
  if (compiled.definition.join === undefined || bound?.kind !== 'bound') return nobody;
  const joining = { companyId, packetId, compiled, binding: bound.binding };
  const pathBy = new Map(
    [...new Set(wanted)].flatMap((number) => {
      const row = source.rows.get(number);
      const path = row && joinPath(house, joining, row);
      return path === undefined ? [] : [[number, path] as const];
    }),
  );
  const paths = [...new Set(pathBy.values())];
  const found = await house.documents.getMany<JoinDocument>(paths);
  const membersOf = new Map(paths.map((path, n) => [path, found[n]?.data.members ?? []]));
  const chunks = new Map<number, Rows>([[source.chunk, source.rows]]);
  for (const [chunk] of [...membersOf.values()].flat()) {
    if (!chunks.has(chunk)) chunks.set(chunk, await readChunk(house, packetId, chunk));
  }
  const chunkOf = new Map([...membersOf.values()].flat().map(([chunk, row]) => [row, chunk]));
  const rowsBy = new Map(
    [...pathBy].map(([number, path]) => {
      const members = membersOf.get(path) ?? [];
      return [number, members.flatMap(([chunk, row]) => chunks.get(chunk)?.get(row) ?? [])];
    }),
  );
  return { rowsBy, chunkOf };
};

/** The message in which a row is told, where that is another row's. */
export const headOf = (
  { packetId, chunk }: Pick<JoinSource, 'packetId' | 'chunk'>,
  { chunkOf }: Joined,
  place: Place,
  assembled: Assembled,
): Readonly<{ joins?: string }> => {
  const head = assembled.kind === 'message' ? assembled.head : undefined;
  return head === undefined ? {} : { joins: messageIdOf(packetId, chunkOf.get(head) ?? chunk, { ...place, row: head }) };
};
