import { isBuiltin } from 'node:module';
import { packageOf } from './rooms.ts';
import { importsOf, type Source } from './source.ts';

export type Packages = Readonly<{ dependencies: Readonly<Record<string, string>>; devDependencies: Readonly<Record<string, string>> }>;

const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$|^file:tools\//;

const isPackage = (specifier: string): boolean => !/^[.#/]/.test(specifier) && !isBuiltin(specifier);

const packagesOf = (source: Source): readonly Readonly<{ name: string; at: string }>[] =>
  importsOf(source)
    .filter(({ specifier }) => isPackage(specifier))
    .map(({ specifier, line }) => ({ name: packageOf(specifier), at: `${source.path}:${line}` }));

/** What runs in production is in `dependencies`; what only tests and benchmarks need may be in devDependencies. */
export const undeclared = (source: Source, packages: Packages): readonly string[] => {
  const inProduction = /^(?:functions|shared|bin)\//.test(source.path);
  const has = (name: string): boolean => name in packages.dependencies || (!inProduction && name in packages.devDependencies);
  const where = inProduction ? 'dependencies' : 'dependencies or devDependencies';
  return packagesOf(source).flatMap(({ name, at }) => (has(name) ? [] : [`${at} ${name} is not in the ${where} of package.json`]));
};

export const loosePins = (packages: Packages): readonly string[] =>
  Object.entries({ ...packages.dependencies, ...packages.devDependencies })
    .filter(([, version]) => !exact.test(version))
    .map(([name, version]) => `${name}: pin it exactly (${version})`);

/** Dependencies that no production code imports. */
export const unused = (sources: readonly Source[], packages: Packages): readonly string[] => {
  const used = new Set(sources.flatMap(packagesOf).map(({ name }) => name));
  return Object.keys(packages.dependencies).filter((name) => !used.has(name));
};
