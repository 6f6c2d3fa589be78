import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { serverAddressOf, ServerAddressInvalid } from '#adapters/smtp/server-address.ts';
import { smtpProvider, type SmtpOptions } from '#adapters/smtp/smtp-provider.ts';
import type { Outgoing } from '#ports/provider.ts';
import { providerContract } from '../contracts/provider.contract.ts';
import { canCertify, makeAuthority } from '../support/certificates.ts';
import { openMailServer, type MailServer } from '../support/mail-server.ts';
import { emailContent, openSmtp } from '../support/opened-smtp.ts';
import { readMail } from '../support/read-mail.ts';
import { tempFolder } from '../support/simulator.ts';

const noReports = 'mail servers make no reports over HTTP';
const noList = 'a mail server keeps no list that a sender could ask';
const saysSo = 'an answer of 4xx or 5xx says that the server did not take the mail (RFC 5321, 4.2.1)';

providerContract('smtp email', openSmtp, {
  'is in doubt, and does not try again by itself: error': saysSo,
  'is in doubt, and does not try again by itself: unavailable': saysSo,
  'finds afterwards what was accepted without an answer': noList,
  "finds what was accepted by the provider's own clock": noList,
  'tells of one message what became of it': noList,
  'does not call a message unknown because the provider does not answer': noList,
  'reads each status report, and the same one the same way again': noReports,
  'reads each documented failure by its code': noReports,
  'refuses a report whose signature does not fit its URL and body': noReports,
  'refuses a report of another account': noReports,
  'calls a signed report malformed that says nothing of a message of ours': noReports,
});

const email = emailContent('Hello');
const message = (change: Partial<Outgoing> = {}): Outgoing => ({
  messageId: 'msg_abc-1-2-email-0',
  to: 'ana@example.com',
  from: 'Clinic <mail@clinic.example>',
  content: email,
  callbackUrl: 'http://127.0.0.1:9/unused',
  ...change,
});

/** What smtp-server keeps of RFC 3461. */
type DsnEnvelope = Readonly<{
  mailFrom: { address: string };
  rcptTo: [{ address: string; dsn?: { notify?: string[] } }];
  dsn?: { ret?: string; envid?: string };
}>;

/** A server that `answers` each line by hand; it greets, and knows no extensions. */
const openRawServer = async (answers: (line: string, socket: Socket) => void) => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined).write('220 here\r\n');
    let rest = '';
    socket.on('data', (bytes) => {
      const lines = (rest + bytes.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) answers(line, socket);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
};

describe('a mail', () => {
  let server: MailServer;
  const sendTo = async (change: Partial<Outgoing>, options: Partial<SmtpOptions> = {}) => {
    const provider = await smtpProvider({ url: `smtp://127.0.0.1:${server.port}`, ...options });
    const outcome = await provider.send(message(change));
    await provider.close();
    return { outcome, mail: server.mails.at(-1), read: readMail(server.mails.at(-1)?.raw ?? '') };
  };
  beforeEach(async () => {
    server = await openMailServer();
  });
  afterEach(() => server.close());

  it('has its text before its HTML, can be unsubscribed from by one click, and says that a machine wrote it', async () => {
    const { read, outcome } = await sendTo({});
    assert.deepEqual(Object.keys(read.parts), ['text/plain', 'text/html']);
    assert.match(read.headers['content-type'] ?? '', /^multipart\/alternative;/);
    assert.equal(read.headers['list-unsubscribe'], '<https://carillon.example/unsubscribe?t=abc-123&u=%20x>');
    assert.equal(read.headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click');
    assert.equal(read.headers['auto-submitted'], 'auto-generated');
    assert.ok(outcome.kind === 'accepted' && read.headers['message-id'] === `<${outcome.reference}>`);
  });

  it('is plain text where there is no HTML, and promises no unsubscribing that there is not', async () => {
    const { read } = await sendTo({ content: { channel: 'email', subject: 'Hello', text: 'Hi Ana' } });
    assert.deepEqual(read.parts, { 'text/plain': 'Hi Ana' });
    assert.ok(!('list-unsubscribe' in read.headers) && !('list-unsubscribe-post' in read.headers));
  });

  it('is known again by its id: the same message, the same id', async () => {
    const [first, again] = [await sendTo({}), await sendTo({})];
    assert.equal(first.read.headers['message-id'], '<msg_abc-1-2-email-0@clinic.example>');
    assert.equal(again.read.headers['message-id'], first.read.headers['message-id']);
  });

  it('takes no header out of what a row says', async () => {
    const subject = 'Hello\r\nBcc: bob@example.com\r\n\r\nand a body';
    const { read } = await sendTo({ content: { channel: 'email', subject, text: 'Hi' }, from: 'A "B" Ñ <mail@clinic.example>' });
    assert.deepEqual([read.headers['bcc'], server.mails.length, read.parts], [undefined, 1, { 'text/plain': 'Hi' }]);
    for (const change of [
      { from: 'Clinic\r\nBcc: bob@example.com <mail@clinic.example>' },
      { to: 'ana@example.com>\r\nRCPT TO:<bob@example.com' },
      { content: { ...email, unsubscribeUrl: 'javascript:alert(1)' } },
    ]) {
      const { outcome } = await sendTo(change);
      assert.ok(outcome.kind === 'refused' && !outcome.retryable, JSON.stringify(outcome));
    }
    assert.equal(server.mails.length, 1);
  });

  it('asks for a report of what went wrong alone, to the address for that', async () => {
    const { mail } = await sendTo({}, { returnAddress: 'bounces@clinic.example' });
    assert.ok(mail);
    const { mailFrom, rcptTo, dsn } = mail.envelope as unknown as DsnEnvelope;
    assert.deepEqual([mailFrom.address, rcptTo[0].address], ['bounces@clinic.example', 'ana@example.com']);
    assert.deepEqual([dsn?.ret, dsn?.envid], ['HDRS', 'msg_abc-1-2-email-0']);
    assert.deepEqual(rcptTo[0].dsn?.notify, ['FAILURE']);
  });
});

describe('lines to a mail server', () => {
  it('are used again, for so many mails and so many at once', async () => {
    const server = await openMailServer();
    const provider = await smtpProvider({ url: `smtp://127.0.0.1:${server.port}`, connections: 3, mailsPerLine: 5 });
    for (let n = 0; n < 10; n += 1) assert.equal((await provider.send(message())).kind, 'accepted');
    assert.equal(server.connections(), 2);
    await Promise.all(Array.from({ length: 30 }, () => provider.send(message())));
    assert.equal(server.mails.length, 40);
    assert.ok(server.connections() <= 2 + 8, `${server.connections()} connections`);
    await provider.close();
    await server.close();
  });

  it('that died between two mails cost neither of them', async () => {
    const server = await openMailServer();
    const provider = await smtpProvider({ url: `smtp://127.0.0.1:${server.port}`, connections: 1 });
    for (let n = 0; n < 3; n += 1) {
      assert.equal((await provider.send(message())).kind, 'accepted');
      server.cutAll();
    }
    assert.equal(server.mails.length, 3);
    await provider.close();
    await server.close();
  });

  it('that break after a mail has begun to leave cost no second copy of it, however often they were used before', async () => {
    const server = await openMailServer();
    const provider = await smtpProvider({ url: `smtp://127.0.0.1:${server.port}`, connections: 1 });
    for (const kind of ['cut after accept', 'cut', 'malformed after accept'] as const) {
      assert.equal((await provider.send(message())).kind, 'accepted');
      const before = server.mails.length;
      server.trouble(kind);
      assert.equal((await provider.send(message())).kind, 'unknown', kind);
      assert.equal(server.mails.length, kind === 'cut' ? before : before + 1, kind);
    }
    await provider.close();
    await server.close();
  });

  it('that others hold: who waits too long has done nothing', async () => {
    const server = await openMailServer();
    const provider = await smtpProvider({ url: `smtp://127.0.0.1:${server.port}`, connections: 1, callTimeoutMs: 400 });
    server.trouble('silence');
    const outcomes = await Promise.all([provider.send(message()), provider.send(message())]);
    assert.deepEqual(outcomes, [
      { kind: 'unknown', code: 'timeout' },
      { kind: 'refused', code: 'provider_unreachable', retryable: true },
    ]);
    assert.equal(server.mails.length, 0);
    await provider.close();
    await server.close();
  });

  it('are waited for no longer than a call may take, and nothing is in doubt before the mail begins to leave', async () => {
    const unreachable = { kind: 'refused', code: 'provider_unreachable', retryable: true };
    for (const [upTo, outcome] of [
      ['EHLO', unreachable],
      ['HELO', unreachable],
      ['MAIL', unreachable],
      ['RCPT', unreachable],
      ['DATA', unreachable],
      ['.', { kind: 'unknown', code: 'timeout' }],
    ] as const) {
      let inData = false;
      const server = await openRawServer((line, socket) => {
        const command = inData ? line : (line.split(' ')[0] ?? '');
        if (command === upTo) return;
        if (command === 'DATA') {
          inData = true;
          socket.write('354 go on\r\n');
        } else if (!inData) socket.write(command === 'EHLO' && upTo === 'HELO' ? '502 no\r\n' : '250 ok\r\n');
      });
      const provider = await smtpProvider({ url: `smtp://127.0.0.1:${server.port}`, callTimeoutMs: 300 });
      const started = performance.now();
      assert.deepEqual(await provider.send(message()), outcome, upTo);
      assert.ok(performance.now() - started < 3_000);
      await provider.close();
      server.close();
    }
  });

  it('that break in the middle of a mail leave a doubt, and an answer to its end leaves none', async () => {
    const large = { content: { ...email, text: 'x'.repeat(4_000_000) } };
    for (const [at, answer, outcome] of [
      ['middle', '', { kind: 'unknown', code: 'connection_lost' }],
      ['.', '', { kind: 'unknown', code: 'connection_lost' }],
      ['.', '421 closing down', { kind: 'refused', code: 'rate_limited', providerCode: '421', retryable: true }],
      ['.', '452 4.2.2 full', { kind: 'refused', code: 'mailbox_full', providerCode: '4.2.2', retryable: true }],
      ['.', '552 5.3.4 too big', { kind: 'refused', code: 'body_too_long', providerCode: '5.3.4', retryable: false }],
      ['.', '2', { kind: 'unknown', code: 'connection_lost' }],
    ] as const) {
      let inData = false;
      const server = await openRawServer((line, socket) => {
        if (!inData) {
          inData = line === 'DATA';
          socket.write(inData ? '354 go on\r\n' : '250 ok\r\n');
        } else if (at === 'middle') socket.destroy();
        else if (line === at) socket.end(answer.length > 1 ? `${answer}\r\n` : answer);
      });
      const provider = await smtpProvider({ url: `smtp://127.0.0.1:${server.port}`, callTimeoutMs: 5_000 });
      assert.deepEqual(await provider.send(message(large)), outcome, `${at} ${answer}`);
      await provider.close();
      server.close();
    }
  });
});

describe('TLS to a mail server', () => {
  const unreachable = { kind: 'refused', code: 'provider_unreachable', retryable: true };

  it('is demanded where somebody says so: without it no password leaves', async () => {
    const heard: string[] = [];
    const server = await openRawServer((line, socket) => {
      heard.push(line);
      if (line.startsWith('EHLO')) socket.write('250-here\r\n250 AUTH PLAIN\r\n');
      else socket.write(line === 'STARTTLS' ? '502 not here\r\n' : '250 ok\r\n');
    });
    const provider = await smtpProvider({ url: `smtp://me:secret@127.0.0.1:${server.port}`, tls: 'required', callTimeoutMs: 2_000 });
    assert.deepEqual(await provider.send(message()), unreachable);
    assert.ok(
      heard.every((line) => !line.includes('AUTH')),
      heard.join(),
    );
    await provider.close();
    server.close();
  });

  it('is taken from the first byte, or begun by STARTTLS, and only with a server that somebody vouches for', async function () {
    if (!canCertify()) {
      process.stderr.write('    mail over TLS: skipped, there is no OpenSSL 3 here to make certificates with\n');
      this.skip();
    }
    const folder = tempFolder();
    const authority = makeAuthority(folder.path, 'mail');
    const { key, cert } = authority.issue('localhost');
    for (const secure of [true, false]) {
      const server = await openMailServer({ secure, key, cert, disabledCommands: ['AUTH'] });
      const url = `${secure ? 'smtps' : 'smtp'}://localhost:${server.port}`;
      const known = await smtpProvider({ url, ca: authority.cert, tls: 'required' });
      assert.equal((await known.send(message())).kind, 'accepted', `secure: ${secure}`);
      assert.equal(server.mails[0]?.session.secure, true);
      const unknown = await smtpProvider({ url, tls: 'required' });
      assert.deepEqual(await unknown.send(message()), unreachable);
      assert.equal(server.mails.length, 1);
      await Promise.all([known.close(), unknown.close()]);
      await server.close();
    }
    folder.remove();
  });
});

describe('the address of a mail server', () => {
  it('is read with its password, its port, and whether TLS is demanded', () => {
    assert.deepEqual(serverAddressOf('smtps://me%40x.com:p%3A%2F@mail.example.com'), {
      host: 'mail.example.com',
      port: 465,
      isSecure: true,
      isPlain: false,
      auth: { user: 'me@x.com', pass: 'p:/' },
    });
    const plain = (url: string, tls?: 'none' | 'required') => serverAddressOf(url, tls).isPlain;
    assert.deepEqual(serverAddressOf('smtp://mail.example.com').port, 587);
    assert.deepEqual([plain('smtp://mail.example.com'), plain('smtp://mail.example.com', 'none')], [false, true]);
    assert.deepEqual([plain('smtp://127.0.0.1:25'), plain('smtp://[::1]:25'), plain('smtp://localhost', 'required')], [true, true, false]);
  });

  it('that is none is refused without being repeated', () => {
    for (const url of ['https://me:secret@mail.example.com', 'mail.example.com:secret', 'smtp://', 'smtp://me:%E0%A4%A@secret.example'])
      assert.throws(
        () => serverAddressOf(url),
        (error) => error instanceof ServerAddressInvalid && !error.message.includes('secret'),
        url,
      );
  });
});
