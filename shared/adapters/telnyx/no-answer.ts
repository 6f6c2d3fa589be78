import type { CallFailed } from '#http/call-failed.ts';

/**
 * A call without an answer, as it travels through the telnyx package. The package reads the text of an error, and that of its `cause`, and
 * throws away whatever speaks of a time-out: so what happened is neither in the text nor a cause.
 */
export class NoAnswer extends Error {
  readonly failure: CallFailed;
  constructor(failure: CallFailed) {
    super('no answer');
    this.name = 'NoAnswer';
    this.failure = failure;
  }
}
