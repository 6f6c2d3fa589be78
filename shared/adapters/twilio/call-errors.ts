/** No answer came. `written` is false only where not a byte of the request can have left: then nothing was processed. */
export class CallFailed extends Error {
  readonly code: 'timeout' | 'connection_lost' | 'provider_unreachable';
  readonly written: boolean;
  constructor(code: CallFailed['code'], written: boolean) {
    super(`the provider did not answer: ${code}`);
    this.name = 'CallFailed';
    this.code = code;
    this.written = written;
  }
}

/** 429: documented as never processed. The SDK's own exception forgets the header that says how long to wait. */
export class TooManyRequests extends Error {
  readonly retryAfterMs: number | undefined;
  constructor(retryAfterMs: number | undefined) {
    super('the provider takes no more requests right now');
    this.name = 'TooManyRequests';
    this.retryAfterMs = retryAfterMs;
  }
}
