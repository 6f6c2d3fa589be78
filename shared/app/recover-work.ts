import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Place } from '#domain/kernel/ids.ts';
import type { DoubtOutcome } from '#domain/work/work.ts';
import { accountOf, viaOf } from '#domain/work/work-item.ts';
import type { Found, Provider } from '#ports/provider.ts';
import { lastCallAt } from './call-provider.ts';
import { saySeldom } from './say-seldom.ts';
import { commitDecided, decideIn, type WorkMessage, type WorkSession } from './work-session.ts';

/** How much longer ago than our intent a record may be made: our clock may have been set between two runs. */
const slackMs = 300_000;
/** A call that timed out on our side may still be on its way for a moment. */
const settleMs = 1_000;
/**
 * A handler asks for no further recipients after this much real time, and never so late that what it is told could not be stored within its
 * lease: the next one asks for the rest.
 */
const mostAskingMs = 45_000;
/** Real time in which somebody may put an account back that was taken out of the configuration. */
const putBackMs = 86_400_000;
/** Recipients that a provider is asked about at once. */
const abreast = 10;

type Doubt = Readonly<{
  index: number;
  startedAt: string;
  message: WorkMessage;
  ageMs: number;
  /** who was asked to send it */ via: string;
}>;

const keyOf = ({ row, channel, offset }: Place): string => `${row}.${channel}.${offset}`;

/** References that the log knows for the messages of this chunk: a late callback settles its message. */
const knownReferences = (events: readonly RecordedEvent[]): ReadonlyMap<string, string> => {
  const references = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'MessageSent' || event.type === 'DeliveryReported') references.set(keyOf(event.data), event.data.reference);
  }
  return references;
};

/**
 * Each record of the provider settles one message: same recipient, same words, not known to be another message's. It lists no words of a
 * call, and of an approved text those that it has filled in: there the recipient has to do.
 */
const take = (found: Found[], { message }: Doubt, taken: Set<string>): Found | undefined => {
  const says = ({ body }: Found): boolean =>
    body === undefined || message.content?.approved !== undefined || body === message.body.toWellFormed();
  const match = found.find((one) => one.to === message.to && says(one) && !taken.has(one.reference));
  if (match) taken.add(match.reference);
  return match;
};

type Asked = Readonly<{ provider: Provider; doubts: readonly Doubt[]; taken: Set<string> }>;

/** Real time in milliseconds after which no further question is asked. */
const askingEnds = ({ house, item }: WorkSession, provider: Provider): number =>
  Math.min(house.clock.realMs() + mostAskingMs, lastCallAt(provider, item.lease?.until ?? 0));

/** What the provider lists, asked once for each recipient. */
const listsOf = ({ find }: Provider, withinMs: number) => {
  const lists = new Map<string, Promise<Found[]>>();
  return ({ message: { to, place } }: Doubt): Promise<Found[]> => {
    const key = `${place.channel} ${to}`;
    const list = lists.get(key) ?? Promise.resolve(find?.(to, withinMs, place.channel) ?? []).then((found) => [...found]);
    lists.set(key, list);
    return list;
  };
};

const askProvider = async (session: WorkSession, { provider, doubts, taken }: Asked): Promise<[number, DoubtOutcome][]> => {
  const { house } = session;
  const until = askingEnds(session, provider);
  // absent proves something only after the provider's list has caught up
  const isTold = ({ ageMs }: Doubt): boolean => ageMs >= provider.callTimeoutMs + provider.listLagMs;
  if (!provider.find) return doubts.filter(isTold).map(({ index }) => [index, { kind: 'untold', code: 'no_answer' }]);
  const listOf = listsOf(provider, Math.max(0, ...doubts.map(({ ageMs }) => ageMs)) + slackMs);
  const outcomes: [number, DoubtOutcome][] = [];
  for (let at = 0; at < doubts.length && house.clock.realMs() <= until; at += abreast) {
    const some = doubts.slice(at, at + abreast);
    const lists = await Promise.allSettled(some.map(listOf));
    for (const [n, doubt] of some.entries()) {
      const list = lists[n];
      if (list?.status !== 'fulfilled') continue;
      const match = take(list.value, doubt, taken);
      if (match) outcomes.push([doubt.index, { kind: 'found', reference: match.reference }]);
      else if (isTold(doubt)) outcomes.push([doubt.index, { kind: 'absent' }]);
    }
    if (lists.every(({ status }) => status === 'fulfilled')) continue;
    house.log.warn({ provider: provider.name }, 'the provider did not answer what became of messages in doubt: asked again later');
    break;
  }
  return outcomes;
};

/** Who was asked to send them; before that was noted it was whoever has the company's account. */
const doubtsOf = ({ house, item, messages, provider }: WorkSession): readonly Doubt[] => {
  const now = house.clock.realMs();
  const usual = viaOf({ provider: provider.name, accountId: provider.accountId });
  return item.inFlight.map(([index, startedAt, via = usual]): Doubt => {
    const message = messages[index];
    if (!message) throw new Error(`the payload of the work item has no message ${index}`);
    return { index, startedAt, message, ageMs: now - Date.parse(startedAt), via };
  });
};

type Known = ReadonlyMap<string, string>;

type About = Readonly<{ via: string; doubts: readonly Doubt[]; known: Known }>;

/** Of those that went by an account that the house has no more nobody can be asked: a person decides, once it was not put back for a day. */
const untold = ({ house }: WorkSession, { via, doubts }: Omit<About, 'known'>): [number, DoubtOutcome][] => {
  saySeldom(
    house,
    `doubts ${via}`,
    { provider: accountOf(via).provider, inDoubt: doubts.length },
    'messages in doubt went by an account that is not in the configuration: put it back, or nobody can tell what became of them',
  );
  return doubts.filter(({ ageMs }) => ageMs >= putBackMs).map(({ index }) => [index, { kind: 'untold', code: 'no_answer' }]);
};

/** First what the log says (a late callback), then what the provider lists. */
const settle = async (session: WorkSession, { via, doubts, known }: About): Promise<void> => {
  const { house } = session;
  const account = accountOf(via);
  const provider = house.providerFor(account);
  const isKnown = ({ message }: Doubt): boolean => known.has(keyOf(message.place));
  const settled: [number, DoubtOutcome][] = doubts
    .filter(isKnown)
    .map((doubt) => [doubt.index, { kind: 'found', reference: known.get(keyOf(doubt.message.place)) ?? '' }]);
  const open = doubts.filter((doubt) => !isKnown(doubt));
  const askable = open.filter(({ ageMs }) => ageMs >= (provider?.callTimeoutMs ?? 0) + settleMs);
  if (provider) settled.push(...(await askProvider(session, { provider, doubts: askable, taken: new Set(known.values()) })));
  else if (open.length > 0) settled.push(...untold(session, { via, doubts: open }));
  const count = (wanted: DoubtOutcome['kind']): number => settled.filter(([, { kind }]) => kind === wanted).length;
  const left = { open: doubts.length - settled.length, held: count('untold') };
  house.log.info(
    { provider: account.provider, inDoubt: doubts.length, found: count('found'), absent: count('absent'), ...left },
    'looked after doubts',
  );
  if (settled.length === 0) return;
  const data = { doubts: settled, ...account, now: house.clock.now() };
  await commitDecided(session, (held) => decideIn(session, held, { type: 'SettleDoubts', data }));
};

/**
 * Settles messages whose intent is stored without an answer, with whoever was asked to send them. Absent there, they are sent again. What
 * can't be told yet stays in flight.
 */
export const recoverWork = async (session: WorkSession): Promise<void> => {
  const { house, item } = session;
  const { events } = await house.store.read(item.payload.stream);
  const known = knownReferences(events);
  for (const [via, doubts] of Map.groupBy(doubtsOf(session), (doubt) => doubt.via)) await settle(session, { via, doubts, known });
};
