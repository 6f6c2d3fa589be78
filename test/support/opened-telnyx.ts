import { join } from 'node:path';
import { publicKeyFor, signingKeyOf, telnyxProfile } from '#adapters/simulator/telnyx/account.ts';
import { startTelnyxSimulator } from '#adapters/simulator/telnyx/telnyx-simulator.ts';
import { signedHeaders } from '#adapters/simulator/telnyx/webhooks.ts';
import { telnyxProvider, type TelnyxOptions } from '#adapters/telnyx/telnyx-provider.ts';
import type { OutgoingContent, Provider } from '#ports/provider.ts';
import type { OpenedProvider, Trouble } from '../contracts/provider.opened.ts';
import { openCallbackReceiver } from './callback-receiver.ts';
import { simulatorControl, tempFolder } from './simulator.ts';

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

/** What Telnyx documents of requests that it refuses: https://developers.telnyx.com/docs/messaging/messages/error-codes. */
const refusals = (content: (words: string) => OutgoingContent): OpenedProvider['refusals'] => [
  { title: 'no number', message: { to: '+15005550001' }, outcome: refused('number_invalid', '40310') },
  { title: 'country', message: { to: '+15005550003' }, outcome: refused('country_not_allowed', '40309') },
  { title: 'opted out', message: { to: '+15005550004' }, outcome: refused('opted_out', '40300') },
  { title: 'no mobile', message: { to: '+15005550009' }, outcome: refused('not_mobile', '40301') },
  { title: 'sender', message: { from: '+15005550001' }, outcome: refused('sender_not_allowed', '40305') },
  { title: 'queue full', message: { from: '+15005550008' }, outcome: refused('queue_full', '40318', true) },
  { title: 'too long', message: { content: content('x'.repeat(1_601)) }, outcome: refused('body_too_long', '40302') },
  { title: 'callback', message: { callbackUrl: 'ftp://example.com' }, outcome: refused('callback_invalid', '10003') },
  { title: 'no recipient', message: { to: '' }, outcome: refused('number_missing', '10004') },
];

/** What comes with a webhook; a code that nobody knows, none at all, and an end without a receipt. */
const failures: OpenedProvider['failures'] = [
  ['delivery_failed', '40001', 'not_mobile'],
  ['delivery_failed', '40002', 'carrier_filtered'],
  ['delivery_failed', '40006', 'carrier_timeout'],
  ['sending_failed', '40010', 'unregistered_10dlc'],
  ['expired', '40005', 'validity_expired'],
  ['sending_failed', '49999', 'provider_error'],
  ['delivery_failed', '40300', 'opted_out'],
].map(([status = '', errorCode = '', code = '']) => ({
  change: { status, errorCode },
  report: { status: status === 'sending_failed' ? 'failed' : 'undelivered', code, providerCode: errorCode },
}));

const apiKey = 'KEY_of_a_test';
export const telnyxReference = '40310000-0000-4000-8000-000000000001';

export type OpenedTelnyx = OpenedProvider &
  Readonly<{ control: ReturnType<typeof simulatorControl>; options: TelnyxOptions; baseUrl: string }>;

/** The Telnyx adapter against its simulated network, over HTTP. */
export const openTelnyx = async (content: (words: string) => OutgoingContent): Promise<OpenedTelnyx> => {
  const folder = tempFolder();
  const network = await startTelnyxSimulator({
    ledgerFile: join(folder.path, 'ledger.jsonl'),
    apiKey,
    undeliveredShare: 0,
    sentAfterMs: 2,
    deliveredAfterMs: 2,
  });
  const control = simulatorControl(network.port);
  const receiver = await openCallbackReceiver();
  const baseUrl = `http://127.0.0.1:${network.port}/v2`;
  const options = { accountId: telnyxProfile, apiKey, publicKey: publicKeyFor(apiKey), baseUrl, callTimeoutMs: 1_000 };
  const provider: Provider = await telnyxProvider(options);
  const signed: NonNullable<OpenedProvider['signed']> = (change) => {
    const url = `${receiver.origin}/messages/status/telnyx${change.query ?? '?m=msg_abc-1-2-sms-0'}`;
    const payload = {
      id: change.reference ?? telnyxReference,
      messaging_profile_id: change.accountId ?? telnyxProfile,
      to: [{ phone_number: '+12085550123', status: change.status ?? 'delivered' }],
      errors: change.errorCode === undefined ? [] : [{ code: change.errorCode, title: 'added without notice' }],
      webhook_url: url,
    };
    const body = JSON.stringify({ data: { event_type: 'message.finalized', id: telnyxReference, payload }, meta: { attempt: 1 } });
    const pairs = signedHeaders(signingKeyOf(apiKey), body, Date.now());
    const headers = Object.fromEntries(pairs.flatMap((name, n) => (n % 2 === 0 ? [[name, pairs[n + 1]]] : [])));
    return { method: 'POST', url, headers, body };
  };
  return {
    provider,
    receiver,
    control,
    options,
    baseUrl,
    to: '+12085550123',
    from: '+12085550199',
    content,
    trouble: async (kind) => void (await control.fault({ kind: faults[kind], count: 1 })),
    received: async (recipient) =>
      ((await control.messages(recipient)) as readonly { to: string; from: string; body: string; media?: readonly string[] }[]).map(
        ({ to, from, body, media }) => ({ to, from, content: media ? { channel: 'mms', body, media } : { channel: 'sms', body } }),
      ),
    refusals: refusals(content),
    on: (port) => telnyxProvider({ ...options, baseUrl: `http://127.0.0.1:${port}/v2` }),
    stranger: () => telnyxProvider({ ...options, apiKey: 'KEY_another' }),
    strangeReference: telnyxReference,
    reports: ['sent', 'delivered'],
    signed,
    failures,
    otherAccountId: '40000000-0000-4000-8000-000000000002',
    secrets: [apiKey],
    close: async () => {
      await provider.close();
      await network.close();
      await receiver.close();
      folder.remove();
    },
  };
};
