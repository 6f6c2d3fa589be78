import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import type { Trouble } from '../contracts/provider.opened.ts';

export type ReceivedMail = Readonly<{
  from: string;
  to: string;
  raw: string;
  session: SMTPServerSession;
  envelope: SMTPServerSession['envelope'];
}>;

export type MailServer = Readonly<{
  port: number;
  mails: readonly ReceivedMail[];
  /** the next mail goes wrong like this */
  trouble: (kind: Trouble) => void;
  /** connections that were ever made */
  connections: () => number;
  /** cuts every connection that stands */
  cutAll: () => void;
  close: () => Promise<void>;
}>;

const refusal = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode });

/** Recipients and senders whom the server always refuses, by the part before the @. */
const refusedTo: Readonly<Record<string, Error>> = {
  unknown: refusal(550, '5.1.1 unknown@example.com: no such mailbox here'),
  full: refusal(552, '5.2.2 mailbox full'),
  gone: refusal(550, 'no such user'),
  relay: refusal(554, '5.7.1 <relay@example.com>: Relay access denied'),
  blocked: refusal(550, '5.7.1 we take nothing from you'),
  busy: refusal(450, '4.2.1 come back later'),
};
const refusedFrom: Readonly<Record<string, Error>> = { stranger: refusal(553, '5.1.8 sender unknown') };
const spam = refusal(554, '5.7.1 looks like spam to us');

const localPart = (address: string): string => address.split('@')[0] ?? '';

/** A mail server on loopback that does what a test tells it. */
export const openMailServer = async (
  given: SMTPServerOptions = {},
  login?: Readonly<{ user: string; pass: string }>,
): Promise<MailServer> => {
  const mails: ReceivedMail[] = [];
  let next: Trouble | undefined;
  let connections = 0;
  const take = (...kinds: readonly Trouble[]): Trouble | undefined => {
    if (next === undefined || !kinds.includes(next)) return undefined;
    const kind = next;
    next = undefined;
    return kind;
  };
  const socketOf = ({ id }: SMTPServerSession) => {
    const lines = (
      server as unknown as { connections: Set<{ id: string; _socket: { destroy: () => void; write: (text: string) => void } }> }
    ).connections;
    return [...lines].find((line) => line.id === id)?._socket;
  };
  const answer = (session: SMTPServerSession, mail: ReceivedMail, done: (error?: Error | null) => void): void => {
    const kind = take('error', 'silence', 'cut', 'cut after accept', 'malformed after accept');
    if (kind === 'error') return done(refusal(554, '5.3.0 something is broken here'));
    if (kind === undefined && localPart(mail.to) === 'spam') return done(spam);
    if (kind === undefined || kind.endsWith('after accept')) mails.push(mail);
    if (kind === undefined) return done();
    if (kind.startsWith('cut')) socketOf(session)?.destroy();
    if (kind.startsWith('malformed')) socketOf(session)?.write('banana\r\n');
    return undefined;
  };
  const server: SMTPServer = new SMTPServer({
    disabledCommands: login ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
    allowInsecureAuth: true,
    hideDSN: false,
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onAuth: ({ username, password }, _session, done) =>
      username === login?.user && password === login?.pass
        ? done(null, { user: username })
        : done(refusal(535, '5.7.8 wrong user or password')),
    onMailFrom: ({ address }, _session, done) => {
      if (take('unavailable')) return done(refusal(421, '4.3.2 closing down'));
      return done(refusedFrom[localPart(address)]);
    },
    onRcptTo: ({ address }, _session, done) => {
      if (take('too many requests')) return done(refusal(451, '4.7.1 slow down'));
      return done(refusedTo[localPart(address)]);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const raw = Buffer.concat(chunks).toString();
        answer(
          session,
          { from: (mailFrom && mailFrom.address) || '', to: rcptTo[0]?.address ?? '', raw, session, envelope: session.envelope },
          done,
        );
      });
    },
    logger: false,
    closeTimeout: 100,
    ...given,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const lines = () => [...(server as unknown as { connections: Set<{ _socket: { destroy: () => void } }> }).connections];
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    trouble: (kind) => void (next = kind),
    connections: () => connections,
    cutAll: () => lines().forEach((line) => line._socket.destroy()),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
