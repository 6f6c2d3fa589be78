import type { StoredMessage } from './message-store.ts';
import { segmentsOf } from './segments.ts';

/** What a segment costs, in US dollars; billed once a message has left. */
const segmentPrice = 0.0079;

const errorTexts: Readonly<Record<number, string>> = {
  30003: 'Unreachable destination handset',
  30005: 'Unknown destination handset',
  30006: 'Landline or unreachable carrier',
  30007: 'Message filtered',
};

let [lastSecond, lastText] = [Number.NaN, ''];

/** RFC 2822, as Twilio writes it; the text of the last second is kept, for most of them come together. */
const rfc2822 = (at: number): string => {
  const second = Math.floor(at / 1000);
  if (second !== lastSecond) [lastSecond, lastText] = [second, new Date(at).toUTCString().replace('GMT', '+0000')];
  return lastText;
};

type Texts = Readonly<{ to: string; from: string; body: string }>;
type Shown = Pick<StoredMessage, 'sid' | 'status' | 'errorCode' | 'createdAt' | 'changedAt' | 'sentAt'>;

/** The message as Twilio's API shows it: every key of its schema `api.v2010.account.message`. */
export const messageResource = (accountId: string, message: Shown, { to, from, body }: Texts) => {
  const { sid, status, errorCode, createdAt, changedAt, sentAt } = message;
  const uri = `/2010-04-01/Accounts/${accountId}/Messages/${sid}`;
  const segments = segmentsOf(body);
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
    num_media: '0',
    num_segments: String(segments),
    price: sentAt === undefined ? null : (-segments * segmentPrice).toFixed(5),
    price_unit: 'USD',
    sid,
    status,
    subresource_uris: { media: `${uri}/Media.json` },
    to,
    uri: `${uri}.json`,
  };
};
