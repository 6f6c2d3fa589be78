import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { bounceSecretOf, type BounceGateway } from './bounce-mail.ts';
import type { Mailbox } from './mailbox.ts';
import { simulatorAccount, type SimulatorGiven } from './options.ts';
import { startSimulator, type Simulator } from './simulator.ts';

export type RunOptions = SimulatorGiven &
  Readonly<{
    /** ends when its stdin closes: nothing is left behind when the parent is killed */
    parentPipe?: boolean | undefined;
    /** whose API it has; default: Twilio's */
    network?: 'twilio' | 'telnyx' | undefined;
    /** a folder: mails are taken as well, and kept there as files; their ledger is `mails.jsonl` beside the other one */
    mails?: string | undefined;
    /** 0: any free one */
    mailPort?: number | undefined;
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

const startNetwork = async ({ network, ...options }: RunOptions): Promise<Simulator> => {
  if (network !== 'telnyx') return startSimulator(options);
  const { startTelnyxSimulator } = await import('./telnyx/telnyx-simulator.ts');
  return startTelnyxSimulator({ ...options, apiKey: options.authToken ?? simulatorAccount.authToken });
};

/** It hears of bounces at the door for reports of mails, with the network's own token behind their signature. */
const gatewayOf = ({ callbackOrigin, authToken = simulatorAccount.authToken }: RunOptions): BounceGateway | undefined =>
  callbackOrigin ? { url: `${callbackOrigin}/messages/status/smtp`, secret: bounceSecretOf(authToken) } : undefined;

const startMails = async (options: RunOptions): Promise<Mailbox | undefined> => {
  const { mails, mailPort, ledgerFile } = options;
  if (mails === undefined) return undefined;
  const { startMailbox } = await import('./mailbox.ts');
  const files = { folder: mails, ledgerFile: join(dirname(ledgerFile), 'mails.jsonl') };
  return startMailbox({ port: mailPort, ...files, reportTo: gatewayOf(options) });
};

type Started = Readonly<{ simulator: Simulator; mailbox?: Mailbox | undefined }>;

const startBoth = async (options: RunOptions): Promise<Started> => {
  const simulator = await startNetwork({ ...options, keepTryingMs: options.keepTryingMs ?? usualKeepTryingMs });
  try {
    return { simulator, mailbox: await startMails(options) };
  } catch (error) {
    await simulator.close();
    throw error;
  }
};

/**
 * `carillon simulator`: prints {"port":N} (and "mailPort") when it is ready, ends on SIGINT, SIGTERM or (parentPipe) when stdin closes. Resolves to the
 * exit code: 1 with one line on stderr when it could not start. Callbacks that nobody takes are held for 10 minutes unless told otherwise.
 */
export const runSimulatorCommand = async (options: RunOptions, ends: Ends = process): Promise<0 | 1> => {
  const stop = toldToStop(ends, options.parentPipe);
  let started: Started;
  try {
    started = await startBoth(options);
  } catch (error) {
    ends.stderr.write(`carillon simulator: ${plainly(error, options)}\n`);
    ends.stdin.destroy();
    return 1;
  }
  // whoever started it may be gone by now
  ends.stdout.on('error', () => undefined);
  const { simulator, mailbox } = started;
  ends.stdout.write(`${JSON.stringify({ port: simulator.port, ...(mailbox && { mailPort: mailbox.port }) })}\n`);
  await stop;
  await Promise.all([simulator.close(), mailbox?.close()]);
  ends.stdin.destroy();
  return 0;
};
