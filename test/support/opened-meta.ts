import { createHmac } from 'node:crypto';
import { metaProvider, type MetaOptions } from '#adapters/meta/meta-provider.ts';
import type { OpenedProvider, ReportChange } from '../contracts/provider.opened.ts';
import { openCallbackReceiver } from './callback-receiver.ts';
import { openSmallNetwork, type Answer, type Dialect } from './small-network.ts';

export const metaPage = { accountId: '100000000055501', accessToken: 'page-token-of-a-test', appSecret: 'app-secret-of-a-test' };
const { accountId, accessToken, appSecret } = metaPage;
const person = '5500000000000123';
export const metaReference = 'm_AG5Hz2Uq7tuwNEhXfYYKj8mJEM_QPpz5';

export const hubSignature = (body: string, secret = appSecret): Record<'x-hub-signature-256', string> => ({
  'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
});

/** One webhook of a page. */
export const webhookOf = (messaging: readonly object[], page = accountId): string =>
  JSON.stringify({ object: 'page', entry: [{ id: page, time: 1_790_000_000_000, messaging }] });

export const echoOf = (mid: string, metadata?: string) => ({
  sender: { id: accountId },
  recipient: { id: person },
  timestamp: 1_790_000_000_000,
  message: { is_echo: true, app_id: 55_501, mid, text: 'added without notice', ...(metadata !== undefined && { metadata }) },
});

const refusedBy = (code: number, subcode?: number, status = 400): Answer => ({
  status,
  json: {
    error: {
      message: 'not said here',
      type: 'OAuthException',
      code,
      ...(subcode !== undefined && { error_subcode: subcode }),
      fbtrace_id: 'x',
    },
  },
});

/** People of the network, by what becomes of messages to them. */
const people: Readonly<Record<string, Answer>> = {
  '5500000000000001': refusedBy(100, 2_018_001),
  '5500000000000002': refusedBy(10, 2_018_278),
  '5500000000000003': refusedBy(551, 1_545_041),
  '5500000000000004': refusedBy(10, 2_534_022),
};

type Request = Readonly<{ recipient: Readonly<{ id: string }>; message: Readonly<{ text: string; metadata: string }> }>;

const dialectOf = (callbackOrigin: string, channel: 'messenger' | 'instagram'): Dialect => ({
  isKnown: ({ authorization }) => authorization === `Bearer ${accessToken}`,
  stranger: refusedBy(190, undefined, 401),
  isCreate: (asked) => asked.method === 'POST' && /^\/v\d+\.0\/\d+\/messages$/.test(asked.path),
  take: ({ path, body }) => {
    const { recipient, message } = JSON.parse(body) as Request;
    const [, , from = ''] = path.split('/');
    if (from !== accountId) return refusedBy(200, undefined, 403);
    return people[recipient.id] ?? { to: recipient.id, from, content: { channel, body: message.text }, tag: message.metadata };
  },
  idOf: (number) => `${metaReference}${number}`,
  created: ({ id, to }) => ({ status: 200, json: { recipient_id: to, message_id: id } }),
  troubles: {
    'too many requests': refusedBy(613, undefined, 429),
    error: refusedBy(2, undefined, 500),
    unavailable: refusedBy(2, undefined, 503),
  },
  ask: () => refusedBy(100, 33),
  steps: ['sent'],
  report: ({ id, tag }) => {
    const body = webhookOf([echoOf(id, tag)]);
    return { method: 'POST', url: `${callbackOrigin}/messages/status/meta`, headers: hubSignature(body), body };
  },
});

const refused = (code: string, providerCode: string, retryable = false) => ({ kind: 'refused', code, providerCode, retryable }) as const;

export const openMeta = async (channel: 'messenger' | 'instagram'): Promise<OpenedProvider> => {
  const receiver = await openCallbackReceiver();
  const network = await openSmallNetwork(dialectOf(receiver.origin, channel));
  const options: MetaOptions = {
    ...metaPage,
    verifyToken: 'verify-token-of-a-test',
    baseUrl: network.baseUrl,
    callTimeoutMs: 1_000,
    connections: 200,
  };
  const provider = await metaProvider(options);
  const signed = ({ query = '?m=msg_abc-1-2-sms-0', reference = metaReference, accountId: page }: ReportChange) => {
    const body = webhookOf([echoOf(reference, query === '' ? undefined : query.replace('?m=', ''))], page);
    return { method: 'POST', url: `${receiver.origin}/messages/status/meta`, headers: hubSignature(body), body };
  };
  return {
    provider,
    receiver,
    to: person,
    from: accountId,
    content: (words) => ({ channel, body: words }),
    trouble: network.trouble,
    received: network.received,
    refusals: [
      { title: 'nobody', message: { to: '5500000000000001' }, outcome: refused('recipient_unknown', '2018001') },
      { title: 'not within a day', message: { to: '5500000000000002' }, outcome: refused('conversation_closed', '2018278') },
      { title: 'not within a day, on Instagram', message: { to: '5500000000000004' }, outcome: refused('conversation_closed', '2534022') },
      { title: 'blocked', message: { to: '5500000000000003' }, outcome: refused('blocked', '1545041') },
      { title: 'page of others', message: { from: '100000000055502' }, outcome: refused('sender_not_allowed', '200') },
      {
        title: 'too long',
        message: { content: { channel, body: 'x'.repeat(channel === 'messenger' ? 2_001 : 1_001) } },
        outcome: { kind: 'refused', code: 'body_too_long', retryable: false },
      },
    ],
    on: (port) => metaProvider({ ...options, baseUrl: `http://127.0.0.1:${port}` }),
    stranger: () => metaProvider({ ...options, accessToken: 'another' }),
    strangeReference: metaReference,
    reports: ['sent'],
    signed,
    otherAccountId: '100000000055502',
    secrets: [accessToken, appSecret, 'verify-token-of-a-test'],
    close: async () => {
      await provider.close();
      await network.close();
      await receiver.close();
    },
  };
};
