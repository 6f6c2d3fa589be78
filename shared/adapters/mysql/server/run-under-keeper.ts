import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { Socket } from 'node:net';
import type { Environment } from './run-command.ts';

export type Kept = Readonly<{
  alive: () => boolean;
  /** Ends the program and waits until it is gone: politely first, then by force. */
  stop: () => Promise<void>;
}>;

export type KeepOptions = Readonly<{ program: string; args: readonly string[]; env: Environment; pidFile: string; logFile: string }>;

const politeSeconds = 20;
const stopWithinMs = (politeSeconds + 5) * 1000;
const forcedWithinMs = 5_000;

/**
 * The keeper lives in a session of its own, so a Ctrl-C in the terminal reaches neither it nor the program. Its standard input is a pipe
 * that only the owner holds: when the owner ends, even by SIGKILL, the pipe closes, and the keeper ends the program.
 */
const keeper = `
pid_file=$0
exec 3<&0
"$@" 3<&- </dev/null &
pid=$!
echo "$pid" >"$pid_file"
{
  read -r _ <&3
  kill -TERM "$pid"
  waited=0
  while [ "$waited" -lt ${politeSeconds} ] && kill -0 "$pid"; do sleep 1; waited=$((waited + 1)); done
  kill -KILL "$pid"
} 2>/dev/null &
watcher=$!
exec 3<&-
wait "$pid"
code=$?
kill "$watcher" 2>/dev/null
exit "$code"
`;

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const endWithin = (child: ChildProcess, timeoutMs: number): Promise<unknown> =>
  once(child, 'exit', { signal: AbortSignal.timeout(timeoutMs) }).catch(() => undefined);

const stopChild = async (child: ChildProcess): Promise<void> => {
  if (child.pid === undefined || hasEnded(child)) return;
  const gone = endWithin(child, stopWithinMs);
  child.ref();
  child.stdin?.end();
  await gone;
  if (hasEnded(child)) return;
  const forced = endWithin(child, forcedWithinMs);
  // The keeper leads the process group: the program goes with it.
  process.kill(-child.pid, 'SIGKILL');
  await forced;
};

/** Starts a program that can't outlive this process. What it prints goes to `logFile`, begun anew each time. */
export const runUnderKeeper = ({ program, args, env, pidFile, logFile }: KeepOptions): Kept => {
  const log = fs.openSync(logFile, 'w', 0o600);
  const child = spawn('/bin/sh', ['-c', keeper, pidFile, program, ...args], {
    detached: true,
    stdio: ['pipe', log, log],
    env: { ...env, LC_ALL: 'C' },
  });
  fs.closeSync(log);
  let failed = false;
  child.on('error', () => (failed = true));
  child.stdin?.on('error', () => undefined);
  // It must not keep its owner running: the owner's end is its end.
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  return {
    alive: () => !failed && !hasEnded(child),
    stop: () => stopChild(child),
  };
};
