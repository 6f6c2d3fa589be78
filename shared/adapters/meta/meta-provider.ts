import { z } from 'zod';
import { openHttpClient } from '#http/one-call.ts';
import { sendOnce, type Told } from '#http/send-once.ts';
import type { Channel, Outcome, OutgoingContent, Provider } from '#ports/provider.ts';
import { refusalOf } from './error-codes.ts';
import { readIncoming } from './read-incoming.ts';
import { readReport, type ReportReader } from './read-report.ts';

export type MetaOptions = ReportReader &
  Readonly<{
    /** of the page */
    accessToken: string;
    /** default: Meta's own host */
    baseUrl?: string | undefined;
    /** default 10,000 */
    callTimeoutMs?: number | undefined;
    /** connections kept open at most; default 64 */
    connections?: number | undefined;
  }>;

const apiVersion = 'v25.0';

const channels = ['messenger', 'instagram'] as const satisfies readonly Channel[];
type OwnContent = Extract<OutgoingContent, { channel: (typeof channels)[number] }>;
const isOwn = (content: OutgoingContent): content is OwnContent => (channels as readonly Channel[]).includes(content.channel);

/** Messenger counts characters, Instagram bytes. */
const isTooLong = ({ channel, body }: OwnContent): boolean =>
  channel === 'messenger' ? body.length > 2_000 : Buffer.byteLength(body) > 1_000;

const sent = z.object({ message_id: z.string().min(1) });
const refused = z.object({ error: z.object({ code: z.number().int(), error_subcode: z.number().int().optional() }) });

const outcomeOf = ({ statusCode, json }: Told): Outcome => {
  const made = statusCode === 200 ? sent.safeParse(json) : undefined;
  if (made?.success) return { kind: 'accepted', reference: made.data.message_id };
  const told = statusCode >= 400 ? refused.safeParse(json) : undefined;
  if (!told?.success) return { kind: 'unknown', code: 'unreadable_answer' };
  const { code, error_subcode: subcode = 0 } = told.data.error;
  const refusal = refusalOf(code, subcode);
  if (!refusal) return { kind: 'unknown', code: 'provider_error' };
  return { kind: 'refused', code: refusal.code, retryable: refusal.retryable ?? false, providerCode: String(subcode || code) };
};

/**
 * Meta's Graph API for the messages of a page: Messenger and Instagram, both only within 24 hours of what a person wrote. The echo of a
 * message carries its metadata back, which is our message id.
 */
export const metaProvider = async (options: MetaOptions): Promise<Provider> => {
  const { accountId, accessToken, callTimeoutMs = 10_000, connections = 64 } = options;
  const base = new URL(options.baseUrl ?? 'https://graph.facebook.com');
  const http = await openHttpClient({ origin: base.origin, callTimeoutMs, connections });
  const prefix = `${base.pathname.replace(/\/+$/, '')}/${apiVersion}`;
  const headers = ['authorization', `Bearer ${accessToken}`, 'content-type', 'application/json', 'accept', 'application/json'];
  return {
    name: 'meta',
    accountId,
    channels,
    callTimeoutMs,
    send: async ({ messageId, to, from, content }) => {
      if (!isOwn(content)) return { kind: 'refused', code: 'channel_unsupported', retryable: false };
      if (isTooLong(content)) return { kind: 'refused', code: 'body_too_long', retryable: false };
      const message = { text: content.body.toWellFormed(), metadata: messageId };
      const body = JSON.stringify({ recipient: { id: to }, messaging_type: 'UPDATE', message });
      return sendOnce(http, { method: 'POST', path: `${prefix}/${encodeURIComponent(from)}/messages`, headers, body }, outcomeOf);
    },
    // nothing can be asked by recipient, nor by message: what Meta keeps of a message says not what became of it
    listLagMs: 0,
    readReport: (request) => readReport(options, request),
    readIncoming: (request) => readIncoming(options, request),
    close: http.close,
  };
};
