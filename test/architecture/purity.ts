import { found, type Rule, type Source } from './source.ts';

/** Rooms where the same input always gives the same output. */
const pureRooms = /^shared\/(?:domain|projections|reports)\//;

type Ban = readonly [pattern: RegExp, message: string];

const clock: readonly Ban[] = [
  [/\bDate\.now\b|\bperformance\.|\bTemporal\.Now\b/g, '$0 reads a clock: take the time as a parameter'],
  [/\bnew Date(?:\(\s*\)|(?!\s*\())|(?<!new )\bDate\(/g, '$0 reads a clock: take the time as a parameter'],
  [/\bset(?:Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/g, '$0 waits: waiting is for adapters and wiring'],
];

const machine: readonly Ban[] = [
  [/\bMath\.random\b|\bcrypto\.|\brandomUUID\b|\brandomBytes\b/g, '$0 is chance: take ids and chance as parameters'],
  [/\bprocess\b\s*[.?[]|\}\s*=\s*process\b|\bglobalThis\b/g, '$0 knows the machine: only shared/wiring does, hand its values in'],
  [/\bconsole\b/g, '$0 writes: return what is to be said'],
  [/\bfetch\(|\bimport\(|\brequire\(/g, '$0 reaches outside: that is for adapters and wiring'],
];

const waiting: readonly Ban[] = [
  [/\bawait\b|\basync\b|\bnew Promise\b|\bPromise\./g, '$0 in a pure room: gather before, decide here, store after'],
];

/** The machine's zone and language are environment too. */
const surroundings: readonly Ban[] = [
  [
    /\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)\(|\.getTimezoneOffset\(/g,
    "$0 uses the machine's time zone: use the UTC method or Temporal with a zone",
  ],
  [/\bnew Date\([^()]*,/g, "$0 uses the machine's time zone: use Date.UTC or Temporal"],
  [/\.toLocale\w*\(\s*\)|\bIntl\.\w+\(\s*(?:\)|undefined)/g, "$0 uses the machine's language: name the locale"],
];

const bans = [...clock, ...machine, ...waiting, ...surroundings];

/** domain/, projections/ and reports/: no clock, no chance, no environment, no waiting, no input or output. */
export const isPure: Rule = (source) =>
  pureRooms.test(source.path) ? bans.flatMap(([pattern, message]) => found(source, pattern, message)) : [];

const environment = /\bprocess\s*\??\.\s*env\b|\bprocess\s*\[|\}\s*=\s*process\b(?!\s*[.[])|\bloadEnvFile\b|\bimport\.meta\.env\b/g;

/** What the command line may ask of the process it is. */
const ofTheCommandLine =
  /^process\s*\??\.\s*(?:argv|exit|exitCode|stdout|stderr|stdin|on|once|off|removeListener|cwd|pid|memoryUsage|hrtime)\b/;

const inRooms = (source: Source, ...folders: readonly string[]): boolean => folders.some((folder) => source.path.startsWith(`${folder}/`));

const otherProcess = (source: Source): readonly string[] =>
  [...source.bare.matchAll(/\bprocess\s*\??\.\s*\w+/g)]
    .filter(([text]) => !ofTheCommandLine.test(text))
    .map(
      ([text]) =>
        `${source.path} ${text}: the command line may use argv, exit codes, streams and signals; the rest belongs to shared/wiring`,
    );

/** Only shared/wiring reads the environment; app, ports, log and doors know nothing of the process that they run in. */
export const leavesTheEnvironmentAlone: Rule = (source) => {
  if (inRooms(source, 'shared/wiring')) return [];
  const env = found(source, environment, '$0: only shared/wiring reads the environment, hand the value in');
  const any = inRooms(source, 'shared/app', 'shared/ports', 'shared/log', 'functions')
    ? found(source, /\bprocess\s*\??\.\s*(?!env\b)\w+/g, '$0: this room knows nothing of its process, hand the value in')
    : [];
  return [...env, ...any, ...(inRooms(source, 'bin') ? otherProcess(source).filter((line) => !line.includes('.env')) : [])];
};
