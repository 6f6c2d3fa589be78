type Failure = Readonly<{ code: string; retryable?: true }>;

/**
 * Twilio's error code → our failure code. `retryable`: the same request may succeed later, and Twilio documents that it was not processed.
 * 2xxxx come with the answer to a request, 3xxxx and 6xxxx with a status report, a few with both.
 * Source: Twilio's error dictionary, https://www.twilio.com/docs/api/errors.
 */
const failures: Readonly<Record<number, Failure>> = {
  14107: { code: 'rate_limited' },
  20003: { code: 'auth_failed', retryable: true },
  20404: { code: 'not_found' },
  20429: { code: 'rate_limited', retryable: true },
  21211: { code: 'number_invalid' },
  21212: { code: 'sender_not_allowed' },
  21408: { code: 'country_not_allowed' },
  21602: { code: 'body_missing' },
  21603: { code: 'sender_missing' },
  21604: { code: 'number_missing' },
  21606: { code: 'sender_not_allowed' },
  21608: { code: 'number_unverified' },
  21609: { code: 'callback_invalid' },
  21610: { code: 'opted_out' },
  21611: { code: 'queue_full', retryable: true },
  21612: { code: 'route_missing' },
  21614: { code: 'not_mobile' },
  21617: { code: 'body_too_long' },
  21620: { code: 'media_invalid' },
  21623: { code: 'media_invalid' },
  21624: { code: 'validity_invalid' },
  21635: { code: 'landline' },
  21654: { code: 'content_invalid' },
  21655: { code: 'content_invalid' },
  21656: { code: 'content_invalid' },
  21659: { code: 'sender_not_allowed' },
  21660: { code: 'sender_not_allowed' },
  21703: { code: 'sender_not_allowed' },
  21704: { code: 'sender_not_allowed' },
  21705: { code: 'sender_not_allowed' },
  30001: { code: 'queue_full' },
  30002: { code: 'account_suspended' },
  30003: { code: 'handset_unreachable' },
  30004: { code: 'blocked' },
  30005: { code: 'unknown_handset' },
  30006: { code: 'landline' },
  30007: { code: 'carrier_filtered' },
  30008: { code: 'provider_error' },
  30017: { code: 'carrier_congested' },
  30019: { code: 'body_too_long' },
  30022: { code: 'rate_limited' },
  30023: { code: 'daily_cap' },
  30024: { code: 'sender_not_allowed' },
  30027: { code: 'daily_cap' },
  30032: { code: 'unverified_tollfree' },
  30034: { code: 'unregistered_10dlc' },
  30035: { code: 'unregistered_10dlc' },
  30036: { code: 'validity_expired' },
  30410: { code: 'carrier_timeout' },
  30450: { code: 'fraud_blocked' },
  30610: { code: 'quiet_hours' },
  30640: { code: 'known_litigator' },
  63003: { code: 'number_invalid' },
  63016: { code: 'template_required' },
  63018: { code: 'rate_limited' },
  63024: { code: 'number_invalid' },
  63038: { code: 'daily_cap' },
  90007: { code: 'validity_invalid' },
};

const unlisted: Failure = { code: 'provider_error' };

/** What an error code of Twilio's means to us; a code that the table does not know is a `provider_error`. */
export const failureOf = (twilioCode: number): Failure => failures[twilioCode] ?? unlisted;
