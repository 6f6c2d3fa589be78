/**
 * MessageBird's statusErrorCode of a message that did not arrive → ours; carriers' codes, the same for all of them.
 * Source: https://developers.messagebird.com/api/sms-messaging/#sms-error-codes.
 */
const failures: Readonly<Record<number, string>> = {
  1: 'unknown_handset',
  9: 'unknown_handset',
  11: 'not_mobile',
  12: 'unknown_handset',
  13: 'blocked',
  21: 'not_mobile',
  27: 'handset_unreachable',
  31: 'handset_unreachable',
  32: 'handset_unreachable',
  33: 'handset_unreachable',
  34: 'carrier_congested',
  103: 'carrier_opted_out',
  104: 'sender_not_allowed',
  105: 'blocked',
  106: 'carrier_filtered',
  110: 'unregistered_10dlc',
};

export const codeOf = (statusErrorCode: number): string => failures[statusErrorCode] ?? 'provider_error';

/** What an error of the API says: its code, and the parameter that it is about. */
const parameters: Readonly<Record<string, string>> = {
  recipients: 'number_invalid',
  recipient: 'number_invalid',
  originator: 'sender_not_allowed',
  body: 'content_invalid',
  reportUrl: 'callback_invalid',
  validity: 'validity_invalid',
};

const refusals: Readonly<Record<number, Readonly<{ code: string; retryable: boolean }>>> = {
  2: { code: 'auth_failed', retryable: true },
  20: { code: 'not_found', retryable: false },
  25: { code: 'account_suspended', retryable: false },
};

/** Undefined for a code that its documentation does not know: then nobody knows what became of the request. */
export const refusalOf = (code: number, parameter: string): Readonly<{ code: string; retryable: boolean }> | undefined => {
  if (code === 9 || code === 10 || code === 21) return { code: parameters[parameter] ?? 'content_invalid', retryable: false };
  return refusals[code];
};
