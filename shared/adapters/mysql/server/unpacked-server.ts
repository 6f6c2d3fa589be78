import fs from 'node:fs';
import path from 'node:path';
import { downloadServerPackages } from './download-server-packages.ts';
import { runCommand, type Environment } from './run-command.ts';
import { describeServer, type ServerProgram } from './server-program.ts';

export type UnpackOptions = Readonly<{ cacheDir: string; env: Environment; log: (line: string) => void }>;

const staleAfterMs = 60 * 60 * 1000;

/** The system whose libraries the packages were chosen for: an upgraded system gets packages of its own. */
const systemName = (): string => {
  const release = fs.readFileSync('/etc/os-release', 'utf8');
  const field = (name: string): string => new RegExp(`^${name}="?([\\w.-]+)`, 'm').exec(release)?.[1] ?? 'unknown';
  return `${field('ID')}-${field('VERSION_ID')}-${process.arch}`;
};

/** Folders of processes that were killed while unpacking. */
const removeStale = (folder: string): void => {
  for (const name of fs.readdirSync(folder).filter((entry) => entry.includes('.new-'))) {
    const place = path.join(folder, name);
    const changedAt = fs.statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - changedAt > staleAfterMs) fs.rmSync(place, { recursive: true, force: true });
  }
};

/** Two processes may unpack at once: each in a folder of its own, the first rename wins. */
const unpackInto = async (root: string, options: UnpackOptions): Promise<void> => {
  const { env, log } = options;
  const work = fs.mkdtempSync(`${root}.new-`);
  try {
    const packages = await downloadServerPackages({ folder: work, env, log });
    const unpacked = path.join(work, 'root');
    for (const file of packages) await runCommand({ program: 'dpkg', args: ['-x', file, unpacked], env, timeoutMs: 60_000 });
    if (!fs.existsSync(root)) fs.renameSync(unpacked, root);
  } catch (error) {
    if (!fs.existsSync(root)) throw error;
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
};

const subfolders = (folder: string): readonly string[] => (fs.existsSync(folder) ? fs.readdirSync(folder) : []);

const libraryFolders = (root: string): string =>
  ['usr/lib', 'lib']
    .flatMap((lib) => subfolders(path.join(root, lib)).map((name) => path.join(root, lib, name)))
    .filter((folder) => folder.includes('linux-gnu'))
    .join(path.delimiter);

const describeRoot = (root: string, env: Environment): Promise<ServerProgram | undefined> => {
  const file = ['mysqld', 'mariadbd'].map((name) => path.join(root, 'usr/sbin', name)).find((name) => fs.existsSync(name));
  if (file === undefined) return Promise.resolve(undefined);
  const libraries = { ...env, LD_LIBRARY_PATH: libraryFolders(root) };
  return describeServer({ file, usr: path.join(root, 'usr'), env: libraries, origin: 'unpacked' });
};

/**
 * A server from the packages of Debian or Ubuntu, unpacked into the cache folder: about 10 MB once, no root needed, nothing installed.
 * Throws where apt-get is missing or knows no server.
 */
export const unpackedServer = async (options: UnpackOptions): Promise<ServerProgram | undefined> => {
  const folder = path.join(options.cacheDir, 'mysql');
  const root = path.join(folder, systemName());
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeStale(folder);
  const ready = await describeRoot(root, options.env).catch(() => undefined);
  if (ready !== undefined) return ready;
  // It does not run (any more): part of it was cleared away, or the system lost a library that it used.
  fs.rmSync(root, { recursive: true, force: true });
  await unpackInto(root, options);
  return describeRoot(root, options.env);
};
