import type { Readable, Writable } from 'node:stream';
import { startSimulator, type Simulator } from './simulator.ts';
import type { SimulatorGiven } from './options.ts';

export type RunOptions = SimulatorGiven &
  Readonly<{
    /** ends when its stdin closes: nothing is left behind when the parent is killed */
    parentPipe?: boolean | undefined;
  }>;

/** The process's own ends, for a test to replace. */
type Ends = Readonly<{ stdin: Readable; stdout: Writable; stderr: Writable }>;

const usualKeepTryingMs = 10 * 60_000;

const plainly = (error: unknown, { port, ledgerFile }: RunOptions): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `port ${port} is taken: choose another one with --port, or 0 for any`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'ENOENT' || code === 'EROFS' || code === 'EISDIR')
    return `the ledger ${ledgerFile} can't be written (${code})`;
  return message;
};

const toldToStop = ({ stdin }: Ends, parentPipe = false): Promise<void> =>
  new Promise((resolve) => {
    const stop = () => resolve();
    process.once('SIGINT', stop).once('SIGTERM', stop);
    if (parentPipe) stdin.once('end', stop).once('close', stop).once('error', stop).resume();
  });

/**
 * `carillon simulator`: prints {"port":N} when it is ready, ends on SIGINT, SIGTERM or (parentPipe) when stdin closes. Resolves to the
 * exit code: 1 with one line on stderr when it could not start. Callbacks that nobody takes are held for 10 minutes unless told otherwise.
 */
export const runSimulatorCommand = async (options: RunOptions, ends: Ends = process): Promise<0 | 1> => {
  const stop = toldToStop(ends, options.parentPipe);
  let simulator: Simulator;
  try {
    simulator = await startSimulator({ ...options, keepTryingMs: options.keepTryingMs ?? usualKeepTryingMs });
  } catch (error) {
    ends.stderr.write(`carillon simulator: ${plainly(error, options)}\n`);
    ends.stdin.destroy();
    return 1;
  }
  // whoever started it may be gone by now
  ends.stdout.on('error', () => undefined);
  ends.stdout.write(`${JSON.stringify({ port: simulator.port })}\n`);
  await stop;
  await simulator.close();
  ends.stdin.destroy();
  return 0;
};
