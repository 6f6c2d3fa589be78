import type { Outcome, Outgoing, Provider } from '#ports/provider.ts';
import { linePool } from './line-pool.ts';
import { secretBytes, type GatewayLogin } from './gateway-login.ts';
import { writeMail } from './mail.ts';
import { openMailLine } from './mail-line.ts';
import { outcomeOfFailure } from './outcome.ts';
import { sendgridKeyOf } from './read-sendgrid.ts';
import { readReport, type MailReports } from './read-report.ts';
import { serverAddressOf } from './server-address.ts';

export type SmtpOptions = Readonly<{
  /** smtps://user:password@host:465, or smtp://…:587, which begins TLS by STARTTLS */
  url: string;
  /** default: the server's host */
  accountId?: string | undefined;
  /** default: TLS is demanded, unless the server is on this machine */
  tls?: 'required' | 'none' | undefined;
  /** PEM of who vouches for the server besides those that Node knows */
  ca?: string | undefined;
  /**
   * where servers send what they could not deliver (bounces); default: the sender's address. `{message}` in it stands for the message and its proof,
   * so that each has an address of its own
   */
  returnAddress?: string | undefined;
  /** who brings us bounces and complaints; default: nobody */
  reports?: SmtpReports | undefined;
  /** default 10,000; waiting for a line, the mail and the server's answer */
  callTimeoutMs?: number | undefined;
  /** lines kept open at most; default 8 */
  connections?: number | undefined;
  /** mails over one line; default 100 */
  mailsPerLine?: number | undefined;
}>;

/** A gateway that posts mails as they come in, and SendGrid's verification key where it is the relay. */
export type SmtpReports = Readonly<{ gateway?: GatewayLogin | undefined; sendgrid?: string | undefined }>;

/** below the five minutes for which servers have to wait (RFC 5321, 4.5.3.2.7) */
const idleMs = 60_000;

const reportsOf = (accountId: string, { gateway, sendgrid }: SmtpReports = {}): MailReports => {
  if (gateway && 'secret' in gateway) secretBytes(gateway.secret);
  const key = gateway && ('secret' in gateway ? gateway.secret : gateway.password);
  return {
    accountId,
    ...(gateway && key !== undefined && { gateway: { login: gateway, key } }),
    ...(sendgrid !== undefined && { sendgrid: sendgridKeyOf(sendgrid) }),
  };
};

/**
 * E-mail through any mail server, by nodemailer's own connection and composer. Its pool is left out: it hands a mail over again when a
 * connection ends. Loads the package with the first mail. Throws ServerAddressInvalid, GatewaySecretInvalid, SendgridKeyInvalid.
 */
export const smtpProvider = async (options: SmtpOptions): Promise<Provider> => {
  const { callTimeoutMs = 10_000, connections = 8, mailsPerLine = 100, returnAddress, ca } = options;
  const server = serverAddressOf(options.url, options.tls);
  const accountId = options.accountId ?? server.host;
  const reports = reportsOf(accountId, options.reports);
  const written = { returnAddress, proofKey: reports.gateway?.key };
  const pool = linePool({ open: (deadline) => openMailLine({ server, ca }, deadline), connections, mailsPerLine, idleMs });
  const send = async (message: Outgoing): Promise<Outcome> => {
    const { content } = message;
    if (content.channel !== 'email') return { kind: 'refused', code: 'channel_unsupported', retryable: false };
    try {
      const mail = await writeMail({ message, content }, written);
      await pool.send(mail, callTimeoutMs);
      return { kind: 'accepted', reference: mail.id };
    } catch (error) {
      return outcomeOfFailure(error);
    }
  };
  return {
    name: 'smtp',
    accountId,
    channels: ['email'],
    callTimeoutMs,
    send,
    // a mail server keeps no list that a sender could ask
    isMute: true,
    listLagMs: 0,
    readReport: (request) => readReport(reports, request),
    close: () => Promise.resolve(pool.close()),
  };
};
