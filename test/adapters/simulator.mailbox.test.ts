import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readLedger, type LedgerLine } from '#adapters/simulator/ledger.ts';
import { startMailbox, type Mailbox, type MailboxOptions } from '#adapters/simulator/mailbox.ts';
import { smtpProvider } from '#adapters/smtp/smtp-provider.ts';
import type { Provider } from '#ports/provider.ts';
import { emailContent } from '../support/opened-smtp.ts';
import { readMail } from '../support/read-mail.ts';
import { tempFolder } from '../support/simulator.ts';

describe('the mailbox of a house', () => {
  let folder: ReturnType<typeof tempFolder>;
  let mailbox: Mailbox;
  let provider: Provider;
  const mails = () => readdirSync(join(folder.path, 'mails')).sort();
  const open = async (change: Partial<MailboxOptions> = {}) => {
    mailbox = await startMailbox({ folder: join(folder.path, 'mails'), ledgerFile: join(folder.path, 'mails.jsonl'), ...change });
    provider = await smtpProvider({ url: `smtp://127.0.0.1:${mailbox.port}` });
  };
  const close = async () => void (await Promise.all([provider.close(), mailbox.close()]));
  const send = (n: number, text = 'Hi Ana, 👍') =>
    provider.send({
      messageId: `msg_abc-1-${n}-email-0`,
      to: 'ana@example.com',
      from: 'mail@clinic.example',
      content: { ...emailContent('Hello'), text },
      callbackUrl: '',
    });
  beforeEach(() => {
    folder = tempFolder();
  });
  afterEach(async () => {
    await close();
    folder.remove();
  });

  it('keeps each mail as a file that a mail program opens, under a name that tells of nobody', async () => {
    await open();
    const outcome = await send(1);
    assert.deepEqual(outcome, { kind: 'accepted', reference: 'msg_abc-1-1-email-0@clinic.example' });
    const [name = ''] = mails();
    assert.match(name, /^20\d\d-\d\d-\d\dT[\d-]+\.\d{3}Z-msg_abc-1-1-email-0-[0-9a-f]{6}\.eml$/);
    const file = join(folder.path, 'mails', name);
    assert.equal(readMail(readFileSync(file, 'utf8')).parts['text/plain'], 'Hi Ana, 👍');
    assert.equal(statSync(file).mode & 0o077, 0, 'nobody else on the machine reads it');
  });

  it('has every mail in its ledger, and the newest as files, also after a restart', async () => {
    await open({ most: 3 });
    for (const n of [1, 2]) await send(n);
    const { port } = mailbox;
    await close();
    await open({ most: 3, port });
    for (const n of [3, 4, 5]) assert.equal((await send(n)).kind, 'accepted');
    assert.equal(mails().length, 3);
    assert.ok(
      mails().every((name) => /msg_abc-1-[345]-email/.test(name)),
      mails().join(),
    );
    const lines: LedgerLine[] = [];
    for await (const line of readLedger(join(folder.path, 'mails.jsonl'))) lines.push(line);
    assert.deepEqual(
      lines.map(({ sid, to, status }) => [sid.split('@')[0], to, status]),
      [1, 2, 3, 4, 5].map((n) => [`msg_abc-1-${n}-email-0`, 'ana@example.com', 'sent']),
    );
  });

  it('takes no mail that it could not write, nor one beyond all measure', async () => {
    await open({ largest: 10_000 });
    assert.deepEqual(await send(1, 'x'.repeat(20_000)), {
      kind: 'refused',
      code: 'body_too_long',
      providerCode: '5.3.4',
      retryable: false,
    });
    await close();
    await open({ ledgerFile: join(folder.path, 'nowhere', 'mails.jsonl') });
    const outcome = await send(2);
    assert.ok(outcome.kind === 'refused' && outcome.retryable, JSON.stringify(outcome));
  });
});
