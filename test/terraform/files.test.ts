import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { lstatSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../architecture/source.ts';
import { bodyAfter, keysOf, terraformFiles, textOf, unbalanced } from './hcl.ts';

const files = terraformFiles('**/*.{tf,tfvars,hcl}').filter((path) => !path.includes('.terraform'));
const variables = textOf('terraform/variables.tf');
const named = (text: string, kind: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^${kind} "([\\w-]+)"`, 'gm'))].map(([, name]) => name!);

describe("terraform's files", () => {
  it('close what they open', () => {
    assert.ok(files.length > 30, 'the files are not found any more');
    assert.deepEqual(
      files.flatMap((path) => unbalanced(textOf(path)).map((problem) => `${path}:${problem}`)),
      [],
    );
  });

  it('are refused when they do not', () => {
    assert.deepEqual(unbalanced('a = [{ b = "}" }'), ['1: [ does not close']);
    assert.deepEqual(unbalanced('a = "${join(" ", [for b in c : "${b}{"])}"\nb = <<-EOT\n  it\'s {\nEOT\n}'), ['5: } closes nothing']);
  });

  it('are formatted', function () {
    const { error, status, stdout } = spawnSync('terraform', ['fmt', '-check', '-recursive', join(root, 'terraform')], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], CHECKPOINT_DISABLE: '1' },
    });
    if (error) {
      process.stdout.write('  terraform is not installed: the format of its files is not checked\n');
      this.skip();
    }
    assert.equal(status, 0, `run "terraform fmt -recursive terraform" for\n${stdout}`);
  });

  it('share with the code what both read: by links, so that there is one truth', () => {
    for (const [link, target] of [
      ['doors.json', '../functions/doors.json'],
      ['firestore.indexes.json', '../firestore.indexes.json'],
      ['firestore.rules', '../firestore.rules'],
    ] as const) {
      const path = join(root, 'terraform', link);
      assert.ok(lstatSync(path).isSymbolicLink(), `${link} is a copy: make it a link to ${target}`);
      assert.equal(readlinkSync(path), target);
    }
  });
});

describe('an environment', () => {
  const settings = named(textOf('terraform/env/variables.tf'), 'variable');

  it('sets what may differ between environments, and nothing else', () => {
    for (const path of terraformFiles('env/*.tfvars')) {
      const set = keysOf(`\n${textOf(path)}`);
      assert.deepEqual(
        set.filter((name) => !settings.includes(name)),
        [],
        path,
      );
      assert.ok(set.includes('environment') && set.includes('protect'), path);
    }
  });
  it('is one of dev, staging and prod, in a file of its name', () => {
    assert.deepEqual(
      terraformFiles('env/*.tfvars').map((path) => [path, /environment\s*= "(\w+)"/.exec(textOf(path))?.[1]]),
      ['dev', 'prod', 'staging'].map((name) => [`terraform/env/${name}.tfvars`, name]),
    );
  });
  it('names no project, account or address: this repository may be read by anybody', () => {
    const private_ = /@|AC[0-9a-f]{32}|[0-9A-F]{6}-[0-9A-F]{6}|project\s*=/;
    assert.deepEqual(
      terraformFiles('env/*.tfvars').filter((path) => private_.test(textOf(path))),
      [],
    );
  });
});

describe('every variable', () => {
  const names = named(variables, 'variable');

  it('stands in its place of the alphabet', () => assert.deepEqual(names, names.toSorted()));
  it('that can be wrong has words that say what to do, and a test that it is refused', () => {
    const tested = textOf('terraform/tests/variables.tftest.hcl');
    const free = ['firestore_location'];
    for (const name of names.filter((each) => !free.includes(each) && each !== 'protect')) {
      const body = bodyAfter(variables, `variable "${name}" {`);
      assert.match(body, /error_message = ".{40,}"/, `${name} takes anything`);
      assert.ok(tested.includes(`expect_failures = [var.${name}]`), `nobody tries a wrong ${name}`);
    }
  });
});

describe('rights', () => {
  it('are given to single members, never by rewriting a whole policy', () => {
    const whole = files.filter((path) => /resource "google_\w+_iam_(?:policy|binding)"/.test(textOf(path)));
    assert.deepEqual(whole, []);
  });
  it("are never those of owners or editors, and never everybody's but at public doors", () => {
    for (const path of files.filter((each) => each.endsWith('.tf'))) {
      assert.doesNotMatch(textOf(path), /roles\/(?:owner|editor)"/, path);
      if (path !== 'terraform/modules/function/main.tf' && path !== 'terraform/variables.tf')
        assert.doesNotMatch(textOf(path), /allUsers|allAuthenticatedUsers/, path);
    }
  });
  it('come in resources that a test holds against the allow-list', () => {
    const allowed = textOf('terraform/tests/identities.tftest.hcl');
    const bindings = files
      .filter((path) => /^terraform\/[^/]+\.tf$/.test(path))
      .flatMap((path) =>
        [...textOf(path).matchAll(/resource "(google_\w+_iam_member)" "(\w+)"/g)].map(([, type, name]) => `${type}.${name}`),
      );
    assert.ok(bindings.length > 10);
    assert.deepEqual(
      bindings.filter((name) => !allowed.includes(name)),
      [],
      'say in terraform/tests/identities.tftest.hcl who may have these:',
    );
  });
});
