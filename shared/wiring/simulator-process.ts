import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const program = join(import.meta.dirname, '../../bin/carillon.ts');
const startMs = 30_000;
const stopMs = 10_000;

export type SimulatorProcess = Readonly<{ url: string; pending: () => Promise<number>; close: () => Promise<void> }>;

const portFrom = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the simulator did not start in time')), startMs);
    const lines = createInterface({ input: child.stdout! });
    lines.once('line', (line) => {
      clearTimeout(timer);
      resolve((JSON.parse(line) as { port: number }).port);
    });
    child.once('exit', (code) => reject(new Error(`the simulator ended with exit code ${code}`)));
  });

const exited = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });

export type SimulatorProcessOptions = Readonly<{
  ledgerFile: string;
  callbackOrigin: string;
  /** carriers that answer at once, for a time lapse that waits for each of them */
  swift?: boolean;
}>;

/** The simulator in a process of its own, which ends with this one: its memory and CPU are not the platform's. */
export const startSimulatorProcess = async (options: SimulatorProcessOptions): Promise<SimulatorProcess> => {
  const { ledgerFile, callbackOrigin, swift } = options;
  const args = ['simulator', '--port', '0', '--ledger', ledgerFile, '--callback-origin', callbackOrigin, '--parent-pipe'];
  if (swift) args.push('--sent-after', '0', '--delivered-after', '1');
  mkdirSync(dirname(ledgerFile), { recursive: true });
  // a session of its own: Ctrl-C is for the house, which ends the simulator after its last call
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  const port = await portFrom(child);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    pending: async () => {
      const answer = await fetch(`${url}/simulator/pending`, { signal: AbortSignal.timeout(5_000) });
      return ((await answer.json()) as { total: number }).total;
    },
    close: async () => {
      child.stdin?.end();
      await exited(child);
    },
  };
};
