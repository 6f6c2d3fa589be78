import { dropsPrefix, packetIdOf, parseDropPath } from './accept-drop.ts';
import type { House } from './house.ts';
import { readPacketDocument } from './packet-document.ts';
import { besideOf } from './side-md5.ts';
import { timeLimit } from './time-limit.ts';

const page = 200;
/** Looking takes no more real time than this. */
const mostMs = 20_000;

/** `new`: no packet yet; `loading`: its rows are being read; `failed`: it could not be used. */
export type UnloadedFile = Readonly<{ path: string; bytes: number; state: 'new' | 'loading' | 'failed'; packetId?: string }>;
export type UnloadedFiles = Readonly<{ files: readonly UnloadedFile[]; /** there may be more */ isCut: boolean }>;

const states = { accepted: 'loading', failed: 'failed' } as const;

/** Dropped files whose rows do not stand in the log, by path, of one company or all. */
export const unloadedFiles = async (house: House, companyId: string | undefined, limit = 200): Promise<UnloadedFiles> => {
  const isOver = timeLimit(house.clock, mostMs);
  const files: UnloadedFile[] = [];
  const prefix = companyId === undefined ? dropsPrefix : `${dropsPrefix}${companyId}/`;
  let after: string | undefined;
  for (;;) {
    const listed = await house.files.list(prefix, page, after);
    for (const { path, bytes, md5 } of listed) {
      const drop = besideOf(path) === undefined ? parseDropPath(path) : undefined;
      if (!drop) continue;
      const packetId = packetIdOf(drop, md5);
      const status = (await readPacketDocument(house.documents, packetId))?.status;
      if (status === 'loaded') continue;
      files.push(status === undefined ? { path, bytes, state: 'new' } : { path, bytes, state: states[status], packetId });
      if (files.length >= limit) return { files, isCut: true };
    }
    after = listed.at(-1)?.path;
    if (listed.length < page || after === undefined) return { files, isCut: false };
    if (isOver()) return { files, isCut: true };
  }
};
