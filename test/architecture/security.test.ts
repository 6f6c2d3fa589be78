import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './source.ts';

const text = readFileSync(join(root, 'docs/SECURITY.md'), 'utf8');
/** The table of roles and scopes is held by test/api/roles.test.ts. */
const rows = text
  .slice(0, text.indexOf('## What each role may do'))
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| Attack'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('the threat model', () => {
  it('names only files that are there', () => {
    const named = [...text.matchAll(/`((?:test|functions|shared)\/[\w./-]+)`/g)].map(([, path]) => path ?? '');
    assert.ok(named.length > 10);
    assert.deepEqual(
      named.filter((path) => !existsSync(join(root, path))),
      [],
    );
  });
  it('has a test for each attack', () => {
    assert.ok(rows.length > 10);
    for (const [, attack, , shown] of rows) assert.match(shown ?? '', /`test\/[\w./-]+`/, attack);
  });
});
