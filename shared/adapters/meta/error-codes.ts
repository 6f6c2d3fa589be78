type Refusal = Readonly<{ code: string; retryable?: true }>;

/**
 * Meta's error code and subcode → ours. Source: https://developers.facebook.com/docs/messenger-platform/error-codes. Left out is what says
 * of itself that it may be temporary (1, 2, 1200): such a message may have been taken.
 */
const bySubcode: Readonly<Record<number, Refusal>> = {
  2018001: { code: 'recipient_unknown' },
  2018278: { code: 'conversation_closed' },
  2018108: { code: 'blocked' },
  1545041: { code: 'blocked' },
  2534022: { code: 'conversation_closed' },
};

const byCode: Readonly<Record<number, Refusal>> = {
  4: { code: 'rate_limited', retryable: true },
  10: { code: 'sender_not_allowed' },
  32: { code: 'rate_limited', retryable: true },
  100: { code: 'content_invalid' },
  190: { code: 'auth_failed', retryable: true },
  200: { code: 'sender_not_allowed' },
  230: { code: 'sender_not_allowed' },
  368: { code: 'account_suspended' },
  551: { code: 'blocked' },
  613: { code: 'rate_limited', retryable: true },
};

/** Undefined where nobody can tell what became of the request. */
export const refusalOf = (code: number, subcode: number): Refusal | undefined => bySubcode[subcode] ?? byCode[code];
