import { readTwiml } from '#adapters/simulator/twiml.ts';
import type { OutgoingContent, ReportedStatus } from '#ports/provider.ts';
import type { OpenedProvider, ReportChange } from '../contracts/provider.opened.ts';
import type { OpenSimulator, SimulatedMessage } from './simulator.ts';

/** How the contract drives one of Twilio's channels on the simulated network. */
export type TwilioChannel = Readonly<{
  content: OpenedProvider['content'];
  /** what the network has, in our words again */
  shown: (message: SimulatedMessage) => Readonly<{ to: string; from: string; content: OutgoingContent }>;
  refusals: OpenedProvider['refusals'];
  failures: NonNullable<OpenedProvider['failures']>;
  reports: readonly ReportedStatus[];
  strangeReference: string;
  /** the form of a report */
  form: (change: ReportChange) => Readonly<Record<string, string>>;
  /** makes the network deliver to a number */
  prepare?: (simulator: OpenSimulator, to: string) => Promise<unknown>;
}>;

const refused = (code: string, providerCode: string, retryable = false) => ({ kind: 'refused', code, providerCode, retryable }) as const;
const none = '0'.repeat(32);

/** Twilio's magic numbers: https://www.twilio.com/docs/iam/test-credentials. */
const messageRefusals: OpenedProvider['refusals'] = [
  { title: 'no number', message: { to: '+15005550001' }, outcome: refused('number_invalid', '21211') },
  { title: 'no route', message: { to: '+15005550002' }, outcome: refused('route_missing', '21612') },
  { title: 'country', message: { to: '+15005550003' }, outcome: refused('country_not_allowed', '21408') },
  { title: 'opted out', message: { to: '+15005550004' }, outcome: refused('opted_out', '21610') },
  { title: 'no mobile', message: { to: '+15005550009' }, outcome: refused('not_mobile', '21614') },
  { title: 'callback', message: { callbackUrl: 'ftp://example.com' }, outcome: refused('callback_invalid', '21609') },
];
const senderRefusals: OpenedProvider['refusals'] = [
  { title: 'sender', message: { from: '+15005550001' }, outcome: refused('sender_not_allowed', '21212') },
  { title: 'sender of others', message: { from: '+15005550007' }, outcome: refused('sender_not_allowed', '21606') },
  { title: 'queue full', message: { from: '+15005550008' }, outcome: refused('queue_full', '21611', true) },
];

/** Of https://www.twilio.com/docs/api/errors, what comes with a status report; a code that nobody knows. */
const failuresOf = (rows: readonly (readonly [status: ReportedStatus, errorCode: string, code: string])[]) =>
  rows.map(([status, errorCode, code]) => ({ change: { status, errorCode }, report: { status, code, providerCode: errorCode } }));

const carrierFailures = failuresOf([
  ['undelivered', '30003', 'handset_unreachable'],
  ['undelivered', '30006', 'landline'],
  ['undelivered', '30007', 'carrier_filtered'],
  ['failed', '30034', 'unregistered_10dlc'],
  ['failed', '30410', 'carrier_timeout'],
  ['failed', '39999', 'provider_error'],
]);

const messageForm = (change: ReportChange): Record<string, string> => ({
  MessageSid: change.reference ?? `SM${'a'.repeat(32)}`,
  MessageStatus: change.status ?? 'delivered',
  ...(change.errorCode !== undefined && { ErrorCode: change.errorCode }),
});

const messages = { reports: ['sent', 'delivered'], strangeReference: `SM${none}`, form: messageForm, failures: carrierFailures } as const;

const sms: TwilioChannel = {
  ...messages,
  content: (words) => ({ channel: 'sms', body: words }),
  shown: ({ to, from, body }) => ({ to, from, content: { channel: 'sms', body } }),
  refusals: [
    ...messageRefusals,
    ...senderRefusals,
    { title: 'too long', message: { content: { channel: 'sms', body: 'x'.repeat(1_601) } }, outcome: refused('body_too_long', '21617') },
  ],
};

const picture = 'https://example.com/map.png';
const mms: TwilioChannel = {
  ...messages,
  content: (words) => ({ channel: 'mms', body: words, media: [picture, `${picture}?2`] }),
  shown: ({ to, from, body, media = [] }) => ({ to, from, content: { channel: 'mms', body, media } }),
  refusals: [
    ...messageRefusals,
    ...senderRefusals,
    {
      title: 'no address',
      message: { content: { channel: 'mms', body: 'x', media: ['ftp://example.com/a.png'] } },
      outcome: refused('media_invalid', '21620'),
    },
    {
      title: 'too many',
      message: { content: { channel: 'mms', body: 'x', media: Array.from({ length: 11 }, () => picture) } },
      outcome: refused('media_invalid', '21623'),
    },
  ],
};

const bare = (address: string): string => address.replace(/^whatsapp:/, '');
const channelFailures = failuresOf([
  ['failed', '63016', 'template_required'],
  ['undelivered', '63024', 'number_invalid'],
  ['failed', '63028', 'content_invalid'],
]);
const channelRefusals: OpenedProvider['refusals'] = [
  ...messageRefusals,
  { title: 'no sender of WhatsApp', message: { from: '+15005550001' }, outcome: refused('sender_not_allowed', '63007') },
];
const whatsapp: TwilioChannel = {
  ...messages,
  failures: channelFailures,
  content: (words) => ({ channel: 'whatsapp', body: words }),
  shown: ({ to, from, body }) => ({ to: bare(to), from: bare(from), content: { channel: 'whatsapp', body } }),
  prepare: (simulator, to) => simulator.control.wrote(`whatsapp:${to}`),
  refusals: channelRefusals,
};

const approved = `HX${'a'.repeat(32)}`;
const whatsappApproved: TwilioChannel = {
  ...messages,
  failures: channelFailures,
  content: (words) => ({ channel: 'whatsapp', approved, variables: { '1': words, '2': 'Tuesday' } }),
  shown: ({ to, from, content }) => ({
    to: bare(to),
    from: bare(from),
    content: { channel: 'whatsapp', approved: content?.sid ?? '', variables: content?.variables ?? {} },
  }),
  refusals: [
    ...channelRefusals,
    {
      title: 'no approved text',
      message: { content: { channel: 'whatsapp', approved: 'reminder', variables: {} } },
      outcome: refused('content_invalid', '21655'),
    },
  ],
};

const voice: TwilioChannel = {
  content: (words) => ({ channel: 'voice', script: words, locale: 'en-US' }),
  shown: ({ to, from, twiml = '' }) => ({
    to,
    from,
    content: { channel: 'voice', script: readTwiml(twiml)?.says[0] ?? '', locale: /language="([^"]*)"/.exec(twiml)?.[1] ?? '' },
  }),
  // who answered is told as well, while somebody is on the line
  reports: ['sent', 'sent', 'delivered'],
  strangeReference: `CA${none}`,
  form: (change) => ({ CallSid: change.reference ?? `CA${'a'.repeat(32)}`, CallStatus: change.status ?? 'completed' }),
  failures: (
    [
      ['busy', 'undelivered', 'line_busy'],
      ['no-answer', 'undelivered', 'not_answered'],
      ['failed', 'failed', 'call_failed'],
    ] as const
  ).map(([word, status, code]) => ({ change: { status: word }, report: { status, code } })),
  prepare: (simulator, to) => simulator.control.handset({ number: to, answer: 'human' }),
  refusals: [
    { title: 'no number', message: { to: '+15005550001' }, outcome: refused('number_invalid', '21217') },
    { title: 'no route', message: { to: '+15005550002' }, outcome: refused('route_missing', '21214') },
    { title: 'country', message: { to: '+15005550003' }, outcome: refused('country_not_allowed', '21215') },
    { title: 'blocked', message: { to: '+15005550004' }, outcome: refused('blocked', '21216') },
    { title: 'sender', message: { from: '+15005550001' }, outcome: refused('sender_not_allowed', '21212') },
    { title: 'sender of others', message: { from: '+15005550007' }, outcome: refused('sender_not_allowed', '21210') },
    { title: 'callback', message: { callbackUrl: 'ftp://example.com' }, outcome: refused('callback_invalid', '21609') },
    {
      title: 'too long',
      message: { content: { channel: 'voice', script: '&'.repeat(900), locale: 'en-US' } },
      outcome: { kind: 'refused', code: 'body_too_long', retryable: false },
    },
  ],
};

export const twilioChannels = { sms, mms, whatsapp, whatsappApproved, voice } as const;
