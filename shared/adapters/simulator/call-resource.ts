import type { StoredMessage } from './message-store.ts';
import { rfc2822 } from './message-resource.ts';

/** What a minute that was begun costs, in US dollars. */
const minutePrice = 0.014;

const parts = ['notifications', 'recordings', 'payments', 'events', 'siprec', 'streams', 'transcriptions'] as const;
const longParts = { user_defined_message_subscriptions: 'UserDefinedMessageSubscriptions', user_defined_messages: 'UserDefinedMessages' };

const nanp = /^\+1(\d{3})(\d{3})(\d{4})$/;
const formatted = (number: string): string => number.replace(nanp, '($1) $2-$3');

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

type Shown = Pick<StoredMessage, 'sid' | 'status' | 'createdAt' | 'changedAt' | 'sentAt' | 'answeredBy'>;
type Line = Readonly<{ to: string; from: string }>;

const over: ReadonlySet<string> = new Set(['completed', 'busy', 'no-answer', 'failed', 'canceled']);

/** Whole seconds from answer to end; undefined where nobody answered, or somebody still listens. */
export const secondsOf = ({ status, sentAt, changedAt }: Pick<StoredMessage, 'status' | 'sentAt' | 'changedAt'>): number | undefined =>
  status === 'completed' && sentAt !== undefined ? Math.max(1, Math.ceil((changedAt - sentAt) / 1000)) : undefined;

/** The call as Twilio's API shows it: every key of its schema `api.v2010.account.call`. */
export const callResource = (accountId: string, call: Shown, { to, from }: Line) => {
  const { sid, status, createdAt, changedAt, sentAt, answeredBy } = call;
  const uri = `/2010-04-01/Accounts/${accountId}/Calls/${sid}`;
  const seconds = secondsOf(call);
  const links = [...parts.map((part) => [part, capital(part)] as const), ...Object.entries(longParts)];
  return {
    sid,
    date_created: rfc2822(createdAt),
    date_updated: rfc2822(changedAt),
    parent_call_sid: null,
    account_sid: accountId,
    to,
    to_formatted: formatted(to),
    from,
    from_formatted: formatted(from),
    phone_number_sid: `PN${'0'.repeat(32)}`,
    status,
    start_time: sentAt === undefined ? null : rfc2822(sentAt),
    end_time: over.has(status) ? rfc2822(changedAt) : null,
    duration: seconds === undefined ? null : String(seconds),
    price: seconds === undefined ? null : (-Math.ceil(seconds / 60) * minutePrice).toFixed(5),
    price_unit: 'USD',
    direction: 'outbound-api',
    answered_by: answeredBy ?? null,
    api_version: '2010-04-01',
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    queue_time: '0',
    trunk_sid: null,
    uri: `${uri}.json`,
    subresource_uris: Object.fromEntries(links.map(([name, path]) => [name, `${uri}/${path}.json`])),
  };
};
