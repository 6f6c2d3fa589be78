import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import doors from '#functions/doors.json' with { type: 'json' };
import { coldStart, coldStartMs } from './cold-start.ts';
import { packageFiles } from './package-files.ts';

/**
 * `npm run -s package:check`: unpacks what the zip holds into an empty folder, installs its production packages, starts every door from there and
 * prints a JSON line for each: the quickest of three first answers, its peak memory. Exit code 1 when one is late or does not answer.
 */
const tries = 3;

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

const quickest = async (folder: string, door: string) => {
  const starts = [];
  for (let n = 0; n < tries; n++) {
    const data = mkdtempSync(join(tmpdir(), 'carillon-cold-'));
    // nobody listens there, neither a reporting database nor a provider; their packages are loaded all the same
    const env = { CARILLON_DATA: data, MYSQL_URL: 'mysql://nobody@127.0.0.1:9/none', CARILLON_TWILIO_URL: 'http://127.0.0.1:9' };
    starts.push(await coldStart(folder, door, env).finally(() => rmSync(data, { recursive: true, force: true })));
  }
  return starts.sort((one, other) => one.ms - other.ms)[0]!;
};

const folder = mkdtempSync(join(tmpdir(), 'carillon-package-'));
try {
  unpack(folder);
  process.stdout.write(`${JSON.stringify({ installSeconds: install(folder), house: 'embedded' })}\n`);
  for (const { name } of doors) {
    const start = await quickest(folder, name);
    const ok = start.ms <= coldStartMs && start.status < 500;
    if (!ok) process.exitCode = 1;
    process.stdout.write(`${JSON.stringify({ ...start, goalMs: coldStartMs, ok })}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
