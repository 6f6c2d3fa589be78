import type { ReasonCode } from './reasons.ts';

/**
 * The codes by which those who look at registrations for carriers refuse them; providers hand them on, alone or in front of their words.
 * https://www.telus.com/en/business/support/article/troubleshooting-tcr-sms-application-rejections,
 * https://support.avaya.com/kb/public/FAQ118897
 */
const reviewers: Readonly<Record<string, ReasonCode>> = {
  601: 'attributes',
  602: 'samples',
  603: 'brand_mismatch',
  611: 'opt_out',
  701: 'forbidden_content',
  702: 'forbidden_content',
  703: 'forbidden_content',
  704: 'forbidden_content',
  705: 'forbidden_content',
  805: 'privacy_policy',
  806: 'opt_in',
  809: 'privacy_policy',
  9601: 'brand_mismatch',
  9602: 'brand_mismatch',
  9603: 'brand_mismatch',
};

/** Undefined: none that is known, and the words decide. */
export const reasonOfCode = (code: string | undefined): ReasonCode | undefined => {
  const digits = code?.replace(/^(?:CR|TCR)?/i, '') ?? '';
  return Object.hasOwn(reviewers, digits) ? reviewers[digits] : undefined;
};

/** A text that begins with such a code: `806: the form was not found`, `[601] …`. */
export const codeInFront = (words: string): string | undefined => /^\s*\[?(\d{3,4})\]?\s*[-:.)\s]/.exec(words)?.[1];
