import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from './digest.ts';
import { conditionNotMet, noSuchObject } from './storage-error.ts';
import type { ObjectFacts, Precondition, StoredObject } from './stored-object.ts';
import { readWhole, writeWhole } from './whole-file.ts';

export type Page = Readonly<{ items: readonly StoredObject[]; nextPageToken?: string }>;
export type Listing = Readonly<{ prefix: string; startOffset: string; limit: number; after?: string | undefined }>;

const inOrder = (one: StoredObject, other: StoredObject): number => Buffer.compare(Buffer.from(one.name), Buffer.from(other.name));

const check = (found: StoredObject | undefined, { ifGeneration }: Precondition): void => {
  if (ifGeneration !== undefined && Number(found?.generation ?? 0) !== ifGeneration) throw conditionNotMet();
};

/** The objects of one bucket in a folder: `objects/{generation}.data` beside `objects/{generation}.json`. */
export const objectShelf = (dir: string, bucket: string) => {
  const folder = join(dir, 'objects');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const objects = new Map<string, StoredObject>();
  let last = 0;
  const placeOf = (generation: string, kind: 'json' | 'data'): string => join(folder, `${generation}.${kind}`);
  const forget = ({ generation }: StoredObject): void => {
    rmSync(placeOf(generation, 'json'), { force: true });
    rmSync(placeOf(generation, 'data'), { force: true });
  };

  // Names are generations of the same length, so the newest of a name comes last.
  for (const file of readdirSync(folder).toSorted()) {
    const object = file.endsWith('.json') ? readWhole<StoredObject>(join(folder, file)) : undefined;
    if (!object) continue;
    const older = objects.get(object.name);
    if (older) forget(older);
    objects.set(object.name, object);
    last = Number(object.generation);
  }

  const newObject = (facts: ObjectFacts, found: Pick<StoredObject, 'size' | 'crc32c' | 'md5Hash' | 'componentCount'>): StoredObject => {
    last = Math.max(Date.now() * 1000, last + 1);
    const at = new Date().toISOString();
    const identity = { kind: 'storage#object', id: `${bucket}/${facts.name}/${last}`, bucket, generation: String(last) } as const;
    const times = { timeCreated: at, updated: at, storageClass: 'STANDARD', metageneration: '1', etag: `"${last}/1"` } as const;
    return { ...identity, ...facts, contentType: facts.contentType ?? 'application/octet-stream', ...found, ...times };
  };

  const getExisting = (name: string, precondition: Precondition): StoredObject => {
    const found = objects.get(name);
    if (!found) throw noSuchObject();
    check(found, precondition);
    return found;
  };

  return {
    get: (name: string): StoredObject | undefined => objects.get(name),
    getExisting,
    /** Makes an object of a file, which moves; between the look at the precondition and the new object nothing else happens. */
    place: async (file: string, facts: ObjectFacts, options: Precondition & { parts?: number } = {}): Promise<StoredObject> => {
      const { md5Hash, ...digest } = await digestOf(file);
      const older = objects.get(facts.name);
      check(older, options);
      const object = newObject(facts, { ...digest, ...(options.parts === undefined ? { md5Hash } : { componentCount: options.parts }) });
      renameSync(file, placeOf(object.generation, 'data'));
      writeWhole(placeOf(object.generation, 'json'), object);
      objects.set(object.name, object);
      if (older) forget(older);
      return object;
    },
    change: (name: string, metadata: Readonly<Record<string, string>>, precondition: Precondition): StoredObject => {
      const found = getExisting(name, precondition);
      const metageneration = String(Number(found.metageneration) + 1);
      const etag = `"${found.generation}/${metageneration}"`;
      const changed = { ...found, metadata: { ...found.metadata, ...metadata }, metageneration, etag, updated: new Date().toISOString() };
      writeWhole(placeOf(found.generation, 'json'), changed);
      objects.set(name, changed);
      return changed;
    },
    remove: (name: string, precondition: Precondition): void => {
      const found = getExisting(name, precondition);
      objects.delete(name);
      forget(found);
    },
    open: ({ generation }: StoredObject): Promise<FileHandle> => open(placeOf(generation, 'data'), 'r'),
    list: ({ prefix, startOffset, limit, after }: Listing): Page => {
      const first = Buffer.from(startOffset);
      const behind = after === undefined ? undefined : Buffer.from(after);
      const isIn = ({ name }: StoredObject): boolean =>
        name.startsWith(prefix) &&
        Buffer.compare(Buffer.from(name), first) >= 0 &&
        (behind === undefined || Buffer.compare(Buffer.from(name), behind) > 0);
      const found = [...objects.values()].filter(isIn).toSorted(inOrder);
      const items = found.slice(0, limit);
      const token = found.length > limit ? items.at(-1)?.name : undefined;
      return { items, ...(token !== undefined && { nextPageToken: Buffer.from(token).toString('base64url') }) };
    },
  };
};

export type ObjectShelf = ReturnType<typeof objectShelf>;
