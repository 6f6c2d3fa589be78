import { randomBytes } from 'node:crypto';
import { createWriteStream, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Gate } from './access.ts';
import type { ApiRequest } from './api-request.ts';
import { readRange } from './content-range.ts';
import type { FinalizeEvents } from './finalize-events.ts';
import type { ObjectShelf } from './object-shelf.ts';
import { json, type Reply } from './reply.ts';
import { readBody, readDescribed, readMultipart, type Described } from './request-body.ts';
import { noSuchObject, StorageError } from './storage-error.ts';
import type { Precondition, StoredObject } from './stored-object.ts';

export type Parts = Readonly<{ dir: string; bucket: string; shelf: ObjectShelf; events: FinalizeEvents; gate: Gate }>;
export type Handler = (asked: ApiRequest, caller: string | undefined) => Reply | Promise<Reply>;

const mostListed = 1_000;

export const preconditionOf = ({ query, request }: ApiRequest): Precondition => {
  const text = query.get('ifGenerationMatch') ?? request.headers['x-goog-if-generation-match'];
  return typeof text === 'string' ? { ifGeneration: Number(text) } : {};
};

const md5Wanted = (header: string | readonly string[] | undefined): string | undefined =>
  /(?:^|,)\s*md5=([^,]+)/.exec(String(header ?? ''))?.[1]?.trim();

/** What was said to be sent must have come. */
export const checkDigest = ({ request }: ApiRequest, found: string): void => {
  const wanted = md5Wanted(request.headers['x-goog-hash']);
  if (wanted !== undefined && wanted !== found)
    throw new StorageError(400, 'invalid', `Provided MD5 hash "${wanted}" doesn't match calculated MD5 hash "${found}".`);
};

const contentHeaders = (object: StoredObject): Record<string, string> => ({
  'content-type': object.contentType,
  'x-goog-generation': object.generation,
  'x-goog-hash': [`crc32c=${object.crc32c}`, ...(object.md5Hash === undefined ? [] : [`md5=${object.md5Hash}`])].join(','),
  'x-goog-stored-content-encoding': object.contentEncoding ?? 'identity',
  ...(object.contentEncoding !== undefined && { 'content-encoding': object.contentEncoding }),
});

const compose = z.object({
  sourceObjects: z
    .array(z.object({ name: z.string() }))
    .min(1)
    .max(32),
  destination: z.object({ contentType: z.string().optional() }).optional(),
});

/** Objects as the JSON API has them: https://cloud.google.com/storage/docs/json_api/v1/objects. */
export const objectsApi = ({ dir, bucket, shelf, events, gate }: Parts) => {
  const temporary = (): string => join(dir, `new-${randomBytes(9).toString('hex')}`);

  const find = ({ name, query }: ApiRequest): StoredObject => {
    const object = shelf.get(name);
    const generation = query.get('generation');
    if (!object || (generation !== null && generation !== object.generation)) throw noSuchObject();
    return object;
  };

  const read: Handler = async (asked) => {
    const object = find(asked);
    shelf.getExisting(object.name, preconditionOf(asked));
    const file = await shelf.open(object);
    try {
      const size = Number(object.size);
      const range = readRange(asked.request.headers.range, size);
      const { start, end } = range ?? { start: 0, end: size - 1 };
      const body = file.createReadStream({ start, end: Math.max(end, 0) });
      const headers = { ...contentHeaders(object), 'content-length': String(end - start + 1) };
      return range
        ? { status: 206, headers: { ...headers, 'content-range': `bytes ${start}-${end}/${size}` }, body }
        : { status: 200, headers, body };
    } catch (error) {
      await file.close();
      throw error;
    }
  };

  const list: Handler = ({ query }) => {
    const token = query.get('pageToken');
    const page = shelf.list({
      prefix: query.get('prefix') ?? '',
      startOffset: query.get('startOffset') ?? '',
      limit: Math.min(Number(query.get('maxResults') ?? mostListed), mostListed),
      ...(token !== null && { after: Buffer.from(token, 'base64url').toString() }),
    });
    return json(200, { kind: 'storage#objects', ...page });
  };

  const placed = async (asked: ApiRequest, file: string, facts: Described): Promise<Reply> => {
    const name = asked.name === '' ? (facts.name ?? '') : asked.name;
    if (name === '') throw new StorageError(400, 'required', 'Required object name.');
    const object = await shelf.place(file, { ...facts, name }, preconditionOf(asked));
    events.tell(object);
    return asked.api === 'json' ? json(200, object) : { status: 200, headers: contentHeaders(object) };
  };

  const insert: Handler = async (asked, caller) => {
    const { request, query, name } = asked;
    const file = temporary();
    try {
      let facts: Described = { contentType: request.headers['content-type'] };
      if (query.get('uploadType') === 'multipart') {
        const parts = readMultipart(await readBody(request), request.headers['content-type']);
        facts = parts.facts;
        writeFileSync(file, parts.content, { mode: 0o600 });
      } else await pipeline(request, createWriteStream(file, { mode: 0o600 }));
      gate.checkWrite(caller, name === '' ? (facts.name ?? '') : name, shelf.get(name));
      return await placed(asked, file, facts);
    } finally {
      rmSync(file, { force: true });
    }
  };

  const joined: Handler = async (asked, caller) => {
    const { sourceObjects, destination } = compose.parse(JSON.parse((await readBody(asked.request)).toString('utf8')));
    gate.checkWrite(caller, asked.name, shelf.get(asked.name));
    const file = temporary();
    try {
      writeFileSync(file, '', { mode: 0o600 });
      for (const { name } of sourceObjects) {
        const source = await shelf.open(shelf.getExisting(name, {}));
        await pipeline(source.createReadStream(), createWriteStream(file, { flags: 'a' }));
      }
      const facts = { name: asked.name, contentType: destination?.contentType };
      const object = await shelf.place(file, facts, { ...preconditionOf(asked), parts: sourceObjects.length });
      events.tell(object);
      return json(200, object);
    } finally {
      rmSync(file, { force: true });
    }
  };

  return {
    'bucket.get': () => json(200, { kind: 'storage#bucket', id: bucket, name: bucket, location: 'US', storageClass: 'STANDARD' }),
    'object.list': list,
    'object.get': (asked) => {
      shelf.getExisting(find(asked).name, preconditionOf(asked));
      return json(200, find(asked));
    },
    'object.read': read,
    'object.insert': insert,
    'object.compose': joined,
    'object.change': async (asked) => {
      const { metadata = {} } = readDescribed((await readBody(asked.request)).toString('utf8'));
      return json(200, shelf.change(asked.name, metadata, preconditionOf(asked)));
    },
    'object.delete': (asked) => {
      shelf.remove(asked.name, preconditionOf(asked));
      return { status: 204 };
    },
  } satisfies Record<string, Handler>;
};
