import { twilioProvider } from '#adapters/twilio/twilio-provider.ts';
import twilio from 'twilio';
import type { ReportedStatus } from '#ports/provider.ts';
import type { OpenedProvider, Trouble } from '../contracts/provider.opened.ts';
import { openCallbackReceiver } from './callback-receiver.ts';
import { openSimulator } from './simulator.ts';

const faults: Readonly<Record<Trouble, string>> = {
  'too many requests': '429',
  error: '500',
  unavailable: '503',
  silence: 'timeout',
  cut: 'cut',
  'cut after accept': 'cut_after_accept',
  'malformed after accept': 'malformed_after_accept',
};

const refused = (code: string, providerCode: string, retryable = false) => ({ kind: 'refused', code, providerCode, retryable }) as const;

/** Twilio's magic numbers: https://www.twilio.com/docs/iam/test-credentials. */
const refusals: OpenedProvider['refusals'] = [
  { title: 'no number', message: { to: '+15005550001' }, outcome: refused('number_invalid', '21211') },
  { title: 'no route', message: { to: '+15005550002' }, outcome: refused('route_missing', '21612') },
  { title: 'country', message: { to: '+15005550003' }, outcome: refused('country_not_allowed', '21408') },
  { title: 'opted out', message: { to: '+15005550004' }, outcome: refused('opted_out', '21610') },
  { title: 'no mobile', message: { to: '+15005550009' }, outcome: refused('not_mobile', '21614') },
  { title: 'sender', message: { from: '+15005550001' }, outcome: refused('sender_not_allowed', '21212') },
  { title: 'sender of others', message: { from: '+15005550007' }, outcome: refused('sender_not_allowed', '21606') },
  { title: 'queue full', message: { from: '+15005550008' }, outcome: refused('queue_full', '21611', true) },
  { title: 'too long', message: { content: { channel: 'sms', body: 'x'.repeat(1_601) } }, outcome: refused('body_too_long', '21617') },
  { title: 'callback', message: { callbackUrl: 'ftp://example.com' }, outcome: refused('callback_invalid', '21609') },
];

/** Of https://www.twilio.com/docs/api/errors, what comes with a status report; a code that nobody knows, and none at all. */
const failures: OpenedProvider['failures'] = [
  ['undelivered', '30003', 'handset_unreachable'],
  ['undelivered', '30006', 'landline'],
  ['undelivered', '30007', 'carrier_filtered'],
  ['failed', '30034', 'unregistered_10dlc'],
  ['failed', '30410', 'carrier_timeout'],
  ['failed', '39999', 'provider_error'],
].map(([status = '', errorCode = '', code = '']) => ({
  change: { status, errorCode },
  report: { status: status as ReportedStatus, code, providerCode: errorCode },
}));

/** The Twilio adapter against the simulator, over HTTP. */
export const openTwilio = async (): Promise<OpenedProvider> => {
  const simulator = await openSimulator({ undeliveredShare: 0 });
  const receiver = await openCallbackReceiver();
  const options = { ...simulator.account, baseUrl: simulator.baseUrl, callTimeoutMs: 1_000, listLagMs: 0 };
  const provider = await twilioProvider(options);
  const { accountId, authToken } = simulator.account;
  const signed: NonNullable<OpenedProvider['signed']> = (change) => {
    const url = `${receiver.origin}/messages/status/provider${change.query ?? '?m=msg_abc-1-2-sms-0'}`;
    const form = {
      MessageSid: change.reference ?? `SM${'a'.repeat(32)}`,
      MessageStatus: change.status ?? 'delivered',
      ...(change.errorCode !== undefined && { ErrorCode: change.errorCode }),
      AccountSid: change.accountId ?? accountId,
      SomethingNew: 'added without notice',
    };
    const signature = twilio.getExpectedTwilioSignature(authToken, url, form);
    return { method: 'POST', url, headers: { 'x-twilio-signature': signature }, body: new URLSearchParams(form).toString() };
  };
  return {
    provider,
    receiver,
    to: '+12085550123',
    from: '+12085550199',
    content: (words) => ({ channel: 'sms', body: words }),
    trouble: async (kind) => void (await simulator.control.fault({ kind: faults[kind], count: 1 })),
    received: async (recipient) =>
      (await simulator.control.messages(recipient)).map(({ to, from, body }) => ({ to, from, content: { channel: 'sms', body } })),
    on: (port) => twilioProvider({ ...options, baseUrl: `http://127.0.0.1:${port}` }),
    stranger: () => twilioProvider({ ...options, authToken: 'another' }),
    strangeReference: `SM${'0'.repeat(32)}`,
    reports: ['sent', 'delivered'],
    signed,
    failures,
    otherAccountId: `AC${'1'.repeat(32)}`,
    secrets: [authToken, Buffer.from(`${accountId}:${authToken}`).toString('base64')],
    refusals,
    close: async () => {
      await provider.close();
      await simulator.close();
      await receiver.close();
    },
  };
};
