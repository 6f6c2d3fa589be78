import { callResource } from './call-resource.ts';
import type { Ledger } from './ledger.ts';
import { messageResource } from './message-resource.ts';
import type { MessageStore, StoredMessage } from './message-store.ts';

type Source = Readonly<{ accountId: string; store: MessageStore; ledger: Ledger; listLagMs: number }>;

/** What a list is of: `date` is the parameter that filters by when a message was sent, or a call was begun. */
type Listed<Resource> = Readonly<{
  name: string;
  path: string;
  date: string;
  has: (message: StoredMessage) => boolean;
  show: (accountId: string, message: StoredMessage, line: ReturnType<Ledger['lineAt']>) => Resource;
}>;

const largestPage = 1_000;
const usualPage = 50;
const dayMs = 86_400_000;

/** A whole number from a query, within bounds. */
const numberIn = (text: string | null, [least, most]: readonly [number, number], usual: number): number => {
  const value = text === null ? Number.NaN : Number(text);
  return Number.isInteger(value) ? Math.min(Math.max(value, least), most) : usual;
};

/** Filters by a date, both ends included; without a time, it means that day. What was not sent yet matches none. */
const dateFilter = (query: URLSearchParams, name: string): ((message: StoredMessage) => boolean) => {
  const [on, from, to] = [query.get(name), query.get(`${name}>`), query.get(`${name}<`)].map((text) =>
    text ? Date.parse(text) : Number.NaN,
  );
  const earliest = Math.max(...[on, from].map((at) => (at === undefined || Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at)));
  const onEnd = on === undefined || Number.isNaN(on) ? Number.POSITIVE_INFINITY : on + (query.get(name)?.includes('T') ? 0 : dayMs - 1);
  const latest = Math.min(onEnd, to === undefined || Number.isNaN(to) ? Number.POSITIVE_INFINITY : to);
  if (earliest === Number.NEGATIVE_INFINITY && latest === Number.POSITIVE_INFINITY) return () => true;
  // Twilio keeps whole seconds.
  return ({ sentAt }) => sentAt !== undefined && Math.floor(sentAt / 1000) * 1000 >= earliest && Math.floor(sentAt / 1000) * 1000 <= latest;
};

const pageStart = (store: MessageStore, query: URLSearchParams): number => {
  const last = store.find((query.get('PageToken') ?? '').replace(/^PA/, ''));
  return last ?? Number.POSITIVE_INFINITY;
};

/** A page of the list, newest first, in Twilio's envelope. A page token names the last message of the page before. */
const listOf = <Resource>(listed: Listed<Resource>, { accountId, store, ledger, listLagMs }: Source, query: URLSearchParams) => {
  const [pageSize, page] = [numberIn(query.get('PageSize'), [1, largestPage], usualPage), numberIn(query.get('Page'), [0, 1_000_000], 0)];
  const [matches, from, visibleBefore] = [dateFilter(query, listed.date), query.get('From'), Date.now() - listLagMs];
  const token = query.get('PageToken');
  let skip = token ? 0 : page * pageSize;
  let more = false;
  const found: Resource[] = [];
  let last = '';
  for (const number of store.newest(pageStart(store, query), query.get('To') ?? undefined)) {
    const message = store.get(number);
    if (!listed.has(message) || message.createdAt > visibleBefore || !matches(message)) continue;
    const line = ledger.lineAt(message.place);
    if (from !== null && line.from !== from) continue;
    if (skip > 0) skip -= 1;
    else if (found.length < pageSize) {
      found.push(listed.show(accountId, message, line));
      last = message.sid;
    } else more = true;
    if (more) break;
  }
  const path = `/2010-04-01/Accounts/${accountId}/${listed.path}`;
  const uriOf = (number: number, after?: string) => {
    const parameters = new URLSearchParams(query);
    parameters.set('PageSize', String(pageSize));
    parameters.set('Page', String(number));
    parameters.delete('PageToken');
    if (after) parameters.set('PageToken', `PA${after}`);
    return `${path}?${parameters.toString()}`;
  };
  return {
    first_page_uri: uriOf(0),
    end: page * pageSize + Math.max(found.length - 1, 0),
    [listed.name]: found,
    next_page_uri: more ? uriOf(page + 1, last) : null,
    page,
    page_size: pageSize,
    previous_page_uri: page > 0 ? uriOf(page - 1) : null,
    start: page * pageSize,
    uri: token ? `${path}?${query.toString()}` : uriOf(page),
  };
};

export const listMessages = (source: Source, query: URLSearchParams) =>
  listOf(
    { name: 'messages', path: 'Messages.json', date: 'DateSent', has: ({ kind }) => kind !== 'CA', show: messageResource },
    source,
    query,
  );

export const listCalls = (source: Source, query: URLSearchParams) =>
  listOf({ name: 'calls', path: 'Calls.json', date: 'StartTime', has: ({ kind }) => kind === 'CA', show: callResource }, source, query);
