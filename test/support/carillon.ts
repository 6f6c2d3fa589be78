import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultCacheDir } from '#adapters/mysql/server/default-cache-dir.ts';
import { eventually } from './eventually.ts';

const program = join(import.meta.dirname, '../../bin/carillon.ts');

export type Ended = Readonly<{ code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }>;

/** The command line in a process of its own. */
export type Running = Readonly<{
  pid: number;
  child: ChildProcess;
  stdout: () => string;
  stderr: () => string;
  ended: Promise<Ended>;
  kill: (signal: NodeJS.Signals) => void;
}>;

type Environment = Readonly<Record<string, string | undefined>>;

/** Nothing of this run's environment leads the house elsewhere; packages of the reporting database are fetched once for all. */
const environment = (given: Environment): NodeJS.ProcessEnv => {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('CARILLON_') && name !== 'MYSQL_URL');
  return { ...Object.fromEntries(own), CARILLON_CACHE: defaultCacheDir(process.env, homedir()), ...given };
};

export type StartOptions = Readonly<{ env?: Environment; cwd?: string; uid?: number; longestMs?: number }>;

export const startCarillon = (args: readonly string[], options: StartOptions = {}): Running => {
  const { env = {}, cwd, uid, longestMs = 120_000 } = options;
  const child = spawn(process.execPath, [program, ...args], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
    ...(uid === undefined ? {} : { uid }),
  });
  const told = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told.stderr += text));
  const timer = setTimeout(() => child.kill('SIGKILL'), longestMs);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, ...told });
    });
  });
  const { pid = 0 } = child;
  return { pid, child, stdout: () => told.stdout, stderr: () => told.stderr, ended, kill: (signal) => child.kill(signal) };
};

export const carillon = (args: readonly string[], options: StartOptions = {}): Promise<Ended> => startCarillon(args, options).ended;

/** The JSON object that a command printed; nothing else may stand on stdout. */
export const printed = <Result>({ stdout, stderr }: Ended): Result => {
  try {
    return JSON.parse(stdout) as Result;
  } catch {
    throw new Error(`stdout is no JSON: ${stdout.slice(0, 500)}\nstderr: ${stderr.slice(0, 2000)}`);
  }
};

export type DataFolder = Readonly<{ path: string; remove: () => void }>;

export const dataFolder = (): DataFolder => {
  const path = mkdtempSync(join(tmpdir(), 'carillon-flow-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
};

export type Found = Readonly<{ pid: number; args: readonly string[] }>;

const argsOf = (pid: number): readonly string[] => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
  } catch {
    return [];
  }
};

/** Living processes whose command line names the folder or something in it. */
export const processesOf = (folder: string): readonly Found[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), args: argsOf(Number(name)) }))
    .filter(({ args }) => args.some((arg) => arg.includes(folder)));

export const isSimulator = ({ args }: Found): boolean => args.includes('simulator') && args.includes('--ledger');
/** The server itself, not the shell that keeps it. */
export const isDatabase = ({ args }: Found): boolean => /(mysqld|mariadbd)$/.test(args[0] ?? '');

/** Whoever ends, however that happens, leaves nobody behind. */
export const nobodyLeft = (folder: string, deadlineMs = 40_000): Promise<void> =>
  eventually(`no process is left in ${folder}`, () => processesOf(folder).length === 0, deadlineMs);
