import { createHash } from 'node:crypto';
import { personDayIn, type Row } from '#domain/message/assemble.ts';
import type { Binding } from '#domain/message/columns.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import { countedFingerprints, type Counted } from './counted-fingerprints.ts';
import { mostMembers } from './join-writes.ts';

/** A row with all those of its person and day, where the campaign joins them. */
export type Together = Readonly<{ row: Row; joined?: readonly Row[] }>;

export type Joins = Readonly<{
  compiled: CompiledDefinition;
  binding: Binding;
  /** reads the same rows once more */
  again: () => Promise<AsyncGenerator<Row, void>>;
  /** rows kept back at most; beyond them the oldest are told without those that come later */
  mostHeld?: number;
}>;

const usualMostHeld = 100_000;

type Group = { rows: Row[]; told: number };
type Groups = Readonly<{ held: Map<string, Group>; expected: Counted; mostHeld: number }>;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** How many rows each person has on each day. */
const countAll = async ({ compiled, binding, again }: Joins): Promise<Counted> => {
  const counts = countedFingerprints();
  for await (const row of await again()) {
    const text = personDayIn({ compiled, binding, row });
    if (text !== undefined) counts.add(digest(text));
  }
  return counts;
};

const tellAll = ({ rows }: Group): readonly Together[] => rows.map((row) => ({ row, joined: rows }));

/** The row with those before it once all are there, and whoever has to go because too many wait. */
const take = ({ held, expected, mostHeld }: Groups, row: Row, text: string, waiting: number): readonly Together[] => {
  const key = digest(text);
  const wanted = expected.count(key);
  if (wanted < 2) return [{ row, joined: [row] }];
  const group = held.get(key) ?? { rows: [], told: 0 };
  held.set(key, group);
  if (group.told > 0) {
    group.told += 1;
    if (group.told >= wanted) held.delete(key);
    return [{ row, joined: group.rows }];
  }
  group.rows.push(row);
  if (group.rows.length >= wanted) held.delete(key);
  else if (group.rows.length < mostMembers) return waiting < mostHeld ? [] : tellOldest(held);
  group.told = group.rows.length;
  return tellAll(group);
};

const tellOldest = (held: Map<string, Group>): readonly Together[] => {
  for (const [key, group] of held) {
    if (group.told > 0) continue;
    held.delete(key);
    return tellAll(group);
  }
  return [];
};

/**
 * The rows of a file, each with those that one message tells together with it. Where the campaign joins nothing they come as they stand;
 * else the file is read twice, and a row comes when the last one of its person and day is there.
 */
export const rowsTogether = async function* (rows: AsyncGenerator<Row, void>, joins: Joins): AsyncGenerator<readonly Together[], void> {
  const { compiled, binding, mostHeld = usualMostHeld } = joins;
  if (compiled.definition.join === undefined) {
    for await (const row of rows) yield [{ row }];
    return;
  }
  const groups: Groups = { held: new Map(), expected: await countAll(joins), mostHeld };
  let waiting = 0;
  for await (const row of rows) {
    const text = personDayIn({ compiled, binding, row });
    const told = text === undefined ? [{ row }] : take(groups, row, text, waiting);
    waiting += 1 - told.length;
    yield told;
  }
  // two people who were taken for one wait for each other
  for (const group of groups.held.values()) if (group.told === 0) yield tellAll(group);
};
