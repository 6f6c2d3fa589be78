import assert from 'node:assert/strict';
import { hashOf } from '#adapters/sqlite/document-path.ts';
import { documentsContract } from '../contracts/documents.contract.ts';
import { openSqliteStore } from '../support/sqlite-store.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

documentsContract('SQLite', openSqliteStore);

describe('documents in SQLite', () => {
  let opened: TestStore;
  beforeEach(() => {
    opened = openTestStore();
  });
  afterEach(() => opened.close());

  const planOf = (sql: string, ...values: string[]): string =>
    opened.db
      .prepare(`explain query plan ${sql}`)
      .all(...values)
      .map(({ detail }) => String(detail))
      .join('; ');

  it('are told apart where the hashes of their paths are the same', async () => {
    const { documents, db } = opened;
    await documents.write([{ path: 'claims/z', data: 'z' }]);
    db.prepare('update documents set hash = ? where path = ?').run(hashOf('claims/a'), 'claims/z');
    assert.equal(await documents.get('claims/a'), undefined);
    await documents.write([{ path: 'claims/a', ifAbsent: true, data: 'a' }]);
    assert.equal((await documents.get('claims/a'))?.data, 'a');
    await documents.write([{ path: 'claims/a', delete: true }]);
    assert.equal(Number(db.prepare('select count(*) as n from documents').get()?.n), 1);
  });
  it('are found by an index, however they are looked for', () => {
    const due = (column: string) =>
      planOf(
        `select path from documents where ${column} = ? and due_at <= ? and (due_at, path) > (?, ?) order by due_at, path limit 5`,
        'queue',
        'b',
        'a',
        'p',
      );
    assert.match(due('collection'), /^SEARCH documents USING (COVERING )?INDEX documents_due_by_collection \(collection=\? AND .*due_at/);
    assert.match(due('parent'), /^SEARCH documents USING (COVERING )?INDEX documents_due_by_parent \(parent=\? AND .*due_at/);
    assert.doesNotMatch(due('collection') + due('parent'), /TEMP B-TREE/);
    assert.match(planOf('select id from documents where hash = ? and path = ?', '1', 'p'), /^SEARCH .* documents_by_hash/);
    assert.match(
      planOf('select id from documents where expires_at is not null and expires_at < ? order by expires_at', 'x'),
      /^SEARCH .* documents_by_expiry/,
    );
  });
  it('have hashes that fit a whole number and spread', () => {
    const hashes = Array.from({ length: 20_000 }, (_, n) => hashOf(`claims/${n.toString(36)}`));
    assert.ok(hashes.every((hash) => Number.isSafeInteger(hash) && hash >= 0 && hash < 2 ** 52));
    assert.equal(new Set(hashes).size, hashes.length);
    for (const bits of [2, 16]) {
      const used = Map.groupBy(hashes, (hash) => hash % bits);
      for (const group of used.values()) assert.ok(Math.abs(group.length - hashes.length / bits) < 0.1 * hashes.length);
    }
  });
});
