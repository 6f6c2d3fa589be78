import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { jsonOf } from '#http/json-of.ts';
import type { ReadReport, ReportRequest, StatusReport } from '#ports/provider.ts';
import { bounceOf } from './bounce-codes.ts';

export class SendgridKeyInvalid extends Error {
  constructor() {
    super("SendGrid's verification key is base64, as its settings show it under Event Webhook");
    this.name = 'SendgridKeyInvalid';
  }
}

const toleranceS = 300;
/** SendGrid tries again for a day, each time signed anew; what it tells of may be older. */
const signatureHeader = 'x-twilio-email-event-webhook-signature';
const timestampHeader = 'x-twilio-email-event-webhook-timestamp';

/** Whether a request has SendGrid's signature: then it is nobody else's to read. */
export const isOfSendgrid = ({ headers }: ReportRequest): boolean => headers[signatureHeader] !== undefined;

/** Throws SendgridKeyInvalid. */
export const sendgridKeyOf = (base64: string): KeyObject => {
  try {
    return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
  } catch {
    throw new SendgridKeyInvalid();
  }
};

/** Whether SendGrid signed this body, within 300 s of now: ECDSA with SHA-256 over the time and the body as they came. */
export const isSignedBySendgrid = (key: KeyObject, { headers, body }: Pick<ReportRequest, 'headers' | 'body'>, nowMs: number): boolean => {
  const timestamp = headers[timestampHeader] ?? '';
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(nowMs / 1000 - Number(timestamp)) > toleranceS) return false;
  return verify('sha256', Buffer.from(timestamp + body), key, Buffer.from(headers[signatureHeader] ?? '', 'base64'));
};

const event = z.object({
  event: z.enum(['delivered', 'bounce', 'dropped', 'spamreport', 'unsubscribe', 'group_unsubscribe']),
  /** our own Message-ID, which SendGrid keeps */
  'smtp-id': z.string().regex(/^<msg_[a-z0-9-]{1,78}@[^\s<>]{1,255}>$/),
  type: z.string().optional(),
  status: z.string().max(20).optional(),
  reason: z.string().max(2_000).optional().catch(undefined),
});
type SendgridEvent = z.infer<typeof event>;

/** Why SendGrid did not try: a list of its own says that the address bounced, or that the person wants none. */
const droppedCode = (reason = ''): string =>
  /bounced address|invalid/i.test(reason)
    ? 'address_unknown'
    : /unsubscribed|spam reporting/i.test(reason)
      ? 'opted_out'
      : 'provider_error';

/** `blocked`: the other server refused us, not the address. */
const undelivered = ({ event: name, type, status, reason }: SendgridEvent): Pick<StatusReport, 'code' | 'providerCode'> => {
  if (name === 'dropped') return { code: droppedCode(reason) };
  const bounce = bounceOf(status, reason);
  return bounce.code === 'address_unknown' && type === 'blocked' ? { ...bounce, code: 'blocked' } : bounce;
};

/** What a person said who had the mail. */
const said: Readonly<Record<string, string>> = { spamreport: 'complained', unsubscribe: 'opted_out', group_unsubscribe: 'opted_out' };

const reportOf = (accountId: string, told: SendgridEvent): StatusReport => {
  const reference = told['smtp-id'].slice(1, -1);
  const common = { messageId: reference.split('@')[0] ?? '', accountId, reference };
  if (told.event === 'delivered') return { ...common, status: 'delivered' };
  const code = said[told.event];
  if (code !== undefined) return { ...common, status: 'delivered', code, providerCode: told.event };
  return { ...common, status: 'undelivered', ...undelivered(told) };
};

/**
 * Reads SendGrid's events: a list. Opens, clicks and what is not the end of a mail are left out, and so are mails that others sent through the
 * same account. https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event
 */
export const readSendgrid = (about: Readonly<{ accountId: string; key: KeyObject }>, request: ReportRequest, nowMs: number): ReadReport => {
  if (!isSignedBySendgrid(about.key, request, nowMs))
    return { kind: 'foreign', why: 'not signed by SendGrid, or more than five minutes ago' };
  const events = z.array(event.nullable().catch(null)).min(1).max(10_000).safeParse(jsonOf(request.body));
  if (!events.success) return { kind: 'malformed', why: 'no list of events' };
  const [report, ...also] = events.data.flatMap((told) => (told ? [reportOf(about.accountId, told)] : []));
  if (!report) return { kind: 'nothing' };
  return { kind: 'report', report, ...(also.length > 0 && { also }) };
};
