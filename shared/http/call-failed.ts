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
