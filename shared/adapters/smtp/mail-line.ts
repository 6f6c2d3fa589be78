import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { LineFailed, type Stage } from './line-failed.ts';
import type { Mail } from './mail.ts';
import type { ServerAddress } from './server-address.ts';

/** One connection to a mail server: one mail at a time. */
export type MailLine = Readonly<{
  /** Resolves when the server has taken the mail; rejects with LineFailed. */
  send: (mail: Mail, deadline: number) => Promise<void>;
  /** whether another mail may go over it */
  isOpen: () => boolean;
  close: () => void;
}>;

export type LineOptions = Readonly<{
  server: ServerAddress;
  /** PEM of who vouches for the server besides those that Node knows */
  ca?: string | undefined;
  /** whom we say we are; default: the machine's name */
  name?: string | undefined;
}>;

const longestMs = 60_000;
/** for a server's answer to QUIT */
const quitMs = 500;

/** What nodemailer finds out before it asks the server, in the words in which servers say the same. */
const foundOut: Readonly<Record<string, string>> = { EMESSAGE: '552 5.3.4', EENVELOPE: '553 5.1.3' };

/** The answer behind a failure, where there was one. */
const replyOf = (error: unknown): string | undefined => {
  const { response, responseCode, code } = Object(error) as { response?: unknown; responseCode?: unknown; code?: unknown };
  if (typeof response === 'string') return typeof responseCode === 'number' ? response : undefined;
  return foundOut[String(code)];
};

type Done = (error?: unknown) => void;
type Wait = Readonly<{ stage: () => Stage; deadline: number }>;

/** Waits for one step of the conversation; whatever breaks the line ends it, and so does the deadline, which breaks the line. */
const stepOn = (connection: SMTPConnection, cut: () => void, { stage, deadline }: Wait, step: (done: Done) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const settle = (failure?: LineFailed): void => {
      clearTimeout(timer);
      connection.removeListener('error', failed).removeListener('end', ended);
      if (failure) reject(failure);
      else resolve();
    };
    const failed = (error: unknown): void => settle(new LineFailed(stage(), { reply: replyOf(error) }));
    const ended = (): void => settle(new LineFailed(stage()));
    const late = (): void => {
      settle(new LineFailed(stage(), { isLate: true }));
      cut();
    };
    timer = setTimeout(late, Math.max(0, deadline - performance.now()));
    connection.on('error', failed).on('end', ended);
    step((error) => (error ? failed(error) : settle()));
  });

/** The bytes of a mail, and the moment in which the first of them leaves. */
const watched = (bytes: Buffer, begun: () => void): Readable =>
  new Readable({
    read() {
      begun();
      this.push(bytes);
      this.push(null);
    },
  });

const tlsOf = ({ ca }: LineOptions) => ({ minVersion: 'TLSv1.2' as const, ...(ca !== undefined && { ca }) });

/** Connects, encrypts and logs in before `deadline` (performance.now()). Rejects with LineFailed. */
export const openMailLine = async (options: LineOptions, deadline: number): Promise<MailLine> => {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const { host, port, isSecure, isPlain, auth } = options.server;
  const connection = new Connection({
    host,
    port,
    secure: isSecure,
    requireTLS: !isSecure && !isPlain,
    ignoreTLS: isPlain,
    tls: tlsOf(options),
    ...(options.name !== undefined && { name: options.name }),
    // the deadline of each step decides; these only bound what nobody waits for
    connectionTimeout: longestMs,
    greetingTimeout: longestMs,
    socketTimeout: 5 * longestMs,
  });
  let open = true;
  const destroy = (): void => {
    if (connection._socket) connection._socket.destroy();
  };
  const cut = (): void => {
    open = false;
    connection.close();
    destroy();
  };
  connection.on('error', cut).on('end', () => (open = false));
  const step = (stage: () => Stage, until: number, run: (done: Done) => void) => stepOn(connection, cut, { stage, deadline: until }, run);
  const send = async ({ envelope, bytes }: Mail, until: number): Promise<void> => {
    let stage: Stage = 'envelope';
    const content = () => watched(bytes, () => (stage = 'content'));
    try {
      await step(
        () => stage,
        until,
        (done) => connection.send({ ...envelope, size: bytes.length, use8BitMime: false }, content(), done),
      );
    } catch (error) {
      // a line on which something went wrong has a history that nobody wants to guess
      cut();
      throw error;
    }
  };
  try {
    await step(
      () => 'connect',
      deadline,
      (done) => connection.connect(done),
    );
    if (auth)
      await step(
        () => 'login',
        deadline,
        (done) => connection.login(auth, done),
      );
  } catch (error) {
    cut();
    throw error;
  }
  const quit = (): void => {
    open = false;
    connection.quit();
    setTimeout(destroy, quitMs).unref();
  };
  return { send, isOpen: () => open, close: quit };
};
