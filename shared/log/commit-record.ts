import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { schemaOf, type RecordedEvent } from '#domain/catalogue.ts';
import { isScopeOfAny } from '#domain/kernel/streams.ts';
import type { Picking } from '#ports/event-store.ts';
import type { ScopeKey, Vault } from '#ports/vault.ts';
import type { PreparedAppend } from './prepared-append.ts';

/**
 * One commit record, as every store keeps it:
 *   u8 format, u32 length, zstd(one line of JSON per append, without private parts),
 *   then per scope: u16 length, scope, u32 length, seal(zstd(one line of JSON per append that has private parts)).
 * Lines, so that a reader of one stream parses that stream's appends alone.
 */
const format = 1;

type PlainLine = [
  stream: string,
  cause: string,
  correlation: string,
  occurredAt: string,
  companyId: string,
  events: [type: string, version: number, data: unknown][],
];
/** Which append of the record, and one entry per event (null: none). */
type PrivateLine = [append: number, parts: (object | null)[]];

const fast = { [constants.ZSTD_c_compressionLevel]: 1 };

/** Told the size, zstd makes room for no more than that: for the small records of a busy log the room costs more than the rest. */
const packed = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  return zstdCompressSync(bytes, { params: fast, pledgedSrcSize: bytes.length });
};

const u32 = (n: number): Buffer => {
  const buffer = Buffer.allocUnsafe(4);
  buffer.writeUInt32BE(n);
  return buffer;
};

const sealedPart = (scope: string, key: ScopeKey, lines: readonly string[]): readonly Buffer[] => {
  const name = Buffer.from(scope);
  const sealed = key.seal(packed(lines.join('\n')));
  const length = Buffer.allocUnsafe(2);
  length.writeUInt16BE(name.length);
  return [length, name, u32(sealed.length), sealed];
};

const joined = (plain: Buffer, sealed: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.of(format), u32(plain.length), plain, ...sealed]);

export const encodeRecord = (appends: readonly PreparedAppend[]): Buffer => {
  const scopes = new Map<string, { key: ScopeKey; lines: string[] }>();
  appends.forEach(({ secret }, index) => {
    if (!secret) return;
    const part = scopes.get(secret.scope) ?? { key: secret.key, lines: [] };
    part.lines.push(`[${index},${secret.parts}]`);
    scopes.set(secret.scope, part);
  });
  return joined(
    packed(appends.map(({ plain }) => plain).join('\n')),
    [...scopes].flatMap(([scope, { key, lines }]) => sealedPart(scope, key, lines)),
  );
};

type Split = Readonly<{ plain: Buffer; sealed: ReadonlyMap<string, Buffer> }>;

const split = (blob: Buffer): Split => {
  if (blob[0] !== format) throw new Error(`a commit record of format ${blob[0]} was written by a newer version of this program`);
  const end = 5 + blob.readUInt32BE(1);
  const sealed = new Map<string, Buffer>();
  for (let at = end; at < blob.length;) {
    const nameEnd = at + 2 + blob.readUInt16BE(at);
    const partEnd = nameEnd + 4 + blob.readUInt32BE(nameEnd);
    sealed.set(blob.toString('utf8', at + 2, nameEnd), blob.subarray(nameEnd + 4, partEnd));
    at = partEnd;
  }
  return { plain: blob.subarray(5, end), sealed };
};

/** JSON has no raw line feeds, so they are the borders of lines. */
const linesOf = (compressed: Buffer): readonly string[] => zstdDecompressSync(compressed).toString().split('\n');

const beginningOf = (...values: readonly string[]): string => `${JSON.stringify(values).slice(0, -1)},`;

/** The private parts of a scope by append; none when the scope's key was destroyed: the history stays, its people are gone. */
const openParts = (key: ScopeKey | undefined, sealed: Buffer, wanted: (append: number) => boolean): ReadonlyMap<number, PrivateLine[1]> => {
  const parts = new Map<number, PrivateLine[1]>();
  if (!key) return parts;
  for (const line of linesOf(key.open(sealed))) {
    const append = Number(line.slice(1, line.indexOf(',')));
    if (wanted(append)) parts.set(append, (JSON.parse(line) as PrivateLine)[1]);
  }
  return parts;
};

type Seen = Readonly<{ version: number; data: unknown; private?: unknown }>;

const current = (type: string, version: number, seen: Readonly<{ data: unknown; private: unknown }>): Seen => {
  const schema = schemaOf.get(type);
  if (!schema?.upcast || version >= schema.version) return { version, ...seen };
  return { version: schema.version, private: seen.private, ...schema.upcast({ version, ...seen }) };
};

export type RecordPlace = Readonly<{ partition: string; position: number }>;

const eventsOf = (
  [stream, cause, correlation, occurredAt, companyId, entries]: PlainLine,
  { partition, position }: RecordPlace,
  { parts, types }: Readonly<{ parts: PrivateLine[1] | undefined; types: Picking['types'] }>,
): readonly RecordedEvent[] =>
  entries.flatMap(([type, storedVersion, stored], n) => {
    if (types && !types.has(type)) return [];
    const { version, data, private: part } = current(type, storedVersion, { data: stored, private: parts?.[n] ?? undefined });
    const id = `${cause}/${n}`;
    const event = { id, type, version, stream, partition, position, companyId, occurredAt, cause, correlation, data };
    return [(part === undefined ? event : { ...event, private: part }) as RecordedEvent];
  });

/** Whose an append is, without reading its events where that can be told from its beginning. */
const companyIn = (line: string): string => {
  try {
    return (JSON.parse(`${line.slice(0, line.indexOf(',[['))}]`) as PlainLine)[4];
  } catch {
    // a name with such signs in it
    return (JSON.parse(line) as PlainLine)[4];
  }
};

/** By their place in the record: a line that nobody wants is not read further than it takes to know that. */
const linesFor = (plain: Buffer, { stream, companies }: Picking): ReadonlyMap<number, PlainLine> => {
  const beginning = stream === undefined ? '[' : beginningOf(stream);
  const lines = new Map<number, PlainLine>();
  linesOf(plain).forEach((line, index) => {
    if (line.startsWith(beginning) && (!companies || companies.has(companyIn(line)))) lines.set(index, JSON.parse(line) as PlainLine);
  });
  return lines;
};

const openedParts = async (
  sealed: Split['sealed'],
  lines: ReadonlyMap<number, PlainLine>,
  vault: Pick<Vault, 'existingKey'>,
): Promise<ReadonlyMap<number, PrivateLine[1]>> => {
  const parts = new Map<number, PrivateLine[1]>();
  const isOurs = isScopeOfAny([...lines.values()].map(([stream]) => stream));
  for (const [scope, bytes] of sealed) {
    if (!isOurs(scope)) continue;
    const opened = openParts(await vault.existingKey(scope), bytes, (append) => lines.has(append));
    for (const [append, list] of opened) parts.set(append, list);
  }
  return parts;
};

const hasType = (lines: ReadonlyMap<number, PlainLine>, types: Picking['types']): ReadonlyMap<number, PlainLine> =>
  types ? new Map([...lines].filter(([, line]) => line[5].some(([type]) => types.has(type)))) : lines;

/** The events of a record in order, brought to the current versions of their schemas; of one stream alone, or as picked, where `only` is given. */
export const decodeRecord = async (
  blob: Buffer,
  place: RecordPlace,
  vault: Pick<Vault, 'existingKey'>,
  only: string | Picking = {},
): Promise<readonly RecordedEvent[]> => {
  const picking = typeof only === 'string' ? { stream: only } : only;
  const { types } = picking;
  const { plain, sealed } = split(blob);
  const lines = hasType(linesFor(plain, picking), types);
  const parts = picking.sealed ? undefined : await openedParts(sealed, lines, vault);
  return [...lines].flatMap(([index, line]) => eventsOf(line, place, { parts: parts?.get(index), types }));
};

/**
 * How a writer recognises its own append after a lost answer: same cause, same stream and the same events. The events count, because
 * a cause may append to a stream more than once: the second append must not take the first for itself.
 */
export const holdsAppend = (blob: Buffer, { append, plain, eventsAt }: PreparedAppend): boolean => {
  const beginning = beginningOf(append.stream, append.cause.id);
  const own = plain.slice(eventsAt, -1);
  return linesOf(split(blob).plain).some(
    (line) => line.startsWith(beginning) && JSON.stringify((JSON.parse(line) as PlainLine)[5]) === own,
  );
};

/** The record without the private parts of the named events. */
export const erasePrivateParts = async (
  blob: Buffer,
  eventIds: ReadonlySet<string>,
  vault: Pick<Vault, 'existingKey'>,
): Promise<Buffer> => {
  const { plain, sealed } = split(blob);
  const causes = linesOf(plain).map((line) => (JSON.parse(line) as PlainLine)[1]);
  const kept: Buffer[] = [];
  for (const [scope, bytes] of sealed) {
    const key = await vault.existingKey(scope);
    // nobody can open it any more: what can't be read need not be kept
    if (!key) continue;
    const erased = [...openParts(key, bytes, () => true)].map(([append, list]): PrivateLine => [
      append,
      list.map((part, n) => (eventIds.has(`${causes[append]}/${n}`) ? null : part)),
    ]);
    kept.push(
      ...sealedPart(
        scope,
        key,
        erased.map((line) => JSON.stringify(line)),
      ),
    );
  }
  return joined(plain, kept);
};
