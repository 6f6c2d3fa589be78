import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import doors from '#functions/doors.json' with { type: 'json' };
import { readConfig } from '#wiring/config.ts';
import { startEmulatedCloud } from '#wiring/emulated-cloud.ts';
import { openLog } from '#wiring/logging.ts';
import { coldStart, coldStartMs } from './cold-start.ts';
import { packageFiles } from './package-files.ts';

/**
 * `npm run -s package:check [-- --on emulators]`: unpacks what the zip holds into an empty folder, installs its production packages, starts
 * every door from there and prints a JSON line for each: the quickest of three first answers and its peak memory. The house is the embedded one, or
 * the one on Google Cloud with Google's emulators. Exit code 1 when a door is late or does not answer.
 */
const tries = 3;

type Environment = Readonly<Record<string, string>>;

const unpack = (folder: string): void => {
  for (const { path, content } of packageFiles()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
};

const install = (folder: string): number => {
  const began = performance.now();
  // scripts of packages do not run on Google Cloud either
  execFileSync('npm', ['ci', '--omit=dev', '--ignore-scripts'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return Math.round((performance.now() - began) / 100) / 10;
};

const inNewFolder = async <Result>(work: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'carillon-package-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Nobody listens there, neither a reporting database nor a provider; their packages are loaded all the same. */
const embedded = (data: string): Environment => ({
  CARILLON_DATA: data,
  MYSQL_URL: 'mysql://nobody@127.0.0.1:9/none',
  CARILLON_TWILIO_URL: 'http://127.0.0.1:9',
});

/** Each door is started three times: the quickest counts, because a busy machine is not a slow door. */
const startAll = async (folder: string, environment: () => Promise<Environment>): Promise<void> => {
  for (const { name } of doors) {
    const starts = [];
    for (let n = 0; n < tries; n++) starts.push(await coldStart(folder, name, await environment()));
    const start = starts.sort((one, other) => one.ms - other.ms)[0]!;
    const ok = start.ms <= coldStartMs && start.status < 500;
    if (!ok) process.exitCode = 1;
    process.stdout.write(`${JSON.stringify({ ...start, goalMs: coldStartMs, ok })}\n`);
  }
};

const onEmulators = (folder: string): Promise<void> =>
  inNewFolder(async (dataDir) => {
    const say = (line: string): void => void process.stderr.write(`${line}\n`);
    const cloud = await startEmulatedCloud(readConfig({ dataDir }), openLog({ logLevel: 'warn' }), { say });
    try {
      // its own doors would only take the machine's time
      await Promise.all(cloud.doors.map((door) => door.close()));
      const set = Object.entries(cloud.config.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
      await startAll(folder, async () => Object.fromEntries(set));
    } finally {
      await cloud.close();
    }
  });

const wantsEmulators = process.argv.slice(2).join(' ') === '--on emulators';
await inNewFolder(async (folder) => {
  unpack(folder);
  const installSeconds = install(folder);
  process.stdout.write(`${JSON.stringify({ house: wantsEmulators ? 'google-cloud, emulators' : 'embedded', installSeconds })}\n`);
  if (wantsEmulators) return onEmulators(folder);
  return startAll(folder, () => inNewFolder(async (data) => embedded(data)));
});
process.exit();
