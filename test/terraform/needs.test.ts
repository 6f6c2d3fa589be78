import assert from 'node:assert/strict';
import doors from '#functions/doors.json' with { type: 'json' };
import { reachOf, type Reach } from './door-reach.ts';
import { bodyAfter, keysOf, textOf } from './hcl.ts';

type Need = Readonly<{ log: string; documents: string; files: boolean; sql: string; provider: boolean; publishes: readonly string[] }>;

const table = bodyAfter(textOf('terraform/identities.tf'), 'needs = {');

const wordOf = (line: string, key: string): string => new RegExp(`\\b${key} = "?(\\w+)"?`).exec(line)?.[1] ?? '?';

const needOf = (door: string): Need => {
  const line = table.split('\n').find((each) => each.trimStart().startsWith(`${door} `)) ?? '';
  const publishes = /publishes = (\[.*?\])/.exec(line)?.[1] ?? '[]';
  return {
    log: wordOf(line, 'log'),
    documents: wordOf(line, 'documents'),
    files: wordOf(line, 'files') === 'true',
    sql: wordOf(line, 'sql'),
    provider: wordOf(line, 'provider') === 'true',
    publishes: JSON.parse(publishes) as string[],
  };
};

/** Where the code that a door's file leads to does more than the door does: it uses names of that file alone. */
const more: Readonly<Record<string, Partial<Need>>> = {
  // only the paths of drops and packets
  sweep: { log: 'none' },
  // only what ticks have noted
  health: { documents: 'read' },
};

/** The API grows by operations: its rights are given for all that it is to do, and its code may use less of them so far. */
const growing = ['api'];

const expected = (reach: Reach): Need => {
  const documents = reach.writesDocuments ? 'write' : reach.opensLog ? 'read' : 'none';
  return {
    log: reach.appends ? 'append' : reach.opensLog ? 'read' : 'none',
    documents,
    files: reach.readsFiles,
    sql: reach.sql,
    provider: reach.callsProvider,
    publishes: reach.publishes,
  };
};

const ranks: Readonly<Record<string, number>> = { none: 0, read: 1, append: 2, write: 2 };

const assertWithin = (needed: Need, given: Need): void => {
  for (const key of ['log', 'documents', 'sql'] as const) assert.ok(ranks[needed[key]]! <= ranks[given[key]]!, `${key}: ${needed[key]}`);
  for (const key of ['files', 'provider'] as const) assert.ok(!needed[key] || given[key], key);
  // whoever appends tells of it
  const may = [...given.publishes, ...(given.log === 'append' ? ['log-appended', 'notify-customer'] : [])];
  assert.deepEqual(
    needed.publishes.filter((topic) => !may.includes(topic)),
    [],
  );
};

describe('what a door may do on Google Cloud', () => {
  it('is said of every door and of nothing else', () => {
    assert.deepEqual(
      keysOf(table).toSorted(),
      doors.map(({ name }) => name).toSorted(),
      'give each door of functions/doors.json its line in the table of terraform/identities.tf',
    );
  });
  for (const { name } of doors)
    it(`is for ${name} what its code does, no more and no less`, () => {
      const needed = { ...expected(reachOf(name)), ...more[name] };
      const given = needOf(name);
      if (growing.includes(name)) return assertWithin(needed, given);
      assert.deepEqual(given, needed, 'mend the table in terraform/identities.tf');
    });
});
