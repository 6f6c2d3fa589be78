import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredObject } from './stored-object.ts';
import { readWhole, writeWhole } from './whole-file.ts';

export type Notify = Readonly<{
  /** the door that takes the event */
  url: string;
  /** who the receiver must think we are */
  bearer?: string;
  headers?: Readonly<Record<string, string>>;
}>;

const answerMs = 70_000;
const firstPauseMs = 50;
const longestPauseMs = 5_000;
const mostAtOnce = 4;

/** A header takes printable ASCII: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md#3132-http-header-values. */
const inHeader = (text: string): string => encodeURIComponent(text).replaceAll('%2F', '/');

/** The event as Eventarc hands it over, in binary mode: attributes in headers, the object as the body. */
const requestOf = (object: StoredObject, { bearer, headers }: Notify): RequestInit => ({
  method: 'POST',
  headers: {
    ...headers,
    ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    'content-type': 'application/json',
    'ce-id': `${object.generation}-${object.metageneration}`,
    'ce-source': `//storage.googleapis.com/projects/_/buckets/${object.bucket}`,
    'ce-specversion': '1.0',
    'ce-type': 'google.cloud.storage.object.v1.finalized',
    'ce-subject': `objects/${inHeader(object.name)}`,
    'ce-time': object.timeCreated,
    'ce-bucket': object.bucket,
  },
  body: JSON.stringify(object),
});

/** Tells a door of every finished object until it says yes, a restart in between or not: `events/{generation}.json` waits so long. */
export const finalizeEvents = (dir: string, notify: Notify | undefined) => {
  const folder = join(dir, 'events');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stop = new AbortController();
  const waiting: { object: StoredObject; tries: number }[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let underWay = 0;
  const placeOf = ({ generation }: StoredObject): string => join(folder, `${generation}.json`);

  const isTaken = async (object: StoredObject, { url, ...rest }: Notify): Promise<boolean> => {
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(answerMs)]);
    try {
      const response = await fetch(url, { ...requestOf(object, { url, ...rest }), signal });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  };

  const later = (object: StoredObject, tries: number): void => {
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        waiting.push({ object, tries });
        next();
      },
      Math.min(firstPauseMs * 2 ** Math.min(tries, 10), longestPauseMs),
    );
    timers.add(timer);
  };

  const deliver = async ({ object, tries }: { object: StoredObject; tries: number }, to: Notify): Promise<void> => {
    underWay += 1;
    const taken = await isTaken(object, to);
    underWay -= 1;
    if (stop.signal.aborted) return;
    if (taken) rmSync(placeOf(object), { force: true });
    else later(object, tries + 1);
    next();
  };

  const next = (): void => {
    const first = notify && !stop.signal.aborted && underWay < mostAtOnce ? waiting.shift() : undefined;
    if (!first || !notify) return;
    void deliver(first, notify);
    next();
  };

  for (const file of notify ? readdirSync(folder).toSorted() : []) {
    const object = readWhole<StoredObject>(join(folder, file));
    if (object) waiting.push({ object, tries: 0 });
  }
  next();

  return {
    tell: (object: StoredObject): void => {
      if (!notify) return;
      writeWhole(placeOf(object), object);
      waiting.push({ object, tries: 0 });
      next();
    },
    pending: (): number => waiting.length + underWay + timers.size,
    close: (): void => {
      stop.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
};

export type FinalizeEvents = ReturnType<typeof finalizeEvents>;
