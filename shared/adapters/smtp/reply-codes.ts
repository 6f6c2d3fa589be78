import type { Stage } from './line-failed.ts';

/** A server's answer in our words. `providerCode` is its number: the enhanced one (RFC 3463) where it gives one. */
export type Refusal = Readonly<{ code: string; providerCode: string; retryable: boolean }>;

const shape = /^([45]\d\d)(?:[ -]([245]\.\d{1,3}\.\d{1,3}))?/;

/** Enhanced codes without their class, RFC 3463 and its registry: what they say of the recipient, the message or us. */
const enhanced: Readonly<Record<string, string>> = {
  '1.1': 'address_unknown',
  '1.2': 'address_unknown',
  '1.3': 'address_invalid',
  '1.6': 'address_unknown',
  '1.7': 'sender_not_allowed',
  '1.8': 'sender_not_allowed',
  '1.10': 'address_unknown',
  '2.1': 'address_unknown',
  '2.2': 'mailbox_full',
  '2.3': 'body_too_long',
  '3.4': 'body_too_long',
  '7.0': 'mail_filtered',
  '7.8': 'auth_failed',
  '7.9': 'auth_failed',
  '7.14': 'auth_failed',
  '7.20': 'mail_filtered',
  '7.21': 'mail_filtered',
  '7.22': 'mail_filtered',
  '7.23': 'mail_filtered',
  '7.25': 'mail_filtered',
  '7.26': 'mail_filtered',
};

/** Where the enhanced code is missing or says nothing of its own: by the step that was refused. */
const byStage: Readonly<Record<Stage, Readonly<Record<string, string>>>> = {
  connect: {},
  login: {},
  envelope: {
    501: 'address_invalid',
    550: 'address_unknown',
    551: 'address_unknown',
    552: 'mailbox_full',
    553: 'address_invalid',
    530: 'auth_failed',
    535: 'auth_failed',
  },
  content: { 552: 'body_too_long', 550: 'mail_filtered', 554: 'mail_filtered' },
};

/** Servers say it in words alone that they do not carry our mail to others: a matter of our settings, not of the recipient. */
const saysNoRelay = /relay(?:ing)?[ -](?:access )?(?:denied|not)|not? (?:permitted|allowed) to relay|unable to relay/i;

/** A bare 550 is an unknown mailbox as often as a filter's word: what names a filter says nothing of the address. */
const saysFiltered =
  /\b(?:spam|spf|dkim|dmarc|(?:black|block|deny)[ -]?list(?:ed)?|dnsbl|rbl|blocked|banned|reputation|policy|unsolicited|virus)\b/i;

const temporary = (detail: string): string => (detail === '2.2' ? 'mailbox_full' : 'rate_limited');

const permanent = (stage: Stage, basic: string, reply: string, detail: string): string => {
  if (stage === 'login') return 'auth_failed';
  if (saysNoRelay.test(reply)) return 'sender_not_allowed';
  const told = Object.hasOwn(enhanced, detail) ? enhanced[detail] : undefined;
  if (told !== undefined) return told;
  if (detail.startsWith('7.')) return stage === 'content' ? 'mail_filtered' : 'blocked';
  if (detail.startsWith('6.')) return 'content_invalid';
  const usual = byStage[stage][basic] ?? 'provider_error';
  return usual === 'address_unknown' && saysFiltered.test(reply) ? 'blocked' : usual;
};

/**
 * What a refusal means: 4xx may pass later, 5xx will not (RFC 5321, 4.2.1), and neither took the mail. A refused login is a matter of
 * settings, so the mail may pass once they are right. Undefined where the answer is no refusal in that form.
 */
export const refusalOf = (stage: Stage, reply: string): Refusal | undefined => {
  const [, basic, extended] = shape.exec(reply) ?? [];
  if (basic === undefined) return undefined;
  const providerCode = extended ?? basic;
  const detail = extended?.slice(2) ?? '';
  if (basic.startsWith('4')) return { code: stage === 'login' ? 'auth_failed' : temporary(detail), providerCode, retryable: true };
  const code = permanent(stage, basic, reply, detail);
  return { code, providerCode, retryable: code === 'auth_failed' };
};
