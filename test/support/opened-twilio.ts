import { twilioProvider } from '#adapters/twilio/twilio-provider.ts';
import twilio from 'twilio';
import type { OpenedProvider, Trouble } from '../contracts/provider.contract.ts';
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

/** The Twilio adapter against the simulator, over HTTP. */
export const openTwilio = async (): Promise<OpenedProvider> => {
  const simulator = await openSimulator({ undeliveredShare: 0 });
  const receiver = await openCallbackReceiver();
  const provider = await twilioProvider({ ...simulator.account, baseUrl: simulator.baseUrl, callTimeoutMs: 1_000, listLagMs: 0 });
  const { accountId, authToken } = simulator.account;
  const signed: OpenedProvider['signed'] = (change) => {
    const url = `${receiver.origin}/messages/status/provider${change.query ?? '?m=msg_abc-1-2-sms-0'}`;
    const form = {
      MessageSid: change.reference ?? `SM${'a'.repeat(32)}`,
      MessageStatus: change.status ?? 'delivered',
      AccountSid: change.accountId ?? accountId,
      SomethingNew: 'added without notice',
    };
    const signature = twilio.getExpectedTwilioSignature(authToken, url, form);
    return { method: 'POST', url, headers: { 'x-twilio-signature': signature }, body: new URLSearchParams(form).toString() };
  };
  return {
    provider,
    receiver,
    trouble: async (kind) => void (await simulator.control.fault({ kind: faults[kind], count: 1 })),
    received: simulator.control.messages,
    signed,
    secrets: [authToken, Buffer.from(`${accountId}:${authToken}`).toString('base64')],
    refusals,
    close: async () => {
      await provider.close();
      await simulator.close();
      await receiver.close();
    },
  };
};
