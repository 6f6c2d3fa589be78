import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { closingLines, mochaClosing } from '../../tools/tests/mocha-closing.ts';
import { testGroups } from '../../tools/tests/test-groups.ts';

const green = '  a suite\n    ✔ does\n\n\n  1 passing (8ms)\n';
const red = [
  '  a suite\n    ✔ does\n    1) does not\n    - is left out\n\n\n  12 passing (3m)\n  1 pending\n  2 failing\n',
  '  1) a suite\n       does not:\n     Error: no\n      at x.ts:1:1\n',
  '  2) another\n       "after all" hook:\n     Error: 3) of these\n',
].join('\n');

describe('the closing lines of the tests', () => {
  it('are read from a run that ended', () => {
    assert.deepEqual(mochaClosing(green), { passing: 1, pending: 0, failing: 0, failures: [] });
    const { failures = [], ...counts } = mochaClosing(red) ?? {};
    assert.deepEqual(counts, { passing: 12, pending: 1, failing: 2 });
    assert.deepEqual(
      failures.map((failure) => failure.split('\n')[0]),
      ['a suite', 'another'],
    );
  });
  it('are not found in a run that broke off', () => {
    assert.equal(mochaClosing('  a suite\n    ✔ does\n'), undefined);
  });
  it('tell several runs as one, which reads like a run', () => {
    const told = closingLines(
      [red, green, red].flatMap((output) => mochaClosing(output) ?? []),
      95,
    );
    assert.match(told, /^ {2}25 passing \(2m\)\n {2}2 pending\n {2}4 failing\n/);
    assert.equal(mochaClosing(told)?.failures.length, 4);
    assert.match(told, /^ {2}4\) another\n {7}"after all" hook:$/m);
  });
});

describe('the groups of the tests', () => {
  it('hold every test file once, those on the emulators together and first', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-groups-'));
    const from = process.cwd();
    try {
      process.chdir(folder);
      const names = Array.from({ length: 20 }, (_, index) => `test/app/a${index}.test.ts`);
      for (const file of [...names, 'test/flow/b.test.ts', 'test/app/cloud.test.ts', 'test/app/support.ts']) {
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, file.includes('cloud') ? "describeOnEmulators('x', () => undefined);" : '');
      }
      const groups = testGroups('test');
      assert.deepEqual(groups[0]?.files, ['test/app/cloud.test.ts']);
      assert.deepEqual(groups.flatMap(({ files }) => files).sort(), [...names, 'test/app/cloud.test.ts', 'test/flow/b.test.ts'].sort());
    } finally {
      process.chdir(from);
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});
