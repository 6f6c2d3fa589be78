import assert from 'node:assert/strict';
import { schemaOf } from '#domain/catalogue.ts';
import { eventNameProblem, exportsByName, exportsItsVerb, fileIsWellNamed, isShort, leavesNothingForLater, usesOurWords } from './names.ts';
import { isPure, leavesTheEnvironmentAlone } from './purity.ts';
import { knowsItsRoom, namesItsImports } from './rooms.ts';
import { houseFolders, sourcesIn, type Rule, type Source } from './source.ts';

const holdsFor = (sources: readonly Source[], rule: Rule): void => {
  const problems = sources.flatMap(rule);
  assert.equal(problems.length, 0, `\n  ${problems.join('\n  ')}`);
};

describe('the house', () => {
  const house = sourcesIn(...houseFolders);
  const everything = [...house, ...sourcesIn('test', 'bench')];

  it('is there', () => assert.ok(house.length > 0));
  it('has rooms that know only what they may know', () => holdsFor(house, knowsItsRoom));
  it('writes out what it imports', () => holdsFor(house, namesItsImports));
  it('has a pure domain, pure projections and pure reports', () => holdsFor(house, isPure));
  it('reads the environment in shared/wiring alone', () => holdsFor(house, leavesTheEnvironmentAlone));
  it('names its files after their exports, in kebab-case', () => holdsFor(everything, fileIsWellNamed));
  it('has one verb per file in shared/app', () => holdsFor(house, exportsItsVerb));
  it('exports by name and has no barrels', () => holdsFor(everything, exportsByName));
  it('has no file over 300 lines', () => holdsFor(everything, isShort));
  it('speaks in the words of the glossary', () => holdsFor(house, usesOurWords));
  it('leaves nothing for later in its code', () => holdsFor(house, leavesNothingForLater));
  it('names its events in the past tense, subject first', () => {
    const problems = [...schemaOf.keys()].flatMap((type) => eventNameProblem(type) ?? []);
    assert.deepEqual(problems, []);
  });
});
