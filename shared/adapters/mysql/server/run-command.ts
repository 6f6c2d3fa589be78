import { execFile, type ExecFileException } from 'node:child_process';

export type Environment = Readonly<Record<string, string | undefined>>;

export type Command = Readonly<{
  program: string;
  args: readonly string[];
  /** What the program inherits. LC_ALL is always C: its answers are read by us. */
  env: Environment;
  timeoutMs: number;
  cwd?: string;
  input?: string;
}>;

export class CommandFailed extends Error {
  readonly code = 'command_failed';
  constructor(program: string, reason: string) {
    super(`${program}: ${reason}`);
    this.name = 'CommandFailed';
  }
}

const lastLines = (output: string): string => output.trim().split('\n').slice(-5).join(' | ').slice(-600);

const reasonOf = (error: ExecFileException, output: string, timeoutMs: number): string => {
  if (error.code === 'ENOENT') return 'not found on this machine';
  if (error.killed === true) return `gave no answer within ${timeoutMs / 1000} s`;
  return lastLines(output) || error.message;
};

/** Runs a program to its end and gives what it printed. Throws CommandFailed with the end of its output, also when the time is over. */
export const runCommand = (command: Command): Promise<string> =>
  new Promise((resolve, reject) => {
    const { program, timeoutMs, cwd, input } = command;
    const options = {
      cwd,
      env: { ...command.env, LC_ALL: 'C' },
      timeout: timeoutMs,
      killSignal: 'SIGKILL' as const,
      maxBuffer: 64 * 1024 * 1024,
    };
    const child = execFile(program, command.args, options, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout);
      return reject(new CommandFailed(program, reasonOf(error, stderr + stdout, timeoutMs)));
    });
    // A program that ends early closes its input: its exit says why, the broken pipe adds nothing.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
