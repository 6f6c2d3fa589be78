import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEmulators, startFirestoreEmulator, type Emulator } from '#wiring/emulators.ts';
import indexes from '../../firestore.indexes.json' with { type: 'json' };
import { describeOnEmulators } from '../support/emulators.ts';

const root = join(import.meta.dirname, '../..');

/** Names before an id in the paths that the code writes out: `name/${…`, `…/name/${…`, `…/name` at the end, and `collection = 'name'`. */
const collectionsIn = (text: string): readonly string[] =>
  [
    ...text.matchAll(/[`/]([a-z][A-Za-z]+)\/\$\{/g),
    ...text.matchAll(/\$\{\w+\}\/([a-z][A-Za-z]+)`/g),
    ...text.matchAll(/ollection = '([a-z][A-Za-z]+)\/?'/g),
  ].flatMap(([, name]) => name ?? []);

/** Paths of files and addresses, and names of streams, keys and fingerprints, that look alike. */
const others = new Set([
  'drops',
  'fingerprint',
  'request',
  'list',
  'packet',
  'campaign',
  'messages',
  'status',
  'carillon',
  'pages',
  'consent',
  'cursors',
  'team',
  'user',
  'webhook',
  'uploads',
  // a document that is never there stands between it and `packetList`
  'scheduled',
]);

const written = (): ReadonlySet<string> =>
  new Set(
    globSync('shared/{app,domain,log}/**/*.ts', { cwd: root })
      .flatMap((file) => collectionsIn(readFileSync(join(root, file), 'utf8')))
      .filter((name) => !others.has(name)),
  );

/** Found by their paths alone. A database takes 200 exemptions, so these have none for dueAt. */
const neverDue = new Set([
  'accessTokens',
  'apiAnswers',
  'apiKeys',
  'claims',
  'credentials',
  'keys',
  'loginTries',
  'logins',
  'quota',
  'sessions',
  'suppressions',
]);

type Override = Readonly<{ indexes: readonly object[]; ttl?: boolean }>;
const overrides = new Map<string, Override>(indexes.fieldOverrides.map((field) => [`${field.collectionGroup}.${field.fieldPath}`, field]));
const ascending = (queryScope: string) => ({ order: 'ASCENDING', queryScope });

describe('the indexes of Firestore', () => {
  it('have an entry for every collection of working documents', () => {
    const names = written();
    for (const name of ['claims', 'queue', 'rowChunks', 'campaignClock', 'keys', 'expectations', 'appointments'])
      assert.ok(names.has(name), name);
    for (const name of names) {
      const what = `add ${name} to firestore.indexes.json (*, dueAt, expiresAt)`;
      assert.deepEqual(overrides.get(`${name}.*`)?.indexes, [], what);
      const due = neverDue.has(name) ? undefined : [ascending('COLLECTION'), ascending('COLLECTION_GROUP')];
      assert.deepEqual(overrides.get(`${name}.dueAt`)?.indexes, due, what);
      assert.deepEqual([overrides.get(`${name}.expiresAt`)?.indexes, overrides.get(`${name}.expiresAt`)?.ttl], [[], true], what);
    }
  });
  it('leave out of the records what nobody looks for by itself', () => {
    for (const field of ['blob', 'ids', 'streams']) assert.deepEqual(overrides.get(`commits.${field}`)?.indexes, []);
  });
});

describeOnEmulators('the rules of Firestore', () => {
  let emulator: Emulator;
  before(async () => {
    const jars = await findEmulators();
    assert.ok(!('missing' in jars));
    emulator = await startFirestoreEmulator(jars, join(root, 'firestore.rules'));
  });
  after(() => emulator.close());

  const urlOf = (path: string): string => `http://${emulator.host}/v1/projects/rules-test/databases/(default)/documents/${path}`;
  const body = JSON.stringify({ fields: { data: { stringValue: '1' } } });
  const call = async (method: string, path: string, token?: string): Promise<number> => {
    const headers = { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) };
    const { status } = await fetch(urlOf(path), { method, headers, ...(method === 'PATCH' && { body }) });
    return status;
  };
  const paths = ['claims/x', 'log/bulk-0/commits/000000000001', 'companies/co_a/queue/w', 'keys/packet%252Fpkt_1'];

  it('let the owner in', async () => {
    for (const path of paths) assert.deepEqual([await call('PATCH', path, 'owner'), await call('GET', path, 'owner')], [200, 200], path);
  });
  it('turn every client away, whatever it wants', async () => {
    for (const path of paths)
      for (const method of ['GET', 'PATCH', 'DELETE']) assert.equal(await call(method, path), 403, `${method} ${path}`);
    assert.equal(await call('GET', 'claims'), 403);
  });
});
