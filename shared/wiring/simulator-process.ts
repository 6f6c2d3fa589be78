import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Log } from '#ports/log.ts';
import { HouseUnavailable } from './house-unavailable.ts';

const program = join(import.meta.dirname, '../../bin/carillon.ts');
const startMs = 30_000;
const stopMs = 10_000;

export type SimulatorProcess = Readonly<{
  url: string;
  /** where it takes mails, smtp://… */
  mailUrl: string;
  pending: () => Promise<number>;
  close: () => Promise<void>;
}>;

type Ports = Readonly<{ port: number; mailPort: number }>;

const portsFrom = (child: ChildProcess): Promise<Ports> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the simulator did not start in time')), startMs);
    const lines = createInterface({ input: child.stdout! });
    lines.once('line', (line) => {
      clearTimeout(timer);
      resolve(JSON.parse(line) as Ports);
    });
    child.once('exit', () => reject(new HouseUnavailable('the simulated phone network does not start here: see the line above')));
    child.once('error', reject);
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
  /** mails become files in it */
  mails: string;
  /** whose API it has; default: Twilio's */
  network?: 'twilio' | 'telnyx';
  callbackOrigin: string;
  /** of the simulated account; handed over where `ps` does not show it */
  authToken: string;
  /** carriers that answer at once, for a time lapse that waits for each of them */
  swift?: boolean;
  /** people, from 0 to 1, who write back to a message that asks for an answer; in a time lapse alone */
  replyShare?: number | undefined;
  log: Log;
}>;

const spawnIt = (args: readonly string[], authToken: string): ChildProcess =>
  // a session of its own: Ctrl-C is for the house, which ends the simulator after its last call
  spawn(process.execPath, [program, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
    env: { ...process.env, CARILLON_SIMULATOR_TOKEN: authToken },
  });

const restartMs = 500;
/** A network that ends so often without having lived is not there any more. */
const mostRestarts = 10;
const livedMs = 10_000;

type Kept = Readonly<{ isGone: () => boolean; close: () => Promise<void> }>;

/** Starts a program again whenever it ends by itself. */
const keepAlive = (first: ChildProcess, startAgain: () => ChildProcess, log: Log): Kept => {
  let child = first;
  let closing = false;
  let restarts = 0;
  let timer: NodeJS.Timeout | undefined;
  const isGone = (): boolean => restarts > mostRestarts;
  const ended = (livingSince: number): void => {
    if (closing) return;
    restarts = Date.now() - livingSince > livedMs ? 1 : restarts + 1;
    if (isGone())
      return log.error({}, 'the simulated phone network ends again and again; nothing is sent until the house is started again');
    log.warn({}, 'the simulated phone network has ended, and is started again');
    timer = setTimeout(() => {
      child = startAgain();
      child.stdout?.resume();
      watch();
    }, restartMs);
  };
  const watch = (): void => {
    const since = Date.now();
    child.once('exit', () => ended(since));
    child.on('error', () => undefined);
  };
  watch();
  return {
    isGone,
    close: async () => {
      closing = true;
      clearTimeout(timer);
      child.stdin?.end();
      await exited(child);
    },
  };
};

/**
 * The simulator in a process of its own, which ends with this one: its memory and CPU are not the platform's. When it ends by itself it is
 * started again on its port, and reads its ledger.
 */
export const startSimulatorProcess = async (options: SimulatorProcessOptions): Promise<SimulatorProcess> => {
  const { ledgerFile, callbackOrigin, authToken, swift, replyShare, log, mails, network = 'twilio' } = options;
  const startOn = ({ port, mailPort }: Ports): ChildProcess => {
    const where = ['--port', String(port), '--ledger', ledgerFile, '--mails', mails, '--mail-port', String(mailPort)];
    const args = ['simulator', '--provider', network, ...where, '--callback-origin', callbackOrigin, '--parent-pipe'];
    const answering = replyShare === undefined ? [] : ['--reply-share', String(replyShare)];
    return spawnIt(swift ? [...args, '--sent-after', '0', '--delivered-after', '1', ...answering] : args, authToken);
  };
  mkdirSync(dirname(ledgerFile), { recursive: true });
  const child = startOn({ port: 0, mailPort: 0 });
  const ports = await portsFrom(child);
  const url = `http://127.0.0.1:${ports.port}`;
  const kept = keepAlive(child, () => startOn(ports), log);
  const pending = async (): Promise<number> => {
    if (kept.isGone()) throw new HouseUnavailable('the simulated phone network does not stay up: give the same command again, it goes on');
    try {
      const answer = await fetch(`${url}/simulator/pending`, { signal: AbortSignal.timeout(5_000) });
      return ((await answer.json()) as { total: number }).total;
    } catch {
      // it is being started again: what it had to do it has still to do
      return 1;
    }
  };
  return { url, mailUrl: `smtp://127.0.0.1:${ports.mailPort}`, pending, close: kept.close };
};
