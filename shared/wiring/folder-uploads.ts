import { join } from 'node:path';
import { Readable } from 'node:stream';
import { diskUploads, type DiskUploads } from '#adapters/disk/uploads.ts';
import { topics } from '#app/topics.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { FileStore } from '#ports/file-store.ts';
import type { MessageBus } from '#ports/message-bus.ts';
import type { Route } from './serve.ts';

export type FolderUploads = Readonly<{
  files: FileStore;
  dataDir: string;
  bus: Pick<MessageBus, 'publish'>;
  /** of this house, once it serves */
  publicUrl: () => string;
}>;

/** Uploads of the embedded house: a file that is whole is told of, as the bucket tells of one. */
export const folderUploads = ({ files, dataDir, bus, publicUrl }: FolderUploads): DiskUploads => {
  const uploads = diskUploads({
    files,
    folder: join(dataDir, '.files', 'uploads'),
    urlOf: (token) => `${publicUrl()}/uploads/${token}`,
    onWhole: (path) => bus.publish(topics.dropFinalized, [{ data: { path }, key: path }]),
  });
  return {
    ...uploads,
    open: async (wanted) => {
      // a door that runs alone has no other one beside it
      if (publicUrl() === '')
        throw new Refusal('uploads_away', 'nobody serves uploads here: run the whole house, or set CARILLON_PUBLIC_URL to it');
      return uploads.open(wanted);
    },
  };
};

const place = /^\/uploads\/([\w-]{43})$/;

/** What an upload's address names: it asks for no key, since the address is one. */
export const uploadRoute = (uploads: DiskUploads): Route =>
  Object.assign(
    ({ url, method, headers, stream }: Parameters<Route>[0]) => {
      const token = place.exec(url)?.[1];
      return token === undefined ? undefined : uploads.answer(token, { method, headers, body: stream ?? Readable.from([]) });
    },
    { takesStream: true as const },
  );
