import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { schemaOf, type RecordedEvent } from '#domain/catalogue.ts';
import { keyScopeOf } from '#domain/kernel/streams.ts';
import type { ScopeKey, Vault } from '#ports/vault.ts';
import type { PreparedAppend } from './prepared-append.ts';

/**
 * One commit record, as every store keeps it:
 *   u32 length, zstd(JSON of the appends without private parts), then per scope: u16 length, scope, u32 length, seal(zstd(JSON of private parts)).
 */

type PlainAppend = [
  cause: string,
  correlation: string,
  now: string,
  companyId: string,
  stream: string,
  events: [string, number, unknown][],
];
/** per append of the scope: its index in the record, and one entry per event (null: none) */
type PrivateParts = [append: number, parts: (object | null)[]][];

const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

const u32 = (n: number): Buffer => {
  const buffer = Buffer.allocUnsafe(4);
  buffer.writeUInt32BE(n);
  return buffer;
};

const sealedPart = (scope: string, key: ScopeKey, json: string): readonly Buffer[] => {
  const name = Buffer.from(scope);
  const sealed = key.seal(zstdCompressSync(json, fast));
  const length = Buffer.allocUnsafe(2);
  length.writeUInt16BE(name.length);
  return [length, name, u32(sealed.length), sealed];
};

export const encodeRecord = (appends: readonly PreparedAppend[]): Buffer => {
  const plain = zstdCompressSync(`[${appends.map((append) => append.plain).join(',')}]`, fast);
  const scopes = new Map<string, { key: ScopeKey; json: string[] }>();
  appends.forEach(({ scope, key, privateParts }, index) => {
    if (!key || privateParts === undefined) return;
    const part = scopes.get(scope) ?? { key, json: [] };
    part.json.push(`[${index},${privateParts}]`);
    scopes.set(scope, part);
  });
  const sealed = [...scopes].flatMap(([scope, { key, json }]) => sealedPart(scope, key, `[${json.join(',')}]`));
  return Buffer.concat([u32(plain.length), plain, ...sealed]);
};

type Split = Readonly<{ plain: Buffer; sealed: ReadonlyMap<string, Buffer> }>;

const split = (blob: Buffer): Split => {
  const end = 4 + blob.readUInt32BE(0);
  const sealed = new Map<string, Buffer>();
  for (let at = end; at < blob.length;) {
    const nameEnd = at + 2 + blob.readUInt16BE(at);
    const partEnd = nameEnd + 4 + blob.readUInt32BE(nameEnd);
    sealed.set(blob.toString('utf8', at + 2, nameEnd), blob.subarray(nameEnd + 4, partEnd));
    at = partEnd;
  }
  return { plain: blob.subarray(4, end), sealed };
};

const openParts = async (scope: string, sealed: Buffer, vault: Vault): Promise<PrivateParts> => {
  const key = await vault.existingKey(scope);
  // A destroyed key is a forgotten scope: the history stays, its people are gone.
  return key ? (JSON.parse(zstdDecompressSync(key.open(sealed)).toString()) as PrivateParts) : [];
};

const current = (type: string, version: number, data: unknown, parts: unknown): { version: number; data: unknown; private?: unknown } => {
  const schema = schemaOf.get(type);
  if (!schema?.upcast || version === schema.version) return { version, data, private: parts };
  return { version: schema.version, ...schema.upcast({ version, data, private: parts }) };
};

/** The events of a record in order, brought to the current versions of their schemas; of one stream alone where `only` is given. */
export const decodeRecord = async (
  blob: Buffer,
  place: Readonly<{ partition: string; position: number }>,
  vault: Vault,
  only?: string,
): Promise<readonly RecordedEvent[]> => {
  const { plain, sealed } = split(blob);
  const appends = JSON.parse(zstdDecompressSync(plain).toString()) as PlainAppend[];
  const wanted = only === undefined ? undefined : keyScopeOf(only);
  const parts = new Map<number, (object | null)[]>();
  for (const [scope, bytes] of sealed) {
    if (wanted !== undefined && scope !== wanted) continue;
    for (const [append, list] of await openParts(scope, bytes, vault)) parts.set(append, list);
  }
  const events: unknown[] = [];
  appends.forEach(([cause, correlation, occurredAt, companyId, stream, list], index) => {
    if (only !== undefined && stream !== only) return;
    const own = parts.get(index);
    list.forEach(([type, version, data], n) => {
      const seen = current(type, version, data, own?.[n] ?? undefined);
      const event = {
        id: `${cause}/${n}`,
        type,
        version: seen.version,
        stream,
        partition: place.partition,
        position: place.position,
        companyId,
      };
      const rest = { occurredAt, cause, correlation, data: seen.data };
      events.push(seen.private === undefined ? { ...event, ...rest } : { ...event, ...rest, private: seen.private });
    });
  });
  return events as RecordedEvent[];
};

/** The (cause, stream) pairs of a record: how a writer recognises its own append after a lost answer. */
export const appendsOf = (blob: Buffer): readonly Readonly<{ cause: string; stream: string }>[] =>
  (JSON.parse(zstdDecompressSync(split(blob).plain).toString()) as PlainAppend[]).map(([cause, , , , stream]) => ({ cause, stream }));

/** The record without the private parts of the named events. */
export const erasePrivateParts = async (blob: Buffer, eventIds: ReadonlySet<string>, vault: Vault): Promise<Buffer> => {
  const { plain, sealed } = split(blob);
  const appends = JSON.parse(zstdDecompressSync(plain).toString()) as PlainAppend[];
  const kept: Buffer[] = [u32(plain.length), plain];
  for (const [scope, bytes] of sealed) {
    const key = await vault.existingKey(scope);
    if (!key) continue;
    const parts = await openParts(scope, bytes, vault);
    const erased = parts.map(([append, list]) => [
      append,
      list.map((part, n) => (eventIds.has(`${appends[append]?.[0]}/${n}`) ? null : part)),
    ]);
    kept.push(...sealedPart(scope, key, JSON.stringify(erased)));
  }
  return Buffer.concat(kept);
};
