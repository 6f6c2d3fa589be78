import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who wants to know which mail a bounce is about. `key`: of whoever reports bounces to us. */
export type ProofKey = string;

const length = 16;
export const proofHeader = 'X-Carillon-Message';

const proofOf = (key: ProofKey, messageId: string): string =>
  createHmac('sha256', key).update(`mail ${messageId}`).digest('hex').slice(0, length);

/**
 * A mail's id and what shows that we wrote it. It leaves in the envelope and in a header of the mail: anybody may write a bounce, nobody but us and
 * whoever had the mail can say that it is about that mail. Small letters and digits, for servers that change the others in addresses.
 */
export const provenId = (key: ProofKey, messageId: string): string => `${messageId}.${proofOf(key, messageId)}`;

const shape = /\b(msg_[a-z0-9]{1,32}(?:-\d{1,10}){2}-email-\d{1,10})\.([0-9a-f]{16})\b/i;

/** The message that a text names with its proof; undefined: none, or one that nobody of ours wrote. */
export const provenIn = (key: ProofKey, text: string | undefined): string | undefined => {
  const [, id = '', proof = ''] = shape.exec((text ?? '').slice(0, 2_000)) ?? [];
  const messageId = id.toLowerCase();
  if (messageId === '') return undefined;
  return timingSafeEqual(Buffer.from(proof.toLowerCase()), Buffer.from(proofOf(key, messageId))) ? messageId : undefined;
};

const longestLocalPart = 64;

/**
 * The address that bounces of a message go to: `bounces+{message}@clinic.example` has one for each message (VERP), so that servers that report nothing
 * but the address tell us which one it was. One that would be too long (RFC 5321, 4.5.3.1.1) leaves it out.
 */
export const returnAddressFor = (pattern: string, proven: string | undefined): string => {
  if (!pattern.includes('{message}')) return pattern;
  const whole = pattern.replace('{message}', proven ?? '');
  if (proven !== undefined && whole.lastIndexOf('@') <= longestLocalPart) return whole;
  return pattern.replace(/[+=-]?\{message\}/, '');
};
