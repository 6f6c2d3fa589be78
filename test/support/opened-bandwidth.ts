import { bandwidthProvider, type BandwidthOptions } from '#adapters/bandwidth/bandwidth-provider.ts';
import type { OutgoingContent } from '#ports/provider.ts';
import type { OpenedProvider, ReportChange } from '../contracts/provider.opened.ts';
import { openCallbackReceiver } from './callback-receiver.ts';
import { openSmallNetwork, type Answer, type Dialect, type Kept } from './small-network.ts';

const account = {
  accountNumber: '5500001',
  applicationId: '93de2206-0000-4000-8000-000000c0ffee',
  user: 'user-of-a-test',
  password: 'password-of-a-test',
  callbackUser: 'bandwidth',
  callbackPassword: 'password-at-our-door',
};
const path = `/api/v2/users/${account.accountNumber}/messages`;
const basic = (user: string, password: string): string => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
export const bandwidthReference = '1589228074636lm4k2je7j7jklbn2';

const wrongField = (fieldName: string): Answer => ({
  status: 400,
  json: {
    type: 'request-validation',
    description: 'Your request could not be accepted',
    fieldErrors: [{ fieldName, description: 'wrong' }],
  },
});

type Request = Readonly<{ to: readonly string[]; from: string; text: string; applicationId: string; tag: string; media?: string[] }>;

const eventOf = (
  type: string,
  id: string,
  { tag, applicationId, errorCode }: Readonly<{ tag?: string; applicationId: string; errorCode?: number }>,
) =>
  JSON.stringify([
    {
      time: '2026-11-20T12:00:00.000Z',
      type,
      to: '+12085550123',
      description: 'added without notice',
      ...(errorCode !== undefined && { errorCode }),
      message: {
        id,
        time: '2026-11-20T12:00:00.000Z',
        to: ['+12085550123'],
        text: '',
        applicationId,
        tag,
        direction: 'out',
        segmentCount: 1,
      },
    },
  ]);

/** Bandwidth's API as it documents it: https://dev.bandwidth.com/apis/messaging-apis/messaging. Callbacks go to the application's address. */
const dialectOf = (callbackOrigin: string): Dialect => ({
  isKnown: ({ authorization }) => authorization === basic(account.user, account.password),
  stranger: { status: 401, json: { type: 'unauthorized', description: 'Authentication Failed' } },
  isCreate: (asked) => asked.method === 'POST' && asked.path === path,
  take: ({ body }) => {
    const { to, from, text, tag, media } = JSON.parse(body) as Request;
    const [number = ''] = to;
    if (!/^\+[1-9]\d{6,14}$/.test(number) || number === '+15005550001') return wrongField('to');
    if (from === '+15005550001') return wrongField('from');
    if (media?.some((url) => !url.startsWith('http'))) return wrongField('media[0]');
    const content: OutgoingContent = media ? { channel: 'mms', body: text, media } : { channel: 'sms', body: text };
    return { to: number, from, content, tag };
  },
  idOf: (number) => `${bandwidthReference}${number}`,
  created: ({ id }) => ({ status: 202, json: { id, segmentCount: 1, direction: 'out' } }),
  troubles: {
    'too many requests': { status: 429, json: { type: 'max-message-queue-size-exceeded', description: 'The SMS queue is full' } },
    error: { status: 500, json: { type: 'internal', description: 'Internal Server Error' } },
    unavailable: { status: 503, json: {} },
  },
  ask: ({ query }, kept) => {
    const found = kept.filter(({ id }) => id === query.get('messageId'));
    const messages = found.map(({ id, status }) => ({
      messageId: id,
      messageStatus: status.toUpperCase(),
      segmentCount: 1,
      errorCode: null,
    }));
    return { status: 200, json: { totalCount: messages.length, messages } };
  },
  steps: ['SENT', 'DELIVERED'],
  report: ({ id, tag = '', status }: Kept) => ({
    method: 'POST',
    url: `${callbackOrigin}/messages/status/bandwidth`,
    headers: { authorization: basic(account.callbackUser, account.callbackPassword), 'content-type': 'application/json' },
    body: eventOf(status === 'SENT' ? 'message-sending' : 'message-delivered', id, { tag, applicationId: account.applicationId }),
  }),
});

const refused = (code: string, providerCode = 'request-validation') => ({ kind: 'refused', code, providerCode, retryable: false }) as const;

export const openBandwidth = async (content: (words: string) => OutgoingContent): Promise<OpenedProvider> => {
  const receiver = await openCallbackReceiver();
  const network = await openSmallNetwork(dialectOf(receiver.origin));
  const options: BandwidthOptions = { ...account, baseUrl: network.baseUrl, callTimeoutMs: 1_000, connections: 200 };
  const provider = await bandwidthProvider(options);
  const signed = ({ query = '?m=msg_abc-1-2-sms-0', status = 'message-delivered', ...change }: ReportChange) => {
    const tag = query === '' ? undefined : query.replace('?m=', '');
    const { reference = bandwidthReference, accountId: applicationId = account.applicationId, errorCode } = change;
    return {
      method: 'POST',
      url: `${receiver.origin}/messages/status/bandwidth`,
      headers: { authorization: basic(account.callbackUser, account.callbackPassword) },
      body: eventOf(status, reference, {
        ...(tag !== undefined && { tag }),
        applicationId,
        ...(errorCode && { errorCode: Number(errorCode) }),
      }),
    };
  };
  return {
    provider,
    receiver,
    to: '+12085550123',
    from: '+12085550199',
    content,
    trouble: network.trouble,
    received: network.received,
    refusals: [
      { title: 'no number', message: { to: '+15005550001' }, outcome: refused('number_invalid') },
      { title: 'sender', message: { from: '+15005550001' }, outcome: refused('sender_not_allowed') },
      {
        title: 'no address',
        message: { content: { channel: 'mms', body: 'x', media: ['ftp://example.com/a.png'] } },
        outcome: refused('media_invalid'),
      },
      {
        title: 'too long',
        message: { content: content('x'.repeat(2_049)) },
        outcome: { kind: 'refused', code: 'body_too_long', retryable: false },
      },
    ],
    on: (port) => bandwidthProvider({ ...options, baseUrl: `http://127.0.0.1:${port}` }),
    stranger: () => bandwidthProvider({ ...options, password: 'another' }),
    strangeReference: bandwidthReference,
    reports: ['sent', 'delivered'],
    signed,
    failures: [
      ['4720', 'number_invalid'],
      ['4770', 'carrier_filtered'],
      ['4775', 'carrier_opted_out'],
      ['4773', 'unregistered_10dlc'],
      ['4360', 'validity_expired'],
      ['4999', 'provider_error'],
    ].map(([errorCode = '', code = '']) => ({
      change: { status: 'message-failed', errorCode },
      report: { status: 'undelivered', code, providerCode: errorCode },
    })),
    otherAccountId: '93de2206-0000-4000-8000-000000000002',
    secrets: [account.password, account.callbackPassword],
    close: async () => {
      await provider.close();
      await network.close();
      await receiver.close();
    },
  };
};
