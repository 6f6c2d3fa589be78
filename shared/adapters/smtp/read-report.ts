import type { KeyObject } from 'node:crypto';
import type { ReadReport, ReportRequest } from '#ports/provider.ts';
import { strangerAtGateway, type GatewayLogin } from './gateway-login.ts';
import type { ProofKey } from './mail-proof.ts';
import { readBounce } from './read-bounce.ts';
import { isOfSendgrid, readSendgrid } from './read-sendgrid.ts';

/** Who may tell us what became of mails; nobody, where neither is set. */
export type MailReports = Readonly<{
  accountId: string;
  gateway?: Readonly<{ login: GatewayLogin; key: ProofKey }> | undefined;
  sendgrid?: KeyObject | undefined;
}>;

/** A bounce holds a mail of ours at most, and that has 25 MB nowhere. */
const largestBody = 1_000_000;

/** Mails may have bytes that are no UTF-8, so a gateway may send them in base64 and say so. */
const mailIn = ({ headers, body }: ReportRequest): string =>
  /^base64$/i.test(headers['content-transfer-encoding'] ?? '') ? Buffer.from(body, 'base64').toString('latin1') : body;

/** Reads what a gateway for incoming mail posts, a bounce or a complaint as it came, or the events of a relay. `why` never quotes the request. */
export const readReport = ({ accountId, gateway, sendgrid }: MailReports, request: ReportRequest, nowMs = Date.now()): ReadReport => {
  if (!gateway && !sendgrid)
    return { kind: 'foreign', why: 'this house takes no reports about mails: CARILLON_SMTP_REPORTS says from whom' };
  if (request.method !== 'POST') return { kind: 'malformed', why: 'not a POST' };
  if (request.body.length > largestBody) return { kind: 'malformed', why: 'more than one megabyte' };
  if (sendgrid && (!gateway || isOfSendgrid(request))) return readSendgrid({ accountId, key: sendgrid }, request, nowMs);
  if (!gateway) return { kind: 'foreign', why: 'not signed' };
  const stranger = strangerAtGateway(gateway.login, request, nowMs);
  return stranger ?? readBounce({ accountId, key: gateway.key }, mailIn(request));
};
