import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { publicationsIn } from '../architecture/doors.ts';
import { importsOf, root, sourceOf, type Source } from '../architecture/source.ts';

/** What a door does with the world outside, read from its code. */
export type Reach = Readonly<{
  publishes: readonly string[];
  writesDocuments: boolean;
  readsFiles: boolean;
  sql: 'none' | 'read' | 'write';
  callsProvider: boolean;
  /** reads or appends */
  opensLog: boolean;
  appends: boolean;
}>;

/** Verbs and doors lie here; what an adapter does is the wiring's matter, and rules do nothing. */
const rooms: Readonly<Record<string, string>> = { '#app/': 'shared/app/', '#api/': 'shared/api/', '#functions/': 'functions/' };

const pathOf = (from: string, specifier: string): string | undefined => {
  if (specifier.startsWith('.')) return posix.join(dirname(from), specifier);
  const room = Object.keys(rooms).find((prefix) => specifier.startsWith(prefix));
  return room && `${rooms[room]}${specifier.slice(room.length)}`;
};

const read = new Map<string, Source>();
const sourceAt = (path: string): Source => {
  const known = read.get(path) ?? sourceOf(path, readFileSync(join(root, path), 'utf8'));
  read.set(path, known);
  return known;
};

/** Type imports reach nothing. */
const valueImports = (source: Source): readonly string[] =>
  importsOf({
    ...source,
    bare: source.bare.replaceAll(/^import type [^;]*;/gm, (text) => text.replaceAll(/[^\n]/g, ' ')),
  }).map(({ specifier }) => specifier);

/** The door's file and every verb that it leads to. */
const filesOf = (door: string): readonly Source[] => {
  const seen = new Set<string>();
  const waiting = [`functions/${door}.ts`];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path) || path === 'functions/door.ts' || !existsSync(join(root, path))) continue;
    seen.add(path);
    const from = path;
    waiting.push(...valueImports(sourceAt(from)).flatMap((specifier) => pathOf(from, specifier) ?? []));
  }
  return [...seen].map(sourceAt);
};

export const reachOf = (door: string): Reach => {
  const sources = filesOf(door);
  const uses = (pattern: RegExp): boolean => sources.some(({ bare }) => pattern.test(bare));
  const writesRows = uses(/\breadModel\.(?:transact|archive|endConsents|forget)\(|\bwriteRecords\(/);
  return {
    publishes: [...new Set(sources.flatMap(publicationsIn).map(({ topic }) => topic))].toSorted(),
    writesDocuments: uses(/\bdocuments\.(?:write|removeExpired)\(|\bstore\.append\(|\bhandle\(/),
    readsFiles: uses(/\bfiles\.\w+\(/),
    sql: writesRows ? 'write' : uses(/\breadModel\b/) ? 'read' : 'none',
    callsProvider: uses(/\bproviderFor\(|\bproviderNamed\(|\bregistrar(?:For|Named)\b/),
    appends: uses(/\bstore\.append\(|\bhandle\(/),
    opensLog: uses(/\bstore\.(?:append|read|feed)\(|\bhandle\(|\bvault\.(?!fingerprint)\w+\(|\bfeedReader\(/),
  };
};
