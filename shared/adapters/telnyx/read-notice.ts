import { z } from 'zod';
import type { ReportRequest } from '#ports/provider.ts';
import type { ReadNotice } from '#ports/registrar.ts';
import { keysOf, type Key } from './keys.ts';
import { isSigned } from './signature.ts';

export type NoticeReader = Readonly<{ publicKey: Key; /** milliseconds since 1970 */ now?: (() => number) | undefined }>;

const largestBody = 256 * 1024;

/** https://developers.telnyx.com/docs/messaging/10dlc/event-notifications */
const notice = z.object({
  data: z.object({
    event_type: z.string().startsWith('10dlc.'),
    payload: z.object({ brandId: z.string().nullish(), campaignId: z.string().nullish(), phoneNumber: z.string().nullish() }),
  }),
});

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A webhook about a brand, a campaign or a number: signed over time and body, and no older than five minutes. */
export const readNotice = ({ publicKey, now = Date.now }: NoticeReader, { method, headers, body }: ReportRequest): ReadNotice => {
  if (method !== 'POST') return { kind: 'malformed', why: 'not a POST' };
  if (body.length > largestBody) return { kind: 'malformed', why: 'the body is too large' };
  const signed = { signature: headers['telnyx-signature-ed25519'] ?? '', timestamp: headers['telnyx-timestamp'] ?? '', body };
  const { current, previous } = keysOf(publicKey);
  const isOurs = isSigned(current, signed, now()) || (previous !== undefined && isSigned(previous, signed, now()));
  if (!isOurs) return { kind: 'foreign', why: 'no signature of the last 5 minutes that matches' };
  const read = notice.safeParse(jsonOf(body));
  if (!read.success) return { kind: 'malformed', why: 'no event of a brand, a campaign or a number' };
  const { brandId, campaignId, phoneNumber } = read.data.data.payload;
  return { kind: 'notice', references: [brandId, campaignId, phoneNumber].filter((one) => one != null && one !== '') as string[] };
};
