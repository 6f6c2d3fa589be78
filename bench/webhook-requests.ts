import { createHmac } from 'node:crypto';
import { signTwilioRequest } from '#adapters/simulator/sign.ts';
import { signingKeyOf } from '#adapters/simulator/telnyx/account.ts';
import { signedHeaders } from '#adapters/simulator/telnyx/webhooks.ts';
import { messageIdOf } from '#domain/kernel/ids.ts';

/** Which webhooks are made: reports about the messages of a packet, or replies from as many people. */
export type WebhookJob = Readonly<{
  kind: 'twilio' | 'telnyx' | 'replies';
  port: number;
  accountId: string;
  /** what they are signed with */
  secret: string;
  packetId: string;
  rows: number;
  count: number;
  /** no id comes twice in a benchmark */
  from: number;
}>;

const rowsPerChunk = 500;
const firstRow = 2;
const own = '+12085550199';
const hex = (prefix: string, n: number): string => prefix + n.toString(16).padStart(32, '0');
const phoneOf = (n: number): string => `+1208555${String(n % 10_000).padStart(4, '0')}`;

/** Messages of all chunks by turns, as a network reports them; each is reported more than once. */
const messageOf = ({ packetId, rows, from }: WebhookJob, n: number): Readonly<{ messageId: string; row: number; isFirst: boolean }> => {
  const row = ((from + n) * 7919) % rows;
  const place = { row: row + firstRow, channel: 'sms', offset: 0 } as const;
  return { messageId: messageIdOf(packetId, Math.floor(row / rowsPerChunk), place), row, isFirst: Math.floor((from + n) / rows) % 2 === 0 };
};

const post = (job: WebhookJob, path: string, { headers, body }: Readonly<{ headers: readonly string[]; body: string }>): Buffer => {
  const lines = [`POST ${path} HTTP/1.1`, `Host: 127.0.0.1:${job.port}`, `Content-Length: ${Buffer.byteLength(body)}`];
  for (let n = 0; n < headers.length; n += 2) lines.push(`${headers[n]}: ${headers[n + 1]}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
};

const formPost = (job: WebhookJob, path: string, params: Readonly<Record<string, string>>): Buffer => {
  const signature = signTwilioRequest(job.secret, `http://127.0.0.1:${job.port}${path}`, params);
  const headers = ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8', 'X-Twilio-Signature', signature];
  // beside what is read: what Twilio sends too, so that it has to be taken in
  const others = ['I-Twilio-Idempotency-Token', hex('', job.from), 'Accept', '*/*', 'User-Agent', 'TwilioProxy/1.1'];
  return post(job, path, { headers: [...headers, ...others], body: new URLSearchParams(params).toString() });
};

const twilioReport = (job: WebhookJob, n: number): Buffer => {
  const { messageId, row, isFirst } = messageOf(job, n);
  const status = isFirst ? 'sent' : 'delivered';
  const sid = hex('SM', row);
  return formPost(job, `/messages/status/twilio?m=${messageId}`, {
    ApiVersion: '2010-04-01',
    MessageStatus: status,
    SmsSid: sid,
    SmsStatus: status,
    To: phoneOf(row),
    From: own,
    MessageSid: sid,
    AccountSid: job.accountId,
    ...(isFirst ? {} : { RawDlrDoneDate: '2611201652' }),
  });
};

const telnyxReport = (job: WebhookJob, n: number): Buffer => {
  const { messageId, row, isFirst } = messageOf(job, n);
  const path = `/messages/status/telnyx?m=${messageId}`;
  const uuid = `40310000-0000-4000-8000-${row.toString(16).padStart(12, '0')}`;
  const url = `http://127.0.0.1:${job.port}${path}`;
  const at = '2026-11-20T16:52:00.000+00:00';
  const to = [{ carrier: 'Example Mobile', line_type: 'Wireless', phone_number: phoneOf(row), status: isFirst ? 'sent' : 'delivered' }];
  const payload = {
    id: uuid,
    record_type: 'message',
    direction: 'outbound',
    messaging_profile_id: job.accountId,
    organization_id: uuid,
    from: { carrier: 'Telnyx', line_type: 'Wireless', phone_number: own },
    to,
    cc: [],
    media: [],
    tags: [],
    errors: [],
    text: 'Hi Maria, you see Dr. Lee on Tue Mar 3 at 9:30 AM. Reply C to confirm, R to change, X if you can not come.',
    type: 'SMS',
    encoding: 'GSM-7',
    parts: 1,
    cost: { amount: '0.0040', currency: 'USD' },
    valid_until: at,
    received_at: at,
    sent_at: at,
    completed_at: isFirst ? null : at,
    webhook_url: url,
    webhook_failover_url: null,
  };
  const event = { event_type: isFirst ? 'message.sent' : 'message.finalized', id: uuid, occurred_at: at, payload, record_type: 'event' };
  const body = JSON.stringify({ data: event, meta: { attempt: 1, delivered_to: url } });
  return post(job, path, { headers: signedHeaders(signingKeyOf(job.secret), body, Date.now()), body });
};

const wordings = ['C', 'yes please', 'See you then!', 'R', "can't make it", 'what time was it again?'];

const twilioReply = (job: WebhookJob, n: number): Buffer => {
  const sid = createHmac('sha256', job.secret)
    .update(String(job.from + n))
    .digest('hex')
    .slice(0, 32);
  return formPost(job, '/messages/incoming/twilio', {
    ToCountry: 'US',
    ToState: 'ID',
    SmsMessageSid: `SM${sid}`,
    NumMedia: '0',
    ToCity: 'BOISE',
    FromZip: '83702',
    SmsSid: `SM${sid}`,
    FromState: 'ID',
    SmsStatus: 'received',
    FromCity: 'BOISE',
    Body: wordings[n % wordings.length] ?? '',
    FromCountry: 'US',
    To: own,
    ToZip: '83702',
    NumSegments: '1',
    MessageSid: `SM${sid}`,
    AccountSid: job.accountId,
    From: phoneOf(n),
    ApiVersion: '2010-04-01',
  });
};

const makers = { twilio: twilioReport, telnyx: telnyxReport, replies: twilioReply };

/** Whole requests, signed, as they go over the wire. */
export const webhookRequests = (job: WebhookJob): readonly Buffer[] =>
  Array.from({ length: job.count }, (_, n) => makers[job.kind](job, n));
