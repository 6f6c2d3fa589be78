import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { appendFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import type { SMTPServer, SMTPServerSession } from 'smtp-server';
import { reportMail, type BounceGateway } from './bounce-mail.ts';
import type { LedgerLine } from './ledger.ts';

export type MailboxOptions = Readonly<{
  /** 0: any free one */
  port?: number | undefined;
  /** every mail is a file in it, which any mail program opens */
  folder: string;
  /** JSON lines: one for every mail that was taken, before its sender is told */
  ledgerFile: string;
  /** files kept, the newest; default 1,000 */
  most?: number | undefined;
  /** bytes of the largest mail that is taken; default 25 MB */
  largest?: number | undefined;
  /** where bounces and complaints are posted; default: nothing bounces */
  reportTo?: BounceGateway | undefined;
}>;

export type Mailbox = Readonly<{ port: number; close: () => Promise<void> }>;

const usualMost = 1_000;
const usualLargest = 25 * 1024 * 1024;
const mostClients = 64;
const tooLarge = Object.assign(new Error('5.3.4 the mail is too large'), { responseCode: 552 });
const notWritten = Object.assign(new Error('4.3.1 the mail could not be written'), { responseCode: 452 });
const idInMail = /^message-id:\s*<([^>\s]{1,200})>/im;

/** The id that a mail says it has, without its brackets; a mail of somebody else's may have none. */
const idOf = (mail: Buffer): string => {
  const headEnd = mail.indexOf('\r\n\r\n');
  const head = mail.toString('latin1', 0, headEnd < 0 ? mail.length : headEnd);
  return idInMail.exec(head)?.[1] ?? `unnamed-${randomBytes(8).toString('hex')}@localhost`;
};

/** Sorted by time; the id's part before the @ names a message of ours and tells of nobody. */
const fileName = (at: string, id: string): string =>
  `${at.replaceAll(':', '-')}-${(id.split('@')[0] ?? '').replaceAll(/[^\w.-]/g, '_')}-${randomBytes(3).toString('hex')}.eml`;

/** Writes mails as files, and forgets the oldest of them. */
const shelf = (folder: string, most: number) => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort();
  return async (name: string, mail: Buffer): Promise<void> => {
    const whole = join(folder, name);
    await writeFile(`${whole}.part`, mail, { mode: 0o600 });
    await rename(`${whole}.part`, whole);
    names.push(name);
    const old = names.splice(0, Math.max(0, names.length - most));
    await Promise.all(old.map((gone) => rm(join(folder, gone), { force: true })));
  };
};

/** What speaks SMTP with whoever connects; loaded with the first of them. */
const receiverOf = async ({
  folder,
  ledgerFile,
  most = usualMost,
  largest = usualLargest,
  reportTo,
}: MailboxOptions): Promise<SMTPServer> => {
  const { SMTPServer } = await import('smtp-server');
  const put = shelf(folder, most);
  const take = async (mail: Buffer, { envelope: { mailFrom, rcptTo } }: SMTPServerSession): Promise<undefined> => {
    const at = new Date().toISOString();
    const sid = idOf(mail);
    const from = (mailFrom && mailFrom.address) || '';
    await put(fileName(at, sid), mail);
    const lines = rcptTo.map(({ address: to }): LedgerLine => ({ at, sid, to, from, body: '', status: 'sent' }));
    await appendFile(ledgerFile, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
    // before its sender is told: a time lapse that waits for that has waited for this as well
    if (reportTo) await Promise.all(rcptTo.map(({ address: to }) => reportMail(reportTo, { from, to, mail })));
    return undefined;
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: largest,
    maxClients: mostClients,
    logger: false,
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void (stream.sizeExceeded || chunks.push(chunk)));
      const finish = async (): Promise<void> => {
        const refuse = stream.sizeExceeded ? tooLarge : await take(Buffer.concat(chunks), session).catch(() => notWritten);
        done(refuse);
      };
      stream.once('end', () => void finish());
    },
  });
  // a connection that breaks is its sender's affair
  server.on('error', () => undefined);
  return server;
};

/**
 * A mail server on loopback that takes every mail and passes none on: each becomes a file in a folder. What goes to bounce@, full@ or complaint@ comes
 * back as such a report. Rejects when the port is taken or
 * the folder can't be made.
 */
export const startMailbox = async (options: MailboxOptions): Promise<Mailbox> => {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const sockets = new Set<Socket>();
  let receiver: Promise<SMTPServer> | undefined;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => void sockets.delete(socket));
    receiver ??= receiverOf(options);
    void receiver.then(({ server: smtp }) => smtp.emit('connection', socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => void server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port: (server.address() as AddressInfo).port, close };
};
