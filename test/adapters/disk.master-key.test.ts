import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { loadMasterKey } from '#adapters/disk/master-key.ts';

const run = promisify(execFile);

describe('master key', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-key-'));
    file = path.join(folder, 'house', 'master.key');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('is made once, of 32 bytes that only its owner may read', () => {
    const key = loadMasterKey(file);
    assert.equal(key.length, 32);
    assert.ok(new Set(key).size > 8, 'random');
    assert.ok(loadMasterKey(file).equals(key));
    assert.equal(fs.statSync(file).mode & 0o777, 0o600);
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ['master.key']);
  });

  it('is the same for all who start at the same time', async () => {
    const code = `
      import { loadMasterKey } from '#adapters/disk/master-key.ts';
      while (Date.now() < Number(process.argv[2]));
      process.stdout.write(loadMasterKey(process.argv[1]).toString('hex'))`;
    const args = ['--input-type=module', '-e', code, file, String(Date.now() + 800)];
    const starters = Array.from({ length: 4 }, () => run(process.execPath, args, { timeout: 30_000 }));
    const keys = (await Promise.all(starters)).map(({ stdout }) => stdout);
    assert.deepEqual([new Set(keys).size, keys[0]?.length], [1, 64]);
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ['master.key']);
  });

  it('is refused when others may read it, with what to do', () => {
    loadMasterKey(file);
    for (const mode of [0o644, 0o640, 0o604, 0o602]) {
      fs.chmodSync(file, mode);
      assert.throws(() => loadMasterKey(file), { name: 'Refusal', code: 'master_key_open', message: /chmod 600/ });
    }
    fs.chmodSync(file, 0o400);
    assert.equal(loadMasterKey(file).length, 32);
  });

  it('is refused when it is no key', () => {
    fs.mkdirSync(path.dirname(file));
    for (const content of ['', 'too short', 'x'.repeat(33)]) {
      fs.writeFileSync(file, content, { mode: 0o600 });
      assert.throws(() => loadMasterKey(file), { code: 'master_key_broken' });
    }
  });

  it('says in one line where it can not be made', () => {
    fs.writeFileSync(path.dirname(file), 'a file where the folder should be');
    assert.throws(() => loadMasterKey(file), { name: 'Refusal', code: 'master_key_away', message: /^can't read or make .*permissions$/ });
  });
});
