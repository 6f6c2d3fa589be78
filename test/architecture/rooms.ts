import { dirname, join, relative } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { found, importsOf, root, type Rule } from './source.ts';

/** A room, the rooms and npm packages that it may know, and Node's own modules (`any`: all but those that have one home). */
type Room = Readonly<{ folder: string; knows: readonly string[]; packages: readonly string[]; node: readonly string[] | 'any' }>;

const adapter = (name: string, packages: readonly string[]): Room => ({
  folder: `shared/adapters/${name}`,
  knows: ['shared/ports', 'shared/domain', 'shared/log', 'shared/http'],
  packages,
  node: 'any',
});

/** The direction of knowledge: domain ← ports ← app ← functions → wiring → adapters → (ports, domain, log); domain ← projections, reports. */
export const rooms: readonly Room[] = [
  {
    folder: 'shared/domain',
    knows: [],
    packages: ['zod', 'liquidjs', 'libphonenumber-js', 'temporal-polyfill', 'rrule-temporal'],
    node: [],
  },
  { folder: 'shared/projections', knows: ['shared/domain'], packages: [], node: [] },
  { folder: 'shared/reports', knows: ['shared/domain'], packages: [], node: [] },
  { folder: 'shared/ports', knows: ['shared/domain'], packages: [], node: ['stream'] },
  { folder: 'shared/log', knows: ['shared/ports', 'shared/domain'], packages: [], node: ['buffer', 'crypto', 'util', 'zlib'] },
  { folder: 'shared/http', knows: ['shared/ports'], packages: ['undici'], node: [] },
  {
    folder: 'shared/app',
    knows: ['shared/ports', 'shared/domain', 'shared/projections', 'shared/reports'],
    packages: ['otplib'],
    node: ['buffer', 'crypto', 'stream', 'stream/promises', 'string_decoder', 'util'],
  },
  {
    folder: 'shared/api',
    knows: ['shared/app', 'shared/ports', 'shared/domain', 'shared/reports'],
    packages: ['hono', '@hono/zod-openapi', 'swagger-ui-dist'],
    node: ['crypto', 'fs/promises', 'stream', 'timers/promises', 'url'],
  },
  adapter('sqlite', []),
  adapter('disk', []),
  adapter('archive', ['yauzl']),
  adapter('csv', ['csv-parse']),
  adapter('json-rows', []),
  adapter('spreadsheet', ['saxes', '@e965/xlsx']),
  adapter('firestore', ['@google-cloud/firestore', '@grpc/grpc-js']),
  adapter('gcs', ['@google-cloud/storage', 'undici']),
  adapter('storage-server', ['zod']),
  adapter('mysql', ['mysql2', 'kysely']),
  adapter('pubsub', ['@google-cloud/pubsub']),
  adapter('twilio', ['twilio', 'zod']),
  adapter('telnyx', ['telnyx', 'zod']),
  adapter('bandwidth', ['zod']),
  adapter('messagebird', ['zod']),
  adapter('meta', ['zod']),
  adapter('smtp', ['nodemailer', 'zod']),
  adapter('test-network', ['zod']),
  adapter('simulator', ['saxes', 'smtp-server', 'undici', 'zod']),
  adapter('secret-manager', ['@google-cloud/secret-manager']),
  adapter('cloud-sql', ['@google-cloud/cloud-sql-connector']),
  adapter('scheduler', ['@google-cloud/scheduler']),
  adapter('google-login', ['google-auth-library']),
  adapter('webhooks', ['ipaddr.js']),
  { folder: 'shared/wiring', knows: ['shared', 'functions'], packages: ['pino', 'zod'], node: 'any' },
  {
    folder: 'functions',
    knows: ['shared/wiring', 'shared/api', 'shared/app', 'shared/ports', 'shared/domain'],
    packages: ['@google-cloud/functions-framework', 'zod'],
    node: ['diagnostics_channel', 'http', 'stream'],
  },
  {
    folder: 'bin',
    knows: ['shared/wiring', 'shared/app', 'shared/ports', 'shared/domain', 'shared/reports'],
    packages: ['commander', 'cli-progress'],
    node: 'any',
  },
];

/** Modules of Node with one home only. */
const homes: Readonly<Record<string, readonly string[]>> = {
  sqlite: ['shared/adapters/sqlite'],
  process: ['shared/wiring', 'bin'],
};

/** The flow of the domain: a stage knows its own folder, the kernel, and the events of the stages before it. */
const stages = [
  'company',
  'contact-hours',
  'campaign',
  'packet',
  'message',
  'work',
  'delivery',
  'consent',
  'conversation',
  'registration',
  'access',
  'webhook',
];

/** What a stage says to the others besides its events. */
const published: Readonly<Record<string, Readonly<{ files: readonly string[]; to: readonly string[] }>>> = {
  'contact-hours': {
    files: ['contact-place.ts', 'open-hours.ts', 'quiet-hours.ts', 'federal-holidays.ts'],
    to: ['campaign', 'message', 'work'],
  },
  campaign: {
    files: [
      'definition.ts',
      'fallback-entries.ts',
      'schedule.ts',
      'contact-rules.ts',
      'recurrence.ts',
      'template.ts',
      'template-variants.ts',
      'channel-template.ts',
      'compile-variants.ts',
      'message-content.ts',
      'text-filter.ts',
      'locale.ts',
      'page-links.ts',
      'touches.ts',
      'timing.ts',
      'window.ts',
    ],
    to: ['message', 'work'],
  },
  work: { files: ['carrier-tiers.ts'], to: ['registration'] },
  registration: { files: ['brand-events.ts', 'number-events.ts'], to: ['webhook'] },
};

const aliases = Object.entries(packageJson.imports).map(([name, folder]) => [name.slice(0, -1), folder.slice(2, -1)] as const);

const under = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** The file in the repository, or the module outside of it, that an import names. */
const targetOf = (path: string, specifier: string): string => {
  if (specifier.startsWith('.')) return relative(root, join(root, dirname(path), specifier));
  const alias = aliases.find(([name]) => specifier.startsWith(name));
  return alias ? alias[1] + specifier.slice(alias[0].length) : specifier;
};

const isInside = (target: string): boolean => /^(?:shared|functions|bin|sql|examples|test|bench|package\.json)(?:\/|$)/.test(target);

export const packageOf = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

const nodeProblem = (room: Room, module: string): string | undefined => {
  const home = homes[module];
  if (home) return home.includes(room.folder) ? undefined : `node:${module} has its home in ${home.join(' and ')}; use it through a port`;
  if (room.node === 'any' || room.node.includes(module)) return undefined;
  return `${room.folder} may not use node:${module}; ask for what you need through a port (allowed: ${room.node.join(', ') || 'none'})`;
};

const stageProblem = (path: string, target: string): string | undefined => {
  const [here = '', there = ''] = [path, target].map((file) => /^shared\/domain\/([^/]+)\//.exec(file)?.[1] ?? '');
  if (path === 'shared/domain/catalogue.ts' || here === there || there === 'kernel') return undefined;
  if (here === 'kernel') return `the kernel knows no stage: move what you need from ${target} into kernel/, or the code that needs it out`;
  if (!stages.includes(there)) return `${target} is in no stage of the domain; stages may know kernel/ and earlier stages' events.ts`;
  if (stages.indexOf(there) > stages.indexOf(here)) return `${here} comes before ${there} and may not know ${target}`;
  const file = target.split('/').at(-1)!;
  const language = published[there];
  if (file === 'events.ts' || (language?.files.includes(file) && language.to.includes(here))) return undefined;
  return `${here} may know only events.ts of ${there}, not ${target}`;
};

const roomProblem = (room: Room, target: string): string | undefined => {
  const allowed = [room.folder, ...room.knows].some((folder) => under(target, folder));
  if (allowed) return undefined;
  if (room.folder.startsWith('shared/adapters/') && under(target, 'shared/adapters'))
    return `adapters never know each other (${target}): what both need belongs to ports/, domain/ or log/`;
  return `${room.folder} may not know ${target}; it may know ${room.knows.join(', ') || 'itself alone'}`;
};

const spellingProblem = (room: Room, specifier: string, target: string): string | undefined => {
  const inside = under(target, room.folder);
  if (inside && specifier.startsWith('#')) return `inside a room import by ./ or ../, not ${specifier}`;
  if (!inside && specifier.startsWith('.') && /^(?:shared|functions)\//.test(target))
    return `across rooms import by #room/…, not ${specifier}`;
  return undefined;
};

const packageProblem = (room: Room, name: string): string | undefined =>
  room.packages.includes(name)
    ? undefined
    : `${room.folder} may not know the package ${name} (allowed: ${room.packages.join(', ') || 'none'}); see the table in test/architecture/rooms.ts`;

const roomOf = (path: string): Room | undefined => rooms.find(({ folder }) => under(path, folder));

/** DESIGN's rooms: who may know whom, stage by stage in the domain, and which packages. */
export const knowsItsRoom: Rule = (source) => {
  const { path } = source;
  const room = roomOf(path);
  if (!room) return [`${path} is in no room: move it, or add its folder with what it may know to test/architecture/rooms.ts`];
  const stage = /^shared\/domain\/([^/]+)/.exec(path)?.[1] ?? 'kernel';
  const home = ['kernel', 'catalogue.ts', ...stages].includes(stage) ? [] : [`${path} is in no stage of the domain: move it into one`];
  const problems = importsOf(source).flatMap(({ specifier, line }) => {
    const target = targetOf(path, specifier);
    const said = isInside(target)
      ? [roomProblem(room, target), stageIn(path, target), spellingProblem(room, specifier, target)]
      : [target.startsWith('node:') ? nodeProblem(room, target.slice('node:'.length)) : packageProblem(room, packageOf(target))];
    return said.flatMap((problem) => (problem ? [`${path}:${line} ${problem}`] : []));
  });
  return [...home, ...problems];
};

const stageIn = (path: string, target: string): string | undefined =>
  under(path, 'shared/domain') && under(target, 'shared/domain') ? stageProblem(path, target) : undefined;

/** Where a door is loaded by its name. */
const loaders = ['functions/index.ts', 'shared/wiring/doors.ts'];

/** A module whose name is put together at run time escapes every guard. */
export const namesItsImports: Rule = (source) =>
  loaders.includes(source.path)
    ? []
    : found(source, /\bimport\s*\(\s*(?!['"\s])|\b(?:createRequire|require|getBuiltinModule)\s*\(/g, "$0: write the module's name out");
