import { smtpProvider } from '#adapters/smtp/smtp-provider.ts';
import type { OutgoingContent } from '#ports/provider.ts';
import type { OpenedProvider } from '../contracts/provider.opened.ts';
import { openCallbackReceiver } from './callback-receiver.ts';
import { openMailServer, type MailServer } from './mail-server.ts';
import { readMail } from './read-mail.ts';

const refused = (code: string, providerCode: string, retryable = false) => ({ kind: 'refused', code, providerCode, retryable }) as const;
const unwritable = (code: string) => ({ kind: 'refused', code, retryable: false }) as const;

/** By RFC 5321 (4.2) and RFC 3463. */
const refusals: OpenedProvider['refusals'] = [
  { title: 'no mailbox', message: { to: 'unknown@example.com' }, outcome: refused('address_unknown', '5.1.1') },
  { title: 'no mailbox, in the old words', message: { to: 'gone@example.com' }, outcome: refused('address_unknown', '550') },
  { title: 'full', message: { to: 'full@example.com' }, outcome: refused('mailbox_full', '5.2.2') },
  { title: 'no relaying', message: { to: 'relay@example.com' }, outcome: refused('sender_not_allowed', '5.7.1') },
  { title: 'blocked', message: { to: 'blocked@example.com' }, outcome: refused('blocked', '5.7.1') },
  { title: 'busy', message: { to: 'busy@example.com' }, outcome: refused('rate_limited', '4.2.1', true) },
  { title: 'spam', message: { to: 'spam@example.com' }, outcome: refused('mail_filtered', '5.7.1') },
  { title: 'sender', message: { from: 'stranger@example.com' }, outcome: refused('sender_not_allowed', '5.1.8') },
  { title: 'no address', message: { to: 'ana at example.com' }, outcome: unwritable('address_invalid') },
  { title: 'two addresses', message: { to: 'ana@example.com,bob@example.com' }, outcome: unwritable('address_invalid') },
  { title: 'a header of its own', message: { to: 'ana@example.com\r\nBcc: bob@example.com' }, outcome: unwritable('address_invalid') },
  { title: 'no sender', message: { from: 'Clinic' }, outcome: unwritable('sender_not_allowed') },
];

export const emailContent = (words: string): Extract<OutgoingContent, { channel: 'email' }> => ({
  channel: 'email',
  subject: `For you: ${words}`,
  text: `${words}\n.\n.. and a line with one dot above`,
  html: `<p>${words}</p><p>Été &amp; más</p>`,
  unsubscribeUrl: 'https://carillon.example/unsubscribe?t=abc-123&u=%20x',
});

export type OpenedSmtp = OpenedProvider & Readonly<{ server: MailServer; url: (port: number, password?: string) => string }>;

const login = { user: 'carillon@example.com', pass: 'p@ss:word/1' };

/** The SMTP adapter against a mail server on loopback. */
export const openSmtp = async (): Promise<OpenedSmtp> => {
  const server = await openMailServer({}, login);
  const receiver = await openCallbackReceiver();
  const url = (port: number, password = login.pass) =>
    `smtp://${encodeURIComponent(login.user)}:${encodeURIComponent(password)}@127.0.0.1:${port}`;
  const provider = await smtpProvider({ url: url(server.port), callTimeoutMs: 1_000 });
  return {
    provider,
    receiver,
    server,
    url,
    to: 'ana@example.com',
    from: 'Clinic of Dr. Ng <mail@clinic.example>',
    content: emailContent,
    trouble: (kind) => Promise.resolve(server.trouble(kind)),
    received: (recipient) =>
      Promise.resolve(
        server.mails
          .filter(({ to }) => to === recipient)
          .map(({ raw }) => {
            const { headers, parts } = readMail(raw);
            const content = {
              channel: 'email' as const,
              subject: headers['subject'] ?? '',
              text: (parts['text/plain'] ?? '').replaceAll('\r\n', '\n'),
              html: parts['text/html'] ?? '',
              unsubscribeUrl: headers['list-unsubscribe']?.slice(1, -1) ?? '',
            };
            return { to: headers['to'] ?? '', from: headers['from']?.replaceAll('"', '') ?? '', content };
          }),
      ),
    refusals,
    on: (port) => smtpProvider({ url: url(port), callTimeoutMs: 1_000 }),
    stranger: () => smtpProvider({ url: url(server.port, 'another'), callTimeoutMs: 1_000 }),
    strangeReference: 'msg_nobody-1-2-email-0@clinic.example',
    secrets: [login.pass, encodeURIComponent(login.pass), Buffer.from(login.pass).toString('base64')],
    close: async () => {
      await provider.close();
      await server.close();
      await receiver.close();
    },
  };
};
