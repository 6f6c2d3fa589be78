import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './source.ts';

const documents = [
  'README.md',
  'GLOSSARY.md',
  'DECISIONS.md',
  'CHANGELOG.md',
  'docs/TRACE.md',
  'docs/OPERATIONS.md',
  'docs/SCALE.md',
  'docs/DEPLOY.md',
].filter((path) => existsSync(join(root, path)));

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const ours = /`((?:shared|functions|sql|test|bin|bench|examples|docs|tools|\.ci)\/[^\s`*{}<]*)`/g;

/** Git keeps no empty folders, so a folder without a file in it is not there. */
const isThere = (path: string): boolean => {
  const here = join(root, path);
  return existsSync(here) && (statSync(here).isFile() || globSync('**/*.*', { cwd: here }).length > 0);
};

/** Files and folders of the project that a document names and that are not there. */
const missingPaths = (path: string, text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(ours)].filter(([, named]) => !isThere(named!)).map(([, named]) => `${path}:${index + 1} ${named}`),
    );

type TraceRow = Readonly<{ seed: string; from: number; to: number; statement: string; builtIn: string; shownBy: string }>;

const traceRows = (text: string): readonly TraceRow[] =>
  text.split('\n').flatMap((line) => {
    const [, at = '', statement = '', builtIn = '', shownBy = ''] = line.split('|').map((cell) => cell.trim());
    const [, seed, from, to] = /^(\d{3}):(\d+)(?:-(\d+))?$/.exec(at) ?? [];
    return seed ? [{ seed, from: Number(from), to: Number(to ?? from), statement, builtIn, shownBy }] : [];
  });

describe('the documents', () => {
  for (const path of documents)
    it(`${path} names only files that are there`, () => {
      const missing = missingPaths(path, read(path));
      assert.equal(missing.length, 0, `name what is there, or the issue that brings it:\n  ${missing.join('\n  ')}`);
    });

  it('notice a file that is not there', () => {
    assert.deepEqual(missingPaths('a.md', 'see\n`shared/app/handle.ts` and `shared/app/no-such-verb.ts`'), [
      'a.md:2 shared/app/no-such-verb.ts',
    ]);
  });
});

describe('the trace', () => {
  const rows = traceRows(read('docs/TRACE.md'));

  it('follows the seeds line by line, each line once', () => {
    for (const seed of ['000', '001', '002', '003', '004']) {
      const of = rows.filter((row) => row.seed === seed);
      assert.ok(of.length > 0, `nothing of seed ${seed}`);
      of.forEach(({ from, to }, index) => {
        assert.ok(from <= to && (index === 0 || from > of[index - 1]!.to), `${seed}:${from} stands out of order, or twice`);
      });
    }
  });

  it('says for every statement where it is built, or which issue brings it', () => {
    const said = /`[^`]+`|\*\*(?:issue \d+|later)\*\*|\bas \d{3}:\d+|nothing|overruled|this page|rule for migrations/;
    assert.deepEqual(
      rows.filter(({ builtIn, statement }) => !said.test(builtIn) || statement === '').map(({ seed, from }) => `${seed}:${from}`),
      [],
    );
  });
});
