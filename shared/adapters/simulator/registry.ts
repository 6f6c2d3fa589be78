import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** How the registry behind a simulated provider decides about something. `said`: why, as a carrier writes it. */
export type Fate = Readonly<{
  status: 'pending' | 'approved' | 'rejected' | 'suspended' | 'expired';
  code?: string;
  said?: string;
  field?: string;
  score?: number;
  expiresAt?: string;
}>;

/** A resource that somebody made: a brand, a campaign, a number, or a part of one. */
export type Thing = Readonly<{
  id: string;
  kind: string;
  /** as it was given */
  fields: Readonly<Record<string, unknown>>;
  createdAt: number;
  changedAt: number;
  fate?: Fate;
}>;

export type Registry = Readonly<{
  add: (kind: string, fields: Thing['fields'], id?: string) => Thing;
  change: (id: string, fields: Thing['fields']) => Thing | undefined;
  remove: (id: string) => void;
  get: (id: string) => Thing | undefined;
  all: (kind: string) => readonly Thing[];
  /** of one, or of all of a kind that nobody has said anything about */
  setFate: (about: Readonly<{ id?: string; kind?: string }>, fate: Fate) => void;
  /** what has been decided about it by now: at the first look, unless somebody has said otherwise, it is approved */
  fateOf: (thing: Thing) => Fate;
  /** so many bytes of an id in hexadecimal, the same for the same registry */
  hexOf: (of: string, digits: number) => string;
}>;

const mostThings = 5_000;
const kindly: Fate = { status: 'approved', score: 80 };

type Kept = { things: Thing[]; fates: Record<string, Fate>; made: number };

const read = (file: string): Kept => {
  if (!existsSync(file)) return { things: [], fates: {}, made: 0 };
  return JSON.parse(readFileSync(file, 'utf8')) as Kept;
};

/** Kept in a file as a whole: a house that starts again finds its brands as they were. */
export const openRegistry = (file: string, seed: number): Registry => {
  const kept = read(file);
  const things = new Map(kept.things.map((thing) => [thing.id, thing]));
  const { fates } = kept;
  let { made } = kept;
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify({ things: [...things.values()], fates, made } satisfies Kept));
    renameSync(`${file}.new`, file);
  };
  const put = (thing: Thing): Thing => {
    if (!things.has(thing.id) && things.size >= mostThings) things.delete(things.keys().next().value ?? '');
    things.set(thing.id, thing);
    save();
    return thing;
  };
  const hexOf = (of: string, digits: number) => createHash('sha256').update(`${seed} ${of}`).digest('hex').slice(0, digits);
  return {
    add: (kind, fields, id) => {
      made += 1;
      const now = Date.now();
      return put({ id: id ?? hexOf(`${kind} ${made} ${now}`, 32), kind, fields, createdAt: now, changedAt: now });
    },
    change: (id, fields) => {
      const thing = things.get(id);
      return thing && put({ ...thing, fields: { ...thing.fields, ...fields }, changedAt: Date.now() });
    },
    remove: (id) => {
      things.delete(id);
      save();
    },
    get: (id) => things.get(id),
    all: (kind) => [...things.values()].filter((thing) => thing.kind === kind),
    setFate: ({ id, kind }, fate) => {
      const thing = id === undefined ? undefined : things.get(id);
      if (thing) return void put({ ...thing, fate });
      if (kind !== undefined) fates[kind] = fate;
      return save();
    },
    fateOf: ({ fate, kind }) => fate ?? fates[kind] ?? kindly,
    hexOf,
  };
};

const statuses: readonly unknown[] = ['pending', 'approved', 'rejected', 'suspended', 'expired'];

/** An order of the control API: `{ id or kind, status, … }`; undefined where it is none. */
export const readFateOrder = (
  given: Readonly<Record<string, unknown>>,
): Readonly<{ about: Readonly<{ id?: string; kind?: string }>; fate: Fate }> | undefined => {
  const { id, kind, ...fate } = given;
  if (!statuses.includes(fate['status']) || (typeof id !== 'string' && typeof kind !== 'string')) return undefined;
  const about = { ...(typeof id === 'string' ? { id } : {}), ...(typeof kind === 'string' ? { kind } : {}) };
  return { about, fate: fate as unknown as Fate };
};

/** Numbers that nobody has, of an area: with exchange 555, so that none of them is anybody's. */
export const freeNumbers = (registry: Registry, area: string, wanted: number): readonly string[] => {
  const taken = new Set(registry.all('number').map(({ fields }) => fields['number']));
  const free: string[] = [];
  for (let n = 100; n < 1_000 && free.length < wanted; n++) {
    const number = `+1${area}555${String(n).padStart(4, '0')}`;
    if (!taken.has(number)) free.push(number);
  }
  return free;
};
