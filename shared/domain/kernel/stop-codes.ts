/** What is wrong with our configuration, and how much of what a company sends through a provider's account it concerns. */
export type StopScope = 'account' | 'channel' | 'sender';

/**
 * Codes with which a provider says that nothing of this kind will get through until somebody changes a setting: the next message would be
 * refused as the first one was. What is said of the recipient, of one text or of the moment is none of them.
 */
const scopes: Readonly<Record<string, StopScope>> = {
  // the provider does not know us, or has shut us out
  auth_failed: 'account',
  account_suspended: 'account',
  not_found: 'account',
  callback_invalid: 'account',
  channel_unsupported: 'channel',
  // the number, address or page may not be used for this
  sender_missing: 'sender',
  sender_not_allowed: 'sender',
  unregistered_10dlc: 'sender',
  unverified_tollfree: 'sender',
};

/** Undefined: the code is no matter of our configuration. */
export const stopScopeOf = (code: string): StopScope | undefined => (Object.hasOwn(scopes, code) ? scopes[code] : undefined);
