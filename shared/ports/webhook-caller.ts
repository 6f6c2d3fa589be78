/** One call of somebody else's server, outside of our house. */
export type WebhookCall = Readonly<{
  url: string;
  headers: Readonly<Record<string, string>>;
  /** JSON */
  body: string;
}>;

/** Why there was no answer. `address_refused`: it leads to where nobody outside may send us. */
export type CallTrouble = 'timeout' | 'unreachable' | 'connection_lost' | 'certificate_invalid' | 'name_unknown' | 'address_refused';

export type WebhookAnswer = Readonly<{ ms: number }> &
  (
    | Readonly<{
        kind: 'answered';
        status: number;
        /** the beginning of it */
        body: string;
        /** what it asks to be left alone for, milliseconds */
        retryAfterMs?: number;
      }>
    | Readonly<{ kind: 'failed'; code: CallTrouble }>
  );

export type WebhookCaller = Readonly<{
  /** Why such an address can never be called, in words; undefined: it may be, as far as can be told without asking for its name. */
  problemOf: (url: string) => string | undefined;
  /** One POST, one attempt, no redirects, ended after 15 s. Throws nothing. */
  call: (call: WebhookCall) => Promise<WebhookAnswer>;
}>;
