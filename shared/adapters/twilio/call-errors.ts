/** 429: documented as never processed. The SDK's own exception forgets the header that says how long to wait. */
export class TooManyRequests extends Error {
  readonly retryAfterMs: number | undefined;
  constructor(retryAfterMs: number | undefined) {
    super('the provider takes no more requests right now');
    this.name = 'TooManyRequests';
    this.retryAfterMs = retryAfterMs;
  }
}
