import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { carillon, startCarillon, type Ended, type Running, type StartOptions } from '../support/carillon.ts';
import { eventually } from '../support/eventually.ts';

type Ready = Readonly<{ status: string; reporting: string; pending: number; deadLetters: boolean }>;

/** A house under test, and the command line beside it. */
export type RunningHouse = Readonly<{
  running: Running;
  port: number;
  ready: () => Promise<Ready | undefined>;
  /** `run('campaign approve', id)`: a command on the folder of the house */
  run: (command: string, ...args: readonly string[]) => Promise<Ended>;
  /** Ctrl-C */
  stop: () => Promise<Ended>;
}>;

export const readyOf = async (port: number): Promise<Ready | undefined> => {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    return answer.status === 200 ? ((await answer.json()) as Ready) : undefined;
  } catch {
    return undefined;
  }
};

const portIn = (folder: string): number | undefined => {
  try {
    return (JSON.parse(readFileSync(join(folder, 'house.json'), 'utf8')) as { port: number }).port;
  } catch {
    return undefined;
  }
};

export const startHouse = async (folder: string, args: readonly string[] = [], options: StartOptions = {}): Promise<RunningHouse> => {
  const running = startCarillon(['start', '--data', folder, ...args], options);
  let port = 0;
  await eventually(`a house opens in ${folder}`, async () => {
    if (running.child.exitCode !== null) throw new Error(`the house has ended: ${running.stderr()}`);
    port = portIn(folder) ?? 0;
    return port !== 0 && (await readyOf(port)) !== undefined;
  });
  return {
    running,
    port,
    ready: () => readyOf(port),
    run: (command, ...args) => carillon([...command.split(' '), ...args, '--data', folder], options),
    stop: () => {
      running.kill('SIGINT');
      return running.ended;
    },
  };
};
