/** The account's token and, while it changes, the other one of the two that Twilio knows then (its primary and secondary token). */
export type AuthTokens = Readonly<{ current: string; previous?: string }>;

/** As a function where it may change while the process lives; asked again for each request. */
export type AuthToken = string | (() => AuthTokens);

export const tokensOf = (authToken: AuthToken): AuthTokens => (typeof authToken === 'string' ? { current: authToken } : authToken());
