import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { topics } from '#app/topics.ts';
import { schemaOf } from '#domain/catalogue.ts';
import doors from '#functions/doors.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import { doorProblems, isThin, publicationsIn, type Door } from './doors.ts';
import { migrationProblems } from './migrations.ts';
import { loosePins, undeclared, unused } from './packages.ts';
import { found, houseFolders, root, sourceOf, sourcesIn } from './source.ts';
import { tableProblems } from './tables.ts';

const none = (problems: readonly string[], todo = ''): void => assert.equal(problems.length, 0, `${todo}\n  ${problems.join('\n  ')}`);

const house = sourcesIn(...houseFolders);

describe('every door', () => {
  const files = globSync('functions/*.ts', { cwd: root }).map((file) => basename(file, '.ts'));
  const publications = house.filter(({ path }) => !path.startsWith('shared/adapters/')).flatMap(publicationsIn);

  it('has a file, listens to what somebody publishes, and nothing is published to nobody', () => {
    none(doorProblems(doors, files, publications));
  });
  it('is thin', () => none(house.flatMap(isThin)));
  it('is behind every topic there is', () => {
    const unused = Object.values(topics).filter((topic) => !doors.some(({ trigger }) => trigger === `topic:${topic}`));
    none(unused, 'take these out of shared/app/topics.ts, or give them a door:');
  });

  const two: readonly Door[] = [
    { name: 'load-packet', trigger: 'topic:packet' },
    { name: 'receive-status', trigger: 'http', path: '/messages/status/{provider}' },
  ];
  const both = ['load-packet', 'receive-status', 'index', 'door'];
  const told = [{ topic: 'packet', at: 'shared/app/accept-drop.ts:1' }];
  it('is let pass when all is well', () => none(doorProblems(two, both, told)));
  for (const [what, described, there, published] of [
    ['without a file', two, both.slice(1), told],
    ['that nobody describes', two.slice(0, 1), both, told],
    ['that nothing can wake', [two[0]!, { name: 'receive-status', trigger: 'bell' }], both, told],
    ['without a path', [two[0]!, { name: 'receive-status', trigger: 'http' }], both, told],
    ['described twice', [...two, two[1]!], both, told],
    ['that is never told anything', two, both, []],
    ['missing behind a topic', two, both, [...told, { topic: 'queue-rows', at: 'shared/app/fire-campaign.ts:1' }]],
    ['hidden by a topic that is not written out', two, both, [...told, { topic: '?', at: 'shared/app/fire-campaign.ts:1' }]],
  ] as const)
    it(`is stopped ${what}`, () => assert.equal(doorProblems(described, there, published).length, 1));
});

describe('every migration', () => {
  const folder = join(root, 'sql/migrations');
  const files = new Map(
    globSync('*', { cwd: folder, exclude: ['LATEST'] }).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
  const latest = ['sql/LATEST', 'sql/migrations/LATEST'].map((path) => join(root, path)).find((path) => existsSync(path));

  it('has a way up and a way down, one statement each, and LATEST names the last', () => {
    none(migrationProblems(files, latest ? readFileSync(latest, 'utf8') : ''));
  });

  it('that creates a table gives it what every table has', () => none([...files].flatMap(([file, sql]) => tableProblems(file, sql))));
  it('is stopped when its table lacks that', () => {
    const lacking = 'CREATE TABLE visits (id INT, seen_at TIMESTAMP, left_at DATETIME, FOREIGN KEY (id) REFERENCES a (b)) ENGINE = InnoDB;';
    assert.equal(tableProblems('0001_create_visits.up.sql', lacking).length, 5);
  });

  const good = new Map([
    ['0001_create_a.up.sql', 'CREATE TABLE a (b INT) COMMENT "x;y";\n'],
    ['0001_create_a.down.sql', '-- all; of it\nDROP TABLE a;\n'],
  ]);
  const without = (key: string): ReadonlyMap<string, string> => new Map([...good].filter(([file]) => file !== key));
  it('is let pass when all is well', () => none(migrationProblems(good, '0001_create_a\n')));
  for (const [what, set, last] of [
    ['without a way down', without('0001_create_a.down.sql'), '0001_create_a'],
    ['of two statements', new Map([...good, ['0001_create_a.up.sql', 'CREATE TABLE a (b INT); CREATE TABLE c (d INT);']]), '0001_create_a'],
    [
      'of a number that is taken',
      new Map([...good, ['0001_drop_a.up.sql', 'SELECT 1'], ['0001_drop_a.down.sql', 'SELECT 1']]),
      '0001_drop_a',
    ],
    ['that LATEST does not name', good, '0000_create_b'],
    ['without a verb', new Map([...good, ['0002_a_b.up.sql', 'SELECT 1'], ['0002_a_b.down.sql', 'SELECT 1']]), '0002_a_b'],
  ] as const)
    it(`is stopped ${what}`, () => assert.ok(migrationProblems(set, last).length > 0));
});

describe('every event', () => {
  it('that has a schema is in the catalogue', () => {
    const declared = house.flatMap(({ code }) => [...code.matchAll(/\b(?:privateE|e)ventSchema\(\s*'(\w+)'/g)].map(([, type]) => type!));
    assert.deepEqual([...declared].sort(), [...schemaOf.keys()].sort(), 'list it in its events.ts and in shared/domain/catalogue.ts');
  });
});

describe('every package', () => {
  const outside = sourcesIn('test', 'bench', 'tools');

  it('that is imported is declared', () => none([...house, ...outside].flatMap((source) => undeclared(source, packageJson))));
  it('is pinned exactly', () => none(loosePins(packageJson)));
  it('that is declared for production is imported there', () => none(unused(house, packageJson), 'take these out of dependencies:'));

  it('is stopped when it is not declared, is loose, or is not used', () => {
    const packages = { dependencies: { zod: '^4.0.0', pino: '10.4.0' }, devDependencies: { mocha: '12.0.3' } };
    const source = sourceOf('shared/app/a.ts', "import { a } from 'zod/v4';\nimport b from 'mocha';\nimport c from 'node:fs';\n");
    assert.deepEqual(undeclared(source, packages), ['shared/app/a.ts:2 mocha is not in the dependencies of package.json']);
    assert.deepEqual(undeclared({ ...source, path: 'test/app/a.test.ts' }, packages), []);
    assert.deepEqual(loosePins(packages), ['zod: pin it exactly (^4.0.0)']);
    assert.deepEqual(unused([source], packages), ['pino']);
  });
});

describe('every test', () => {
  const only = /\b(?:describe|it|context|specify)\s*\.\s*only\b/g;

  it('runs with all the others', () => none(sourcesIn('test').flatMap((source) => found(source, only, '$0: take it out'))));
  it('is stopped when it wants to run alone', () => {
    assert.equal(found(sourceOf('test/a.test.ts', ['it', "only('a', () => {});"].join('.')), only, '$0').length, 1);
  });
});
