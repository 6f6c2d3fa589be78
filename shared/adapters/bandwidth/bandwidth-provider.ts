import { z } from 'zod';
import { openHttpClient } from '#http/one-call.ts';
import { askOnce, NotAnswered, sendOnce, type Told } from '#http/send-once.ts';
import type { Channel, Looked, Outcome, Outgoing, OutgoingContent, Provider, ReportedStatus } from '#ports/provider.ts';
import { codeOf } from './error-codes.ts';
import { readIncoming } from './read-incoming.ts';
import { readReport, type ReportReader } from './read-report.ts';

export type BandwidthOptions = ReportReader &
  Readonly<{
    /** number of the account, a part of each address */
    accountNumber: string;
    user: string;
    password: string;
    /** default: Bandwidth's own host */
    baseUrl?: string | undefined;
    /** default 10,000 */
    callTimeoutMs?: number | undefined;
    /** connections kept open at most; default 64 */
    connections?: number | undefined;
  }>;

const channels = ['sms', 'mms'] as const satisfies readonly Channel[];
type OwnContent = Extract<OutgoingContent, { channel: (typeof channels)[number] }>;
const isOwn = (content: OutgoingContent): content is OwnContent => (channels as readonly Channel[]).includes(content.channel);

const longestText = 2_048;
const [leastValidityS, mostValidityS] = [1, 4 * 3_600];

const accepted = z.object({ id: z.string().min(1), segmentCount: z.number().int().positive().optional() });
/** All of them are documented as not sent; what else looks like a problem (RFC 9457) may come from somebody on the way. */
const refusal = z.object({
  type: z.string().regex(/^[a-z]{3,}(?:-[a-z]+)*$/),
  description: z.string(),
  fieldErrors: z.array(z.object({ fieldName: z.string() })).optional(),
});

/** What is wrong with a field of ours. */
const fieldCodes: Readonly<Record<string, string>> = {
  to: 'number_invalid',
  from: 'sender_not_allowed',
  text: 'content_invalid',
  media: 'media_invalid',
  applicationId: 'sender_not_allowed',
  expiration: 'validity_invalid',
};

const outcomeOf = ({ statusCode, json }: Told): Outcome => {
  const made = statusCode === 202 ? accepted.safeParse(json) : undefined;
  if (made?.success) {
    const { id, segmentCount } = made.data;
    return { kind: 'accepted', reference: id, ...(segmentCount !== undefined && { segments: segmentCount }) };
  }
  if (statusCode === 401) return { kind: 'refused', code: 'auth_failed', retryable: true, providerCode: '401' };
  const refused = statusCode >= 400 ? refusal.safeParse(json) : undefined;
  if (!refused?.success) return { kind: 'unknown', code: 'unreadable_answer' };
  const { type, fieldErrors = [] } = refused.data;
  if (statusCode === 403) return { kind: 'refused', code: 'sender_not_allowed', retryable: false, providerCode: type };
  const field = fieldErrors[0]?.fieldName.replace(/\[.*$/, '') ?? '';
  return { kind: 'refused', code: fieldCodes[field] ?? 'provider_error', retryable: false, providerCode: type };
};

/** Its callbacks go to the application's address, and carry the tag back. */
const requestOf = (applicationId: string, { messageId, to, from, validitySeconds }: Outgoing, content: OwnContent, now: number) => ({
  applicationId,
  to: [to],
  from,
  text: content.body.toWellFormed(),
  tag: messageId,
  ...(content.channel === 'mms' && { media: content.media }),
  ...(validitySeconds !== undefined && {
    expiration: new Date(now + Math.min(Math.max(Math.floor(validitySeconds), leastValidityS), mostValidityS) * 1000).toISOString(),
  }),
});

const statuses: Readonly<Record<string, ReportedStatus>> = {
  QUEUED: 'sending',
  ACCEPTED: 'sending',
  SENDING: 'sending',
  SENT: 'sent',
  DELIVERED: 'delivered',
  FAILED: 'undelivered',
  UNDELIVERED: 'undelivered',
};
const list = z.object({
  messages: z.array(
    z.object({
      messageId: z.string(),
      messageStatus: z.string(),
      errorCode: z.number().int().nullish(),
      segmentCount: z.number().int().positive().nullish(),
    }),
  ),
});

const lookedAt = (json: unknown, reference: string): Looked | undefined => {
  const parsed = list.safeParse(json);
  if (!parsed.success) throw new NotAnswered('unreadable_answer');
  const found = parsed.data.messages.find(({ messageId }) => messageId === reference);
  if (!found) return undefined;
  const status = Object.hasOwn(statuses, found.messageStatus) ? statuses[found.messageStatus] : undefined;
  if (!status) throw new NotAnswered('unreadable_answer');
  const { errorCode, segmentCount } = found;
  return {
    status,
    ...(status === 'undelivered' && { code: errorCode ? codeOf(errorCode) : 'provider_error' }),
    ...(status === 'undelivered' && errorCode && { providerCode: String(errorCode) }),
    ...(segmentCount && { segments: segmentCount }),
  };
};

/** Bandwidth's messages API, version 2. */
export const bandwidthProvider = async (options: BandwidthOptions): Promise<Provider> => {
  const { applicationId, accountNumber, callTimeoutMs = 10_000, connections = 64 } = options;
  const base = new URL(options.baseUrl ?? 'https://messaging.bandwidth.com');
  const http = await openHttpClient({ origin: base.origin, callTimeoutMs, connections });
  const path = `${base.pathname.replace(/\/+$/, '')}/api/v2/users/${encodeURIComponent(accountNumber)}/messages`;
  const basic = Buffer.from(`${options.user}:${options.password}`).toString('base64');
  const headers = ['authorization', `Basic ${basic}`, 'accept', 'application/json', 'user-agent', 'carillon'];
  return {
    name: 'bandwidth',
    accountId: applicationId,
    channels,
    callTimeoutMs,
    send: async (message) => {
      const { content } = message;
      if (!isOwn(content)) return { kind: 'refused', code: 'channel_unsupported', retryable: false };
      if (content.body.length > longestText) return { kind: 'refused', code: 'body_too_long', retryable: false };
      const body = JSON.stringify(requestOf(applicationId, message, content, Date.now()));
      return sendOnce(
        http,
        { method: 'POST', path, headers: [...headers, 'content-type', 'application/json; charset=utf-8'], body },
        outcomeOf,
      );
    },
    look: async (reference) => {
      const json = await askOnce(http, { method: 'GET', path: `${path}?messageId=${encodeURIComponent(reference)}`, headers });
      return json === undefined ? undefined : lookedAt(json, reference);
    },
    // its list shows no words, and by number and time alone one message would be taken for another
    listLagMs: 0,
    readReport: (request) => readReport(options, request),
    readIncoming: (request) => readIncoming(options, request),
    close: http.close,
  };
};
