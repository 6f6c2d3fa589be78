import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FileStore } from '#ports/file-store.ts';

export type OpenedFiles = Readonly<{
  files: FileStore;
  /** one more store on the same files, as another process has */
  another: () => FileStore;
  close: () => Promise<void> | void;
}>;

export type Rule = (title: string, body: (opened: OpenedFiles) => Promise<void>) => void;

export const contentOf = async (reading: Promise<Readable>): Promise<Buffer> => buffer(await reading);

export const textOf = async (files: FileStore, path: string): Promise<string> => (await contentOf(files.read(path))).toString();

export const md5Of = (content: Uint8Array | string): string => createHash('md5').update(content).digest('hex');

/** A stream that gives its first piece at once and the rest, or its error, when told to. */
export const slowStream = (first: string) => {
  const rest = Promise.withResolvers<string>();
  rest.promise.catch(() => {});
  const pieces = async function* (): AsyncGenerator<string> {
    yield first;
    yield await rest.promise;
  };
  return { stream: Readable.from(pieces(), { objectMode: false }), end: rest.resolve, fail: rest.reject };
};

/** How many of the promises came true; every other one failed with an error of this class. */
export const winnersOf = async (racing: readonly Promise<unknown>[], losersGet: new () => Error): Promise<number> => {
  const results = await Promise.allSettled(racing);
  for (const result of results) if (result.status === 'rejected') assert.ok(result.reason instanceof losersGet, String(result.reason));
  return results.filter(({ status }) => status === 'fulfilled').length;
};

export const aMoment = (): Promise<void> => sleep(20);
