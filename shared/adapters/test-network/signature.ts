import { createHmac, timingSafeEqual } from 'node:crypto';

export const signatureHeader = 'x-carillon-test-signature';

/** Of the whole request, so that nobody but this house can make a report of a test. */
export const signatureOf = (secret: string, url: string, body: string): string =>
  createHmac('sha256', secret).update(`${url}\n${body}`).digest('hex');

export const isSigned = (given: string | undefined, wanted: string): boolean =>
  given !== undefined && given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
