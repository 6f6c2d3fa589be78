import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import doors from '#functions/doors.json' with { type: 'json' };
import { coldStart, type ColdStart } from '../../tools/deploy-package/cold-start.ts';
import { packageFiles, root } from '../../tools/deploy-package/package-files.ts';
import { zip } from '../../tools/deploy-package/zip.ts';

const hasPython = spawnSync('python3', ['-c', 'import zipfile']).status === 0;

describe('the deploy package', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(join(os.tmpdir(), 'carillon-package-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** What the zip holds, unpacked, with the production packages that are installed here. */
  const unpack = (): void => {
    for (const { path, content } of packageFiles()) {
      fs.mkdirSync(join(folder, path, '..'), { recursive: true });
      fs.writeFileSync(join(folder, path), content);
    }
    const modules = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { cwd: root, encoding: 'utf8' }).split('\n');
    for (const path of modules.filter((line) => line.startsWith(`${root}/node_modules/`))) {
      const name = path.slice(root.length + 1);
      // packages inside of packages come with the outer ones
      if (name.lastIndexOf('node_modules/') > 0) continue;
      fs.mkdirSync(join(folder, name, '..'), { recursive: true });
      fs.symlinkSync(path, join(folder, name));
    }
  };

  it('holds the doors and what they need, and neither tests nor documents', () => {
    const paths = packageFiles().map(({ path }) => path);
    for (const { name } of doors) assert.ok(paths.includes(`functions/${name}.ts`), name);
    for (const path of ['functions/index.ts', 'functions/doors.json', 'package.json', 'package-lock.json', 'bin/carillon.ts', 'sql/LATEST'])
      assert.ok(paths.includes(path), path);
    assert.deepEqual(
      paths.filter(
        (path) => /^(?:test|bench|docs|terraform|dashboard|examples|\.git|\.ci)\//.test(path) || /node_modules|\.carillon/.test(path),
      ),
      [],
    );
  });

  it('is the same bytes for the same files', () => assert.ok(zip(packageFiles()).equals(zip(packageFiles()))));

  // whoever has no Python has only our word for it
  (hasPython ? it : it.skip)('is a zip that others read', () => {
    const file = join(folder, 'carillon.zip');
    fs.writeFileSync(file, zip(packageFiles()));
    const script =
      'import sys,zipfile,json\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps([[i.filename,i.file_size,i.external_attr>>16] for i in z.infolist()]))';
    const listed = JSON.parse(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' })) as [string, number, number][];
    assert.deepEqual(
      listed,
      packageFiles().map(({ path, content, executable }) => [path, content.length, executable ? 0o100755 : 0o100644]),
    );
  });

  it('starts every door with production packages alone', async function () {
    this.timeout(120_000);
    unpack();
    const wrong: ColdStart[] = [];
    for (const { name } of doors) {
      const data = fs.mkdtempSync(join(os.tmpdir(), 'carillon-cold-'));
      const start = await coldStart(folder, name, {
        CARILLON_DATA: data,
        MYSQL_URL: 'mysql://nobody@127.0.0.1:9/none',
        CARILLON_TWILIO_URL: 'http://127.0.0.1:9',
      });
      fs.rmSync(data, { recursive: true, force: true });
      if (start.status >= 500) wrong.push(start);
    }
    // how soon is measured by "npm run package:check", on a machine that does nothing else
    assert.deepEqual(wrong, []);
  });
});
