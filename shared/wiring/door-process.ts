import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Log } from '#ports/log.ts';

const root = join(import.meta.dirname, '../..');
const framework = join(root, 'node_modules/@google-cloud/functions-framework/build/src/main.js');

/** One door in a process of its own under Google's functions framework, on loopback, started again whenever it ends. */
export type DoorProcess = Readonly<{
  name: string;
  url: string;
  /** the process that serves it now */
  pid: () => number | undefined;
  /** undefined while it stays up; else why it was given up */
  givenUp: () => string | undefined;
  close: () => Promise<void>;
}>;

export type DoorProcessOptions = Readonly<{
  /** of loopback, free */
  port: number;
  env: Readonly<Record<string, string | undefined>>;
  log: Log;
  /** called with each process that begins */
  onStart: (name: string, pid: number) => void;
}>;

const restartMs = 100;
/** A door that ends so often without having lived does not work. */
const mostRestarts = 10;
const livedMs = 5_000;
const stopMs = 10_000;
const startMs = 60_000;
const pollMs = 50;

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
  await exit;
  clearTimeout(timer);
};

/** Answers, whatever it says: the framework listens once the door's program is loaded. */
const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/robots.txt`, { signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    () => false,
  );

export const startDoor = async (name: string, { port, env, log, onStart }: DoorProcessOptions): Promise<DoorProcess> => {
  const url = `http://127.0.0.1:${port}`;
  let closing = false;
  let restarts = 0;
  let why: string | undefined;
  let child: ChildProcess;
  let timer: NodeJS.Timeout | undefined;

  const start = (): void => {
    const since = Date.now();
    child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'local-door.ts'), framework], {
      cwd: root,
      env: { ...env, FUNCTION_TARGET: name, PORT: String(port), NODE_ENV: 'production' },
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    if (child.pid !== undefined) onStart(name, child.pid);
    child.on('error', () => undefined);
    child.once('exit', (code, signal) => {
      if (closing) return;
      restarts = Date.now() - since > livedMs ? 1 : restarts + 1;
      log.warn({ door: name, code, signal }, 'a door has ended, and is started again');
      if (restarts > mostRestarts) why = `the door ${name} ends again and again`;
      else timer = setTimeout(start, restartMs);
    });
  };

  const close = async (): Promise<void> => {
    closing = true;
    clearTimeout(timer);
    await ended(child);
  };
  start();
  const until = Date.now() + startMs;
  while (!(await answers(url))) {
    if (why !== undefined || Date.now() > until) {
      await close();
      throw new Error(why ?? `the door ${name} does not answer within ${startMs / 1000} s`);
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return { name, url, pid: () => child.pid, givenUp: () => why, close };
};
