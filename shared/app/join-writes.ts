import { personDayIn, type Row } from '#domain/message/assemble.ts';
import type { Binding } from '#domain/message/columns.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import type { House } from './house.ts';

/** The rows of a packet with appointments of one person on one day, in the order of the file, each with its chunk. */
export type JoinDocument = Readonly<{ members: readonly (readonly [chunk: number, row: number])[] }>;

/** Appointments that one message tells of; of more on one day the rest are duplicates. */
export const mostMembers = 20;
/** How long it stands after its rows were loaded: longer than any appointment is known before. */
const rememberedMs = 400 * 86_400_000;

export type Joining = Readonly<{ companyId: string; packetId: string; compiled: CompiledDefinition; binding: Binding }>;

/** Where the other rows of the same person and day stand; undefined for a row that joins nobody. */
export const joinPath = ({ vault }: House, { companyId, packetId, compiled, binding }: Joining, row: Row): string | undefined => {
  const text = personDayIn({ compiled, binding, row });
  return text === undefined ? undefined : `joins/${vault.fingerprint(companyId, JSON.stringify(['join', packetId, text]))}`;
};

/** Who is told of together: written in the commit that loads the rows. */
export const joinWrites = async (
  house: House,
  joining: Joining & Readonly<{ chunk: number; now: string }>,
  rows: readonly Row[],
): Promise<readonly DocumentWrite[]> => {
  if (joining.compiled.definition.join === undefined) return [];
  const found = new Map<string, number[]>();
  for (const row of rows) {
    const path = joinPath(house, joining, row);
    if (path !== undefined) found.set(path, [...(found.get(path) ?? []), row.row]);
  }
  const paths = [...found.keys()];
  const known = await house.documents.getMany<JoinDocument>(paths);
  const expiresAt = new Date(Date.parse(joining.now) + rememberedMs).toISOString();
  return paths.map((path, n): DocumentWrite => {
    const before = known[n];
    const own = (found.get(path) ?? []).map((row) => [joining.chunk, row] as const);
    const data: JoinDocument = { members: [...(before?.data.members ?? []), ...own].slice(0, mostMembers) };
    return { path, data, expiresAt, ...(before ? { ifVersion: before.version } : { ifAbsent: true as const }) };
  });
};
