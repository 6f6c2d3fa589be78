import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { packageFiles } from '../../tools/deploy-package/package-files.ts';
import { root } from '../architecture/source.ts';
import { textOf } from './hcl.ts';

const workflow = textOf('.github/workflows/deliver.yml');
const cloudBuild = textOf('cloudbuild.yaml');

describe('the delivery pipeline', () => {
  it('uses actions by the hash of what they were when somebody looked', () => {
    const uses = [...workflow.matchAll(/uses: (\S+)(.*)/g)];
    assert.ok(uses.length > 5);
    for (const [, action, rest] of uses) assert.match(`${action}${rest}`, /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });
  it('uses images by their version', () => {
    const images = [...cloudBuild.matchAll(/^ {4}name: (\S+)/gm)].map(([, image]) => image!);
    assert.ok(images.length > 5);
    for (const image of images) assert.match(image, /:\d+\.\d+\.\d+/);
  });
  it('may read the code and nothing else, but where it signs in', () => {
    assert.match(workflow, /^permissions:\n {2}contents: read\n/m);
    assert.doesNotMatch(workflow, /: write(?<!id-token: write)/);
    assert.doesNotMatch(workflow, /secrets\.|credentials_json|service_account_key/);
  });
  it('takes its steps in order: check, test, plan, apply, migrate, smoke test, rollback', () => {
    const places = [
      'npm run check',
      'npm test',
      'terraform plan -',
      'terraform apply house',
      'jobs execute migrate',
      'smoke.sh',
      'last-good.zip" ',
    ];
    for (const text of [workflow, cloudBuild]) {
      const found = places.map((place) => text.indexOf(place));
      assert.deepEqual(
        found,
        found.toSorted((one, other) => one - other),
      );
      assert.ok(
        found.every((at) => at > 0),
        `${places[found.indexOf(-1)]} is missing`,
      );
    }
  });
  it('applies what was approved', () => {
    assert.match(workflow, /environment: \$\{\{ inputs\.environment \}\}/);
    assert.match(cloudBuild, /_APPLY: 'false'/);
  });
  it('runs scripts that can be run', () => {
    for (const path of new Set([...`${workflow}${cloudBuild}`.matchAll(/tools\/[\w./-]+\.sh/g)].map(([name]) => name))) {
      accessSync(join(root, path), constants.X_OK);
    }
  });
});

describe('.gcloudignore', () => {
  it('lets go to Google Cloud what the deploy package holds, and nothing else', function () {
    const git = (...args: readonly string[]): ReadonlySet<string> =>
      new Set(
        execFileSync('git', ['ls-files', '-z', ...args], { cwd: root, encoding: 'utf8' })
          .split('\0')
          .filter(Boolean),
      );
    let tracked: ReadonlySet<string>;
    try {
      tracked = git();
    } catch {
      process.stdout.write('  this is no clone of a git repository: .gcloudignore is not checked\n');
      this.skip();
    }
    const ignored = git('--cached', '--ignored', '--exclude-from=.gcloudignore');
    const goes = [...tracked].filter((path) => !ignored.has(path));
    const packed = packageFiles().map(({ path }) => path);
    assert.deepEqual(goes.toSorted(), packed.filter((path) => tracked.has(path)).toSorted());
    assert.deepEqual(
      packed.filter((path) => /(?:^|\/)test\/|\.test\.ts$/.test(path)),
      [],
    );
  });
});
