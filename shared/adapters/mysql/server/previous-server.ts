import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand, type Environment } from './run-command.ts';

const waitMs = 30_000;

/** The command line of a process, empty when there is none. */
const commandLine = async (pid: number, env: Environment): Promise<string> => {
  if (process.platform !== 'linux') {
    return runCommand({ program: 'ps', args: ['-o', 'command=', '-p', String(pid)], env, timeoutMs: 5_000 }).catch(() => '');
  }
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
};

/** A pid file is believed only while that process serves this folder: numbers are used again. */
const servingPid = async (pidFile: string, dataDir: string, env: Environment): Promise<number | undefined> => {
  const pid = fs.existsSync(pidFile) ? Number.parseInt(fs.readFileSync(pidFile, 'utf8'), 10) : Number.NaN;
  if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
  return (await commandLine(pid, env)).includes(`--datadir=${dataDir}/`) ? pid : undefined;
};

/** Waits until the server of an owner that was killed has finished. Throws when a living one still uses the folder after 30 s. */
export const waitForPreviousServer = async (pidFile: string, dataDir: string, env: Environment): Promise<void> => {
  const until = Date.now() + waitMs;
  for (;;) {
    const pid = await servingPid(pidFile, dataDir, env);
    if (pid === undefined) return;
    if (Date.now() > until) throw new Error(`the MySQL server of this folder is still running (process ${pid}): another house uses it`);
    await sleep(50);
  }
};
