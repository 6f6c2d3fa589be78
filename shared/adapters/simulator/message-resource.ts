import type { StoredMessage } from './message-store.ts';
import { segmentsOf } from './segments.ts';

/** What a segment costs, and what a message with media does, in US dollars; billed once a message has left. */
const segmentPrice = 0.0079;
const mediaPrice = 0.02;

const errorTexts: Readonly<Record<number, string>> = {
  30003: 'Unreachable destination handset',
  30005: 'Unknown destination handset',
  30006: 'Landline or unreachable carrier',
  30007: 'Message filtered',
  63016: 'Failed to send freeform message because you are outside the allowed window',
  63028: 'Number of parameters provided does not match the expected number of parameters',
};

let [lastSecond, lastText] = [Number.NaN, ''];

/** RFC 2822, as Twilio writes it; the text of the last second is kept, for most of them come together. */
export const rfc2822 = (at: number): string => {
  const second = Math.floor(at / 1000);
  if (second !== lastSecond) [lastSecond, lastText] = [second, new Date(at).toUTCString().replace('GMT', '+0000')];
  return lastText;
};

type Texts = Readonly<{ to: string; from: string; body: string; media?: readonly string[] | undefined }>;
type Shown = Pick<StoredMessage, 'sid' | 'status' | 'errorCode' | 'createdAt' | 'changedAt' | 'sentAt'>;

/** The message as Twilio's API shows it: every key of its schema `api.v2010.account.message`. */
export const messageResource = (accountId: string, message: Shown, { to, from, body, media = [] }: Texts) => {
  const { sid, status, errorCode, createdAt, changedAt, sentAt } = message;
  const uri = `/2010-04-01/Accounts/${accountId}/Messages/${sid}`;
  const segments = media.length > 0 ? 1 : segmentsOf(body);
  const price = media.length > 0 ? mediaPrice : segments * segmentPrice;
  return {
    account_sid: accountId,
    api_version: '2010-04-01',
    body,
    date_created: rfc2822(createdAt),
    date_sent: sentAt === undefined ? null : rfc2822(sentAt),
    date_updated: rfc2822(changedAt),
    direction: 'outbound-api',
    error_code: errorCode ?? null,
    error_message: errorCode === undefined ? null : (errorTexts[errorCode] ?? null),
    from,
    messaging_service_sid: null,
    num_media: String(media.length),
    num_segments: String(segments),
    price: sentAt === undefined ? null : (-price).toFixed(5),
    price_unit: 'USD',
    sid,
    status,
    subresource_uris: { media: `${uri}/Media.json` },
    to,
    uri: `${uri}.json`,
  };
};
