import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DocumentMoved, type Document, type DocumentExpectation, type Documents, type DocumentWrite } from '#ports/documents.ts';
import type { Rule } from './opened-store.ts';

/** Few names, so that writes meet. */
const name = fc.constantFrom('a', 'b', 'c');
const place = fc.oneof(
  name.map((id) => `things/${id}`),
  fc.tuple(name, name).map(([parent, id]) => `owners/${parent}/things/${id}`),
);
const everyPlace = ['a', 'b', 'c'].flatMap((id) => [`things/${id}`, ...['a', 'b', 'c'].map((parent) => `owners/${parent}/things/${id}`)]);
const hour = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z');
/** Whether a precondition is asked for, and whether it names what stands there or what stood there once. */
const precondition = fc.constantFrom('none', 'none', 'absent', 'present', 'stale');
const content = fc.oneof(
  { weight: 3, arbitrary: fc.record({ data: fc.integer(), dueAt: hour, expiresAt: hour }, { requiredKeys: ['data'] }) },
  { weight: 1, arbitrary: fc.constant({ delete: true as const }) },
);
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      writes: fc.uniqueArray(fc.record({ path: place, precondition, content }), { maxLength: 4, selector: ({ path }) => path }),
      expects: fc.array(fc.record({ path: place, precondition }), { maxLength: 1 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('expire' as const), now: hour }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Precondition = 'none' | 'absent' | 'present' | 'stale';

/** What a store of documents is, told with a Map. */
type Entry = Document & Readonly<{ expiresAt?: string }>;
type Model = {
  entries: Map<string, Entry>;
  lastVersion: Map<string, number>;
  /** of each path: two documents of one commit may have the same */ versions: Set<string>;
};

const versionFor = (model: Model, path: string, wanted: Precondition): number =>
  wanted === 'stale' ? 1 : (model.lastVersion.get(path) ?? 2);

const holds = (model: Model, path: string, wanted: Precondition): boolean => {
  const entry = model.entries.get(path);
  if (wanted === 'none') return true;
  return wanted === 'absent' ? entry === undefined : entry?.version === versionFor(model, path, wanted);
};

const writeOf = (model: Model, root: string, one: { path: string; precondition: Precondition; content: object }): DocumentWrite => {
  const version = versionFor(model, one.path, one.precondition);
  const condition = one.precondition === 'none' ? {} : one.precondition === 'absent' ? { ifAbsent: true } : { ifVersion: version };
  return { path: `${root}/${one.path}`, ...condition, ...one.content } as DocumentWrite;
};

const expectationOf = (model: Model, root: string, one: { path: string; precondition: Precondition }): DocumentExpectation => {
  const path = `${root}/${one.path}`;
  return one.precondition === 'absent' ? { path, absent: true } : { path, version: versionFor(model, one.path, one.precondition) };
};

const write = async (
  documents: Documents,
  root: string,
  model: Model,
  { writes, expects }: Extract<Step, { kind: 'write' }>,
): Promise<void> => {
  const wanted = expects.filter((one) => one.precondition !== 'none');
  const failing = [...wanted, ...writes].filter((one) => !holds(model, one.path, one.precondition)).map(({ path }) => `${root}/${path}`);
  const run = documents.write(
    writes.map((one) => writeOf(model, root, one)),
    wanted.map((one) => expectationOf(model, root, one)),
  );
  if (failing.length > 0) return assert.rejects(run, (error) => error instanceof DocumentMoved && failing.includes(error.path));
  await run;
  for (const { path, content: put } of writes) {
    if ('delete' in put) {
      model.entries.delete(path);
      continue;
    }
    const version = (await documents.get(`${root}/${path}`))?.version ?? -1;
    assert.ok(!model.versions.has(`${path} ${version}`), 'a version repeats');
    model.versions.add(`${path} ${version}`);
    model.lastVersion.set(path, version);
    model.entries.set(path, { path: `${root}/${path}`, version, ...put });
  }
};

const expire = async (documents: Documents, model: Model, now: string): Promise<void> => {
  const expired = [...model.entries].filter(([, { expiresAt }]) => expiresAt !== undefined && expiresAt < now);
  assert.equal(await documents.removeExpired(now, 100), expired.length);
  for (const [path] of expired) model.entries.delete(path);
};

const byDue = (a: Document, b: Document): number => ((a.dueAt ?? '') + a.path < (b.dueAt ?? '') + b.path ? -1 : 1);

/** Everything that can be asked, answered as the model does. */
const agree = async (documents: Documents, root: string, model: Model): Promise<void> => {
  const entries = [...model.entries.values()].map(({ path, data, version, dueAt }): Document => ({
    path,
    data,
    version,
    ...(dueAt !== undefined && { dueAt }),
  }));
  const found = await documents.getMany(everyPlace.map((path) => `${root}/${path}`));
  assert.deepEqual(
    found,
    everyPlace.map((path) => entries.find((entry) => entry.path === `${root}/${path}`)),
  );
  for (const parent of [`${root}/things`, `${root}/owners/b/things`]) {
    const own = entries.filter(({ path, dueAt }) => dueAt !== undefined && path.slice(0, path.lastIndexOf('/')) === parent).sort(byDue);
    const now = '2026-01-02T00:00:00.000Z';
    assert.deepEqual(
      await documents.due(parent, now, 100),
      own.filter(({ dueAt }) => (dueAt ?? '') <= now),
    );
    assert.equal(await documents.nextDue(parent), own[0]?.dueAt);
  }
};

export const modelRules = (rule: Rule): void => {
  rule('does whatever a Map would do', async ({ documents, expiry }) => {
    let runs = 0;
    const property = fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
      const root = `runs/r${runs++}`;
      const model: Model = { entries: new Map(), lastVersion: new Map(), versions: new Set() };
      try {
        for (const one of steps) {
          if (one.kind === 'write') await write(documents, root, model, one);
          else if (!expiry) await expire(documents, model, one.now);
        }
        await agree(documents, root, model);
      } finally {
        // leave nothing behind that the next run's expiry would count
        await documents.write(everyPlace.map((path) => ({ path: `${root}/${path}`, delete: true })));
      }
    });
    await fc.assert(property, { numRuns: 60 });
  });
};
