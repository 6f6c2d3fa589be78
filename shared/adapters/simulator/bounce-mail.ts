import { createHash, createHmac, randomUUID } from 'node:crypto';
import { request } from 'undici';

/** Where reports about mails go, and what signs them (whsec_…, Standard Webhooks). */
export type BounceGateway = Readonly<{ url: string; secret: string }>;

type Mailed = Readonly<{ from: string; to: string; mail: Buffer }>;

/** What the gateway of a simulated network signs with, made of the network's only secret. */
export const bounceSecretOf = (token: string): string => `whsec_${createHash('sha256').update(`bounces ${token}`).digest('base64')}`;

const crlf = '\r\n';
const boundary = 'report-of-a-simulated-mail-server';

const headOf = (mail: Buffer): string => {
  const text = mail.toString('latin1');
  const end = text.indexOf(crlf + crlf);
  return end < 0 ? text : text.slice(0, end);
};

const report = (type: string, { from, to, mail }: Mailed, fields: readonly string[]): string =>
  [
    'From: Mail Delivery System <mailer-daemon@localhost>',
    `To: <${from}>`,
    'Subject: Report about a mail of yours',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${type}; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain',
    '',
    `This is about your mail to ${to}.`,
    `--${boundary}`,
    `Content-Type: message/${type}`,
    '',
    ...fields,
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    headOf(mail),
    `--${boundary}--`,
    '',
  ].join(crlf);

/** RFC 3464 */
const bounce = (mailed: Mailed, status: string, answer: string): string =>
  report('delivery-status', mailed, [
    'Reporting-MTA: dns; localhost',
    '',
    `Final-Recipient: rfc822; ${mailed.to}`,
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${answer}`,
  ]);

/** By the part of an address before @ or +: as the test addresses of mail services are. */
const reports: Readonly<Record<string, (mailed: Mailed) => string>> = {
  bounce: (mailed) => bounce(mailed, '5.1.1', '550 5.1.1 no such mailbox here'),
  full: (mailed) => bounce(mailed, '5.2.2', '552 5.2.2 mailbox full'),
  complaint: (mailed) => report('feedback-report', mailed, ['Feedback-Type: abuse', 'User-Agent: simulator/1', 'Version: 1']),
};

const timeoutMs = 5_000;
const mostTries = 3;

const post = async ({ url, secret }: BounceGateway, body: string): Promise<number> => {
  const id = `bounce_${randomUUID()}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  const headers = {
    'content-type': 'message/rfc822',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  const answer = await request(url, { method: 'POST', headers, body, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  await answer.body.dump();
  return answer.statusCode;
};

/** Posts what becomes of a mail to such an address; to any other: nothing. Whoever does not take it after three times hears nothing of it. */
export const reportMail = async (gateway: BounceGateway, mailed: Mailed): Promise<void> => {
  const local = (mailed.to.split(/[@+]/)[0] ?? '').toLowerCase();
  const made = Object.hasOwn(reports, local) ? reports[local]?.(mailed) : undefined;
  // names and subjects of headers may be any bytes; the door takes UTF-8
  const body = made === undefined ? undefined : Buffer.from(made, 'latin1').toString('utf8');
  if (body === undefined) return;
  for (let left = mostTries; left > 0; left--) {
    // again alone where nobody answered, or could not
    const status = await post(gateway, body).catch(() => 500);
    if (status < 500) return;
  }
};
