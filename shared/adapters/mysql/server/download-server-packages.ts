import fs from 'node:fs';
import path from 'node:path';
import { runCommand, type Environment } from './run-command.ts';

type Download = Readonly<{ folder: string; env: Environment; log: (line: string) => void }>;
type Apt = (args: readonly string[], cwd?: string) => Promise<string>;

const wanted = [
  'mysql-server-core',
  'mysql-server-core-8.4',
  'mysql-server-core-8.0',
  'mariadb-server-core',
  'mariadb-server-core-11.8',
  'mariadb-server-core-10.11',
];
/** They serve scripts and configuration of a full installation; the server itself runs without. */
const needless = /^(mysql-common|mariadb-common|perl|libperl)/;

const settings = {
  'Debug::NoLocking': '1',
  'Acquire::http::Timeout': '20',
  'Acquire::https::Timeout': '20',
  'Acquire::Languages': 'none',
  // Started by root, apt would download as another user, who can't write into our folder.
  'APT::Sandbox::User': 'root',
};

/** apt-get without lock and without root: it only reads the system's state. */
const aptGet =
  (env: Environment, more: Readonly<Record<string, string>>): Apt =>
  (args, cwd) => {
    const options = Object.entries({ ...settings, ...more }).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
    const command = { program: 'apt-get', args: ['-q', ...options, ...args], env, timeoutMs: 240_000 };
    return runCommand(cwd === undefined ? command : { ...command, cwd });
  };

/** The packages that are missing on this machine for the first server that apt knows, as name=version. */
const resolvePackages = async (apt: Apt): Promise<readonly string[] | undefined> => {
  for (const name of wanted) {
    const plan = await apt(['-s', '--no-install-recommends', 'install', name]).catch(() => '');
    const packages = [...plan.matchAll(/^Inst (\S+) (?:\[[^\]]*\] )?\((\S+)/gm)].map(([, id, version]) => `${id}=${version}`);
    if (packages.length > 0) return packages.filter((id) => !needless.test(id));
  }
  return undefined;
};

/** Package lists of our own, for a machine that has none or old ones. */
const withFreshLists = async ({ folder, env, log }: Download): Promise<Apt> => {
  const lists = path.join(folder, 'lists');
  const cache = path.join(folder, 'cache');
  for (const place of [path.join(lists, 'partial'), path.join(cache, 'archives/partial')]) fs.mkdirSync(place, { recursive: true });
  log('mysql: reading the lists of packages');
  const apt = aptGet(env, { 'Dir::State::Lists': lists, 'Dir::Cache': cache });
  await apt(['update']);
  return apt;
};

const download = async (apt: Apt, { folder, log }: Download): Promise<readonly string[] | undefined> => {
  const packages = await resolvePackages(apt);
  if (packages === undefined) return undefined;
  const target = path.join(folder, 'packages');
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(target);
  log(`mysql: fetching a private server, once for this machine: ${packages.join(' ')}`);
  await apt(['download', ...packages], target);
  return fs.readdirSync(target).map((name) => path.join(target, name));
};

/** Fetches the packages of a MySQL or MariaDB server through the system's apt, which checks their signatures. Gives their files. */
export const downloadServerPackages = async (request: Download): Promise<readonly string[]> => {
  // The machine's lists save a download of theirs; when they are stale, the mirror no longer has what they name.
  const quick = await download(aptGet(request.env, {}), request).catch(() => undefined);
  if (quick !== undefined) return quick;
  const files = await download(await withFreshLists(request), request);
  if (files === undefined) throw new Error('apt knows no package of a MySQL or MariaDB server');
  return files;
};
