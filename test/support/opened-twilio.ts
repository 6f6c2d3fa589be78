import { twilioProvider } from '#adapters/twilio/twilio-provider.ts';
import twilio from 'twilio';
import type { OpenedProvider, Trouble } from '../contracts/provider.opened.ts';
import { openCallbackReceiver } from './callback-receiver.ts';
import { openSimulator, type OpenSimulator } from './simulator.ts';
import { twilioChannels, type TwilioChannel } from './twilio-channels.ts';

const faults: Readonly<Record<Trouble, string>> = {
  'too many requests': '429',
  error: '500',
  unavailable: '503',
  silence: 'timeout',
  cut: 'cut',
  'cut after accept': 'cut_after_accept',
  'malformed after accept': 'malformed_after_accept',
};

export type OpenedTwilio = OpenedProvider & Readonly<{ simulator: OpenSimulator }>;

/** A channel of the Twilio adapter against the simulator, over HTTP. */
export const openTwilio = async (channel: TwilioChannel = twilioChannels.sms): Promise<OpenedTwilio> => {
  const simulator = await openSimulator({ undeliveredShare: 0 });
  const receiver = await openCallbackReceiver();
  const options = { ...simulator.account, baseUrl: simulator.baseUrl, callTimeoutMs: 1_000, listLagMs: 0 };
  const provider = await twilioProvider(options);
  const { accountId, authToken } = simulator.account;
  const to = '+12085550123';
  await channel.prepare?.(simulator, to);
  const signed: NonNullable<OpenedProvider['signed']> = (change) => {
    const url = `${receiver.origin}/messages/status/provider${change.query ?? '?m=msg_abc-1-2-sms-0'}`;
    const form = { ...channel.form(change), AccountSid: change.accountId ?? accountId, SomethingNew: 'delivered without notice' };
    const signature = twilio.getExpectedTwilioSignature(authToken, url, form);
    return { method: 'POST', url, headers: { 'x-twilio-signature': signature }, body: new URLSearchParams(form).toString() };
  };
  const { content, reports, refusals, failures, strangeReference } = channel;
  return {
    simulator,
    provider,
    receiver,
    to,
    from: '+12085550199',
    content,
    trouble: async (kind) => void (await simulator.control.fault({ kind: faults[kind], count: 1 })),
    received: async (recipient) => {
      const prefix = content('x').channel === 'whatsapp' ? 'whatsapp:' : '';
      return (await simulator.control.messages(prefix + recipient)).map(channel.shown);
    },
    on: (port) => twilioProvider({ ...options, baseUrl: `http://127.0.0.1:${port}` }),
    stranger: () => twilioProvider({ ...options, authToken: 'another' }),
    strangeReference,
    reports,
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
