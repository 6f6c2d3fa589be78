type Failure = Readonly<{ code: string; retryable?: true }>;

/**
 * Telnyx's error code → our failure code. `retryable`: the same request may succeed later, and it was not processed. 1xxxx and 403xx come
 * with the answer to a request, other 40xxx with a webhook. Source: https://developers.telnyx.com/docs/messaging/messages/error-codes.
 */
const failures: Readonly<Record<string, Failure>> = {
  10001: { code: 'number_invalid' },
  10002: { code: 'number_invalid' },
  10003: { code: 'callback_invalid' },
  10005: { code: 'not_found' },
  10006: { code: 'not_found' },
  10009: { code: 'auth_failed', retryable: true },
  10010: { code: 'auth_failed', retryable: true },
  10011: { code: 'rate_limited', retryable: true },
  10015: { code: 'content_invalid' },
  10016: { code: 'number_invalid' },
  10039: { code: 'number_unverified' },
  20100: { code: 'account_suspended' },
  40001: { code: 'not_mobile' },
  40002: { code: 'carrier_filtered' },
  40003: { code: 'carrier_filtered' },
  40004: { code: 'blocked' },
  40005: { code: 'validity_expired' },
  40006: { code: 'carrier_timeout' },
  40008: { code: 'unknown' },
  40009: { code: 'content_invalid' },
  40010: { code: 'unregistered_10dlc' },
  40011: { code: 'rate_limited' },
  40012: { code: 'number_invalid' },
  40013: { code: 'sender_not_allowed' },
  40014: { code: 'validity_expired' },
  40015: { code: 'carrier_filtered' },
  40016: { code: 'daily_cap' },
  40017: { code: 'carrier_filtered' },
  40018: { code: 'daily_cap' },
  40100: { code: 'sender_not_allowed' },
  40300: { code: 'opted_out' },
  40301: { code: 'not_mobile' },
  40302: { code: 'body_too_long' },
  40304: { code: 'content_invalid' },
  40305: { code: 'sender_not_allowed' },
  40306: { code: 'sender_not_allowed' },
  40307: { code: 'sender_not_allowed' },
  40308: { code: 'sender_not_allowed' },
  40309: { code: 'country_not_allowed' },
  40310: { code: 'number_invalid' },
  40312: { code: 'account_suspended' },
  40314: { code: 'account_suspended' },
  40315: { code: 'sender_not_allowed' },
  40316: { code: 'body_missing' },
  40317: { code: 'media_invalid' },
  40318: { code: 'queue_full', retryable: true },
  40319: { code: 'sender_not_allowed' },
  40321: { code: 'sender_not_allowed' },
};

/** 10004 says that something is missing, and its pointer what. */
const missing: Readonly<Record<string, Failure>> = {
  '/to': { code: 'number_missing' },
  '/from': { code: 'sender_missing' },
  '/text': { code: 'body_missing' },
};

const unlisted: Failure = { code: 'provider_error' };
const known = (table: Readonly<Record<string, Failure>>, key: string): Failure => (Object.hasOwn(table, key) && table[key]) || unlisted;

/** Codes that do not say whether the message was made: an unexpected error, a time-out on their side. */
export const saysNothing: ReadonlySet<string> = new Set(['10007', '10008']);

/** What an error code of Telnyx's means to us; a code that the table does not know is a `provider_error`. */
export const failureOf = (telnyxCode: string, pointer = ''): Failure =>
  telnyxCode === '10004' ? known(missing, pointer) : known(failures, telnyxCode);
