import assert from 'node:assert/strict';
import { hashOf } from '#adapters/sqlite/document-path.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { documentsContract } from '../contracts/documents.contract.ts';
import { upTo } from '../support/log-events.ts';
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
    db.prepare('insert into document_hashes (hash, id) select ?, id from documents').run(hashOf('claims/a'));
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
    assert.match(
      planOf('select id from documents where expires_at is not null and expires_at < ? order by expires_at', 'x'),
      /^SEARCH .* documents_by_expiry/,
    );
  });
  it('are looked up without a scan', () => {
    assert.match(planOf('select id from document_hashes where hash = ?', '1'), /^SEARCH document_hashes USING PRIMARY KEY/);
    assert.match(planOf('select data from documents where id = ? and path = ?', '1', 'a'), /^SEARCH documents USING INTEGER PRIMARY KEY/);
  });
  it('are found again when the memory of their newest is lost, however far they were indexed', async () => {
    const pathOf = (n: number): string => `claims/${Math.imul(n + 1, 0x9e3779b1) >>> 0}`;
    const write = (to: TestStore, from: number, count: number, more: object = { ifAbsent: true, data: 1 }) =>
      to.documents.write(upTo(count).map((n) => ({ path: pathOf(from + n), ...more }) as DocumentWrite));
    const assertThere = async (to: TestStore, count: number): Promise<void> => {
      const found = await to.documents.getMany(upTo(count).map(pathOf));
      assert.equal(found.filter(Boolean).length, count);
    };
    const indexed = (to: TestStore): number => Number(to.db.prepare('select count(*) as n from document_hashes').get()?.n);
    for (const n of upTo(66)) await write(opened, n * 500, 500);
    assert.ok(indexed(opened) > 32_000, 'the older ones are on disk');
    await assertThere(opened, 33_000);
    await write(opened, 0, 100, { delete: true });
    await write(opened, 32_900, 100, { delete: true });
    const again = openTestStore({ file: opened.file });
    try {
      // ids of the newest that were deleted must not be given to documents that are then taken for indexed
      await write(again, 32_900, 100);
      await write(again, 0, 100);
      await assert.rejects(write(again, 32_950, 1), /claims/);
      await assertThere(again, 33_000);
    } finally {
      again.close();
    }
    await assertThere(opened, 33_000);
    await write(opened, 0, 500, { delete: true });
    const third = openTestStore({ file: opened.file });
    assert.equal((await third.documents.getMany(upTo(33_000).map(pathOf))).filter(Boolean).length, 32_500);
    third.close();
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
