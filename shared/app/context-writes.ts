import type { Definition } from '#domain/campaign/definition.ts';
import type { Context } from '#domain/conversation/match-reply.ts';
import { linksOf } from '#domain/message/links-of.ts';
import { messageIdIn, type Channel } from '#domain/kernel/ids.ts';
import type { Document, DocumentWrite } from '#ports/documents.ts';
import { later } from './claim-writes.ts';
import { conversationOf, conversationPath, type ConversationDocument, type Speakers } from './conversation-of.ts';
import type { House } from './house.ts';
import { senderIn } from './route-group.ts';
import { senderWrites } from './sender-writes.ts';
import type { WorkMessage, WorkSession } from './work-session.ts';

/** Messages that one conversation remembers. */
const mostContexts = 10;
const rememberedDays = 400;

/** Whether answers are asked for, or are to be expected. */
export const isAnswerable = (definition: Definition): boolean =>
  definition.replies !== undefined || definition.fields['appointmentDate'] !== undefined || linksOf(definition).length > 0;

/** Nobody answers a mail here, and a key that is pressed belongs to its call. */
export const isConversation = (channel: Channel): boolean => channel !== 'email' && channel !== 'voice';

const contextOf = ({ item }: WorkSession, message: WorkMessage, sentAt: string): Context => {
  const { appointment, validUntil: until, place, claim, run } = message;
  const about = { ...(appointment ? { appointment: appointment.key } : {}), ...(until === undefined ? {} : { until }) };
  return { messageId: messageIdIn(item.payload.stream, place), campaignId: item.campaignId, ...about, sentAt, claim, run };
};

/** What was sent again stands where it was sent last. */
export const mergedContexts = (news: readonly Context[], before: readonly Context[]): readonly Context[] => {
  const again = new Set(before.map(({ messageId }) => messageId));
  const all = [
    ...news.filter(({ messageId }, n) => !again.has(messageId) && news.findIndex((one) => one.messageId === messageId) === n),
    ...before,
  ];
  return all.toSorted((one, other) => (one.sentAt > other.sentAt ? -1 : one.sentAt < other.sentAt ? 1 : 0)).slice(0, mostContexts);
};

/** Where the messages of a conversation stand. */
export const contextPlace = (house: Pick<House, 'vault'>, companyId: string, speakers: Speakers): string =>
  conversationPath(conversationOf(house, companyId, speakers));

const contextWrite = (
  path: string,
  found: Document<ConversationDocument> | undefined,
  { news, now }: Readonly<{ news: readonly Context[]; now: string }>,
): DocumentWrite => {
  const again = new Set(news.map(({ messageId }) => messageId));
  const before = (found?.data.contexts ?? []).filter(({ messageId }) => !again.has(messageId));
  const data: ConversationDocument = { contexts: [...news, ...before].slice(0, mostContexts) };
  return { path, data, expiresAt: later(now, rememberedDays), ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }) };
};

/** The new messages of each conversation, by its document's path. */
const newsIn = (session: WorkSession, indexes: readonly number[], now: string): ReadonlyMap<string, readonly Context[]> => {
  const { house, item, messages } = session;
  const news = new Map<string, Context[]>();
  for (const index of indexes) {
    const message = messages[index];
    if (!message || message.followUp?.kind === 'answer' || message.followUp?.kind === 'consent') continue;
    const speakers = { channel: message.place.channel, sender: senderIn(session, index) ?? '', contactPoint: message.to };
    const path = conversationPath(conversationOf(house, item.companyId, speakers));
    news.set(path, [contextOf(session, message, now), ...(news.get(path) ?? [])]);
  }
  return news;
};

/**
 * What the commit of intents writes of their conversations, so that an answer finds its message: the last ten of each. None for campaigns
 * without appointments that ask for no answer. By the time somebody can answer it is there.
 */
export const contextWrites = async (
  session: WorkSession,
  definition: Definition,
  indexes: readonly number[],
): Promise<readonly DocumentWrite[]> => {
  const { house, item, provider } = session;
  const { channel } = item;
  if (!isConversation(channel)) return [];
  const account = { provider: provider.name, accountId: provider.accountId };
  const owns = indexes.map((index) => ({ ...account, channel, sender: senderIn(session, index) ?? '' }));
  const senders = await senderWrites(house, item, owns);
  if (!isAnswerable(definition)) return senders;
  const now = house.clock.now();
  const news = newsIn(session, indexes, now);
  const paths = [...news.keys()];
  const found = await house.documents.getMany<ConversationDocument>(paths);
  return [...senders, ...paths.map((path, n) => contextWrite(path, found[n], { news: news.get(path) ?? [], now }))];
};
