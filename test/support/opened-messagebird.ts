import { createHash, createHmac, randomUUID } from 'node:crypto';
import { messagebirdProvider, type MessagebirdOptions } from '#adapters/messagebird/messagebird-provider.ts';
import type { OpenedProvider, ReportChange } from '../contracts/provider.opened.ts';
import { openCallbackReceiver } from './callback-receiver.ts';
import { openSmallNetwork, type Answer, type Dialect, type Kept } from './small-network.ts';

export const messagebirdAccount = {
  accountId: 'workspace-of-a-test',
  accessKey: 'access-key-of-a-test',
  signingKey: 'signing-key-of-a-test',
};
const { accountId, accessKey, signingKey } = messagebirdAccount;
export const messagebirdReference = 'e8077d803532c0b5937c639b60216938';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The header by which MessageBird signs a GET. */
export const signedGet = (url: string, at = Date.now(), key = signingKey): Record<string, string> => {
  const nbf = Math.floor(at / 1000);
  const content = part({ iss: 'MessageBird', nbf, exp: nbf + 60, jti: randomUUID(), url_hash: sha256(url) });
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${content}`;
  return { 'messagebird-signature-jwt': `${text}.${createHmac('sha256', key).update(text).digest('base64url')}` };
};

const refusedBy = (code: number, parameter: string, status = 422): Answer => ({
  status,
  json: { errors: [{ code, description: 'not said here', parameter }] },
});

const shown = ({ id, to, from, content, status, createdAt }: Kept) => ({
  id,
  href: `https://rest.messagebird.com/messages/${id}`,
  direction: 'mt',
  type: 'sms',
  originator: from,
  body: 'body' in content ? content.body : '',
  reference: accountId,
  createdDatetime: new Date(Math.floor(createdAt / 1000) * 1000).toISOString().replace('.000Z', '+00:00'),
  recipients: {
    totalCount: 1,
    items: [
      {
        recipient: Number(to.slice(1)),
        status: status === 'accepted' ? 'sent' : status,
        statusErrorCode: null,
        messagePartCount: 1,
        price: { amount: 0.006, currency: 'USD' },
      },
    ],
  },
});

type Request = Readonly<{ originator: string; recipients: readonly string[]; body: string; reportUrl: string }>;

const dialect: Dialect = {
  isKnown: ({ authorization }) => authorization === `AccessKey ${accessKey}`,
  stranger: refusedBy(2, 'access_key', 401),
  isCreate: (asked) => asked.method === 'POST' && asked.path === '/messages',
  take: (asked) => {
    const { originator, recipients, body, reportUrl } = JSON.parse(asked.body) as Request;
    const [recipient = ''] = recipients;
    if (!/^[1-9]\d{6,14}$/.test(recipient) || recipient === '15005550001') return refusedBy(9, 'recipients');
    if (originator === '+15005550001') return refusedBy(10, 'originator');
    if (originator === '+15005550002') return refusedBy(25, 'originator', 402);
    if (!reportUrl.startsWith('http')) return refusedBy(10, 'reportUrl');
    return { to: `+${recipient}`, from: originator, content: { channel: 'sms', body }, callbackUrl: reportUrl };
  },
  idOf: (number) => sha256(`message ${number}`).slice(0, 32),
  created: (message) => ({ status: 201, json: shown(message) }),
  troubles: {
    'too many requests': refusedBy(101, '', 429),
    error: refusedBy(99, '', 500),
    unavailable: refusedBy(98, '', 503),
  },
  ask: ({ path, query }, kept) => {
    const found = kept.find(({ id }) => path === `/messages/${id}`);
    if (found) return { status: 200, json: shown(found) };
    if (path !== '/messages') return refusedBy(20, '', 404);
    const from = Date.parse(query.get('from') ?? '');
    const items = kept.filter(({ to, createdAt }) => to === `+${query.get('recipient')}` && createdAt >= from).map(shown);
    return { status: 200, json: { offset: 0, limit: 200, count: items.length, totalCount: items.length, items } };
  },
  steps: ['sent', 'delivered'],
  report: ({ id, callbackUrl = '', status }) => {
    const url = `${callbackUrl}&id=${id}&reference=${accountId}&recipient=12085550123&status=${status}&statusReason=added`;
    return { method: 'GET', url, headers: signedGet(url), body: '' };
  },
};

const refused = (code: string, providerCode: string, retryable = false) => ({ kind: 'refused', code, providerCode, retryable }) as const;

export const openMessagebird = async (): Promise<OpenedProvider> => {
  const receiver = await openCallbackReceiver();
  const network = await openSmallNetwork(dialect);
  const options: MessagebirdOptions = {
    ...messagebirdAccount,
    baseUrl: network.baseUrl,
    callTimeoutMs: 1_000,
    connections: 200,
    listLagMs: 0,
  };
  const provider = await messagebirdProvider(options);
  const signed = ({ query = '?m=msg_abc-1-2-sms-0', status = 'delivered', ...change }: ReportChange) => {
    const words = new URLSearchParams({
      id: change.reference ?? messagebirdReference,
      reference: change.accountId ?? accountId,
      status,
      ...(change.errorCode !== undefined && { statusErrorCode: change.errorCode }),
    });
    const url = `${receiver.origin}/messages/status/messagebird${query === '' ? '?' : `${query}&`}${words.toString()}`;
    return { method: 'GET', url, headers: signedGet(url), body: '' };
  };
  return {
    provider,
    receiver,
    to: '+12085550123',
    from: '+12085550199',
    content: (words) => ({ channel: 'sms', body: words }),
    trouble: network.trouble,
    received: network.received,
    refusals: [
      { title: 'no number', message: { to: '+15005550001' }, outcome: refused('number_invalid', '9') },
      { title: 'sender', message: { from: '+15005550001' }, outcome: refused('sender_not_allowed', '10') },
      { title: 'no balance', message: { from: '+15005550002' }, outcome: refused('account_suspended', '25') },
      { title: 'callback', message: { callbackUrl: 'ftp://example.com?m=1' }, outcome: refused('callback_invalid', '10') },
      {
        title: 'too long',
        message: { content: { channel: 'sms', body: 'x'.repeat(1_378) } },
        outcome: { kind: 'refused', code: 'body_too_long', retryable: false },
      },
    ],
    on: (port) => messagebirdProvider({ ...options, baseUrl: `http://127.0.0.1:${port}` }),
    stranger: () => messagebirdProvider({ ...options, accessKey: 'another' }),
    strangeReference: messagebirdReference,
    reports: ['sent', 'delivered'],
    signed,
    failures: [
      ['delivery_failed', '1', 'unknown_handset'],
      ['delivery_failed', '31', 'handset_unreachable'],
      ['delivery_failed', '103', 'carrier_opted_out'],
      ['delivery_failed', '9999', 'provider_error'],
      ['expired', '9999', 'validity_expired'],
    ].map(([status = '', errorCode = '', code = '']) => ({
      change: { status, errorCode },
      report: { status: 'undelivered', code, providerCode: errorCode },
    })),
    otherAccountId: 'another-workspace',
    otherMethod: 'POST',
    secrets: [accessKey, signingKey],
    close: async () => {
      await provider.close();
      await network.close();
      await receiver.close();
    },
  };
};
