import { z } from 'zod';
import { openHttpClient, type HttpClient } from '#http/one-call.ts';
import { providerClock, type ProviderClock } from '#http/provider-clock.ts';
import { askOnce, NotAnswered, sendOnce, type Told } from '#http/send-once.ts';
import type { Found, Looked, Outcome, Outgoing, Provider } from '#ports/provider.ts';
import { refusalOf } from './error-codes.ts';
import { readIncoming } from './read-incoming.ts';
import { readReport, type ReportReader } from './read-report.ts';
import { billOf, fateOf, recipientOf, sentMessage, type SentMessage } from './sent-message.ts';

export type MessagebirdOptions = ReportReader &
  Readonly<{
    accessKey: string;
    /** default: MessageBird's own host */
    baseUrl?: string | undefined;
    /** default 10,000 */
    callTimeoutMs?: number | undefined;
    /** default 5 minutes */
    listLagMs?: number | undefined;
    /** connections kept open at most; default 64 */
    connections?: number | undefined;
  }>;

const longestText = 1_377;
const mostValidityS = 172_800;
const listed = 200;

const errors = z.object({
  errors: z.array(z.object({ code: z.number().int(), parameter: z.string().nullish() })).min(1),
});

const outcomeOf = ({ statusCode, json }: Told): Outcome => {
  const made = statusCode < 300 ? sentMessage.safeParse(json) : undefined;
  if (made?.success) return { kind: 'accepted', reference: made.data.id, ...billOf(made.data) };
  const refused = statusCode >= 400 ? errors.safeParse(json) : undefined;
  const [first] = refused?.success ? refused.data.errors : [];
  const refusal = first && refusalOf(first.code, first.parameter ?? '');
  return refusal ? { kind: 'refused', ...refusal, providerCode: String(first.code) } : { kind: 'unknown', code: 'unreadable_answer' };
};

/** The network reports only of messages that have a reference; it is the account, and the address names the message. */
const requestOf = (accountId: string, { to, from, callbackUrl, validitySeconds }: Outgoing, body: string) => ({
  originator: from,
  recipients: [to.replace(/^\+/, '')],
  body: body.toWellFormed(),
  datacoding: 'auto',
  reference: accountId,
  reportUrl: callbackUrl,
  ...(validitySeconds !== undefined && { validity: Math.min(Math.max(Math.floor(validitySeconds), 1), mostValidityS) }),
});

const fateIn = (message: SentMessage) => {
  const { status, statusErrorCode } = recipientOf(message) ?? { status: '' };
  return fateOf(status, statusErrorCode ?? undefined);
};

const lookedAt = (json: unknown): Looked => {
  const parsed = sentMessage.safeParse(json);
  const fate = parsed.success ? fateIn(parsed.data) : undefined;
  if (!parsed.success || !fate) throw new NotAnswered('unreadable_answer');
  return { ...fate, ...billOf(parsed.data) };
};

/** An unreadable time or status must not make a message look absent: absent may mean that it is sent again. */
const foundOf = (message: SentMessage, floor: string): Found => {
  const { status = 'sending', code } = fateIn(message) ?? {};
  const made = Date.parse(message.createdDatetime ?? '');
  const createdAt = Number.isNaN(made) ? floor : new Date(made).toISOString();
  const to = `+${String(recipientOf(message)?.recipient ?? '').replace(/^\+/, '')}`;
  return { reference: message.id, to, body: message.body ?? '', createdAt, status, ...(code !== undefined && { errorCode: code }) };
};

const list = z.object({ totalCount: z.number().int(), items: z.array(sentMessage) });

/** The same client, whose every answer says what time it is there. */
const clocked = (http: HttpClient, clock: ProviderClock): HttpClient => ({
  ...http,
  call: async (call) => {
    const answer = await http.call(call);
    clock.read(answer.headers['date']);
    return answer;
  },
});

/** MessageBird's SMS API. */
export const messagebirdProvider = async (options: MessagebirdOptions): Promise<Provider> => {
  const { accountId, callTimeoutMs = 10_000, listLagMs = 300_000, connections = 64 } = options;
  const base = new URL(options.baseUrl ?? 'https://rest.messagebird.com');
  const clock = providerClock();
  const http = clocked(await openHttpClient({ origin: base.origin, callTimeoutMs, connections }), clock);
  const path = `${base.pathname.replace(/\/+$/, '')}/messages`;
  const headers = ['authorization', `AccessKey ${options.accessKey}`, 'accept', 'application/json', 'user-agent', 'carillon'];
  return {
    name: 'messagebird',
    accountId,
    channels: ['sms'],
    callTimeoutMs,
    send: async (message) => {
      const { content } = message;
      if (content.channel !== 'sms') return { kind: 'refused', code: 'channel_unsupported', retryable: false };
      if (content.body.length > longestText) return { kind: 'refused', code: 'body_too_long', retryable: false };
      const body = JSON.stringify(requestOf(accountId, message, content.body));
      return sendOnce(http, { method: 'POST', path, headers: [...headers, 'content-type', 'application/json'], body }, outcomeOf);
    },
    find: async (to, withinMs) => {
      if (!clock.isKnown()) await askOnce(http, { method: 'GET', path: `${path}?limit=1`, headers });
      // whole seconds, as MessageBird keeps them
      const floor = new Date(Math.floor((clock.now() - withinMs) / 1000) * 1000 - 1_000).toISOString();
      const query = new URLSearchParams({ recipient: to.replace(/^\+/, ''), direction: 'mt', from: floor, limit: String(listed) });
      const parsed = list.safeParse(await askOnce(http, { method: 'GET', path: `${path}?${query.toString()}`, headers }));
      if (!parsed.success) throw new NotAnswered('unreadable_answer');
      if (parsed.data.totalCount > parsed.data.items.length) throw new NotAnswered('too_long');
      return parsed.data.items.map((message) => foundOf(message, floor)).filter(({ createdAt }) => createdAt >= floor);
    },
    look: async (reference) => {
      const json = await askOnce(http, { method: 'GET', path: `${path}/${encodeURIComponent(reference)}`, headers });
      return json === undefined ? undefined : lookedAt(json);
    },
    listLagMs,
    readReport: (request) => readReport(options, request),
    readIncoming: (request) => readIncoming(options, request),
    close: http.close,
  };
};
