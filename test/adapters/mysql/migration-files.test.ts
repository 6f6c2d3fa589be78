import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readMigrations } from '#adapters/mysql/migration-files.ts';
import { describeChange } from '#adapters/mysql/migration-record.ts';

const root = path.join(import.meta.dirname, '../../..');
const dir = path.join(root, 'sql/migrations');
const names = readMigrations(dir).map(({ name }) => name);

describe('the folder of migrations', () => {
  /** The statement without comments, strings and the semicolon at its end. */
  const bare = (sql: string): string =>
    sql
      .replace(/'(?:[^']|'')*'|`[^`]*`|"[^"]*"/g, "''")
      .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '')
      .trim()
      .replace(/;$/, '');

  it('holds one statement a file', () => {
    const files = readMigrations(dir).flatMap(({ up, down }) => [up, down]);
    const wrong = files.filter(({ sql }) => bare(sql) === '' || bare(sql).includes(';')).map(({ file }) => file);
    assert.deepEqual(wrong, []);
  });

  it('says at the head of every migration what it is for', () => {
    const silent = readMigrations(dir).filter(({ up }) => describeChange(up.sql).comment === '');
    assert.deepEqual(
      silent.map(({ name }) => name),
      [],
    );
  });

  it('is named by sql/LATEST, so that two branches with new migrations meet in a conflict', () => {
    assert.equal(fs.readFileSync(path.join(root, 'sql/LATEST'), 'utf8').trim(), names.at(-1));
  });

  it('refuses a half without its other half, a wrong name, and a number used twice', () => {
    const refused = (files: readonly string[], reason: RegExp): void => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-migrations-'));
      files.forEach((file) => fs.writeFileSync(path.join(folder, file), 'SELECT 1'));
      assert.throws(() => readMigrations(folder), reason);
      fs.rmSync(folder, { recursive: true });
    };
    refused(['0001_create_a.up.sql'], /0001_create_a\.down\.sql is missing/);
    refused(['0001_create_a.down.sql'], /0001_create_a\.up\.sql is missing/);
    refused(['create_a.up.sql'], /migrations are called/);
    refused(
      ['0001_create_a.up.sql', '0001_create_a.down.sql', '0001_create_b.up.sql', '0001_create_b.down.sql'],
      /has this number already/,
    );
  });

  it('reads kind and table off a statement', () => {
    const read = (sql: string) => [describeChange(sql).type, describeChange(sql).table];
    assert.deepEqual(read('-- Why.\nCREATE TABLE a (id INT)'), ['table_create', 'a']);
    assert.deepEqual(read('ALTER TABLE `b` ADD c INT'), ['table_alter', 'b']);
    assert.deepEqual(read('CREATE UNIQUE INDEX i ON c (d)'), ['index_create', 'c']);
    assert.deepEqual(read('UPDATE d SET e = 1'), ['data_migration', 'd']);
    assert.deepEqual(read('CREATE PROCEDURE e() SELECT 1'), [null, null]);
    assert.equal(describeChange('-- One,\n-- two.\nDROP TABLE a').comment, 'One, two.');
  });
});
