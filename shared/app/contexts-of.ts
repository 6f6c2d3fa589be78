import { createHash } from 'node:crypto';
import type { Context } from '#domain/conversation/match-reply.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { later } from './claim-writes.ts';
import { conversationPath, type ConversationDocument } from './conversation-of.ts';
import type { House } from './house.ts';

/** Messages that one conversation remembers. */
const mostContexts = 10;
const rememberedDays = 400;

/** A message of ours and the conversation that it belongs to. */
export type Asked = Readonly<{ conversationId: string; context: Context }>;

/** Messages of one campaign that left together, so that each costs a fraction of a document; found under each of their conversations. */
type ContextsDocument = Readonly<{
  campaignId: string;
  sentAt: string;
  messages: readonly (Omit<Context, 'campaignId' | 'sentAt'> & Readonly<{ conversationId: string }>)[];
}>;

const collection = 'contexts';
/** Behind every moment that there will be: paths count down from it, so that the newest stand first. */
const endOfTime = 9_999_999_999_999;

const contextsPath = (sentAt: string, asked: readonly Asked[]): string => {
  const before = String(endOfTime - Date.parse(sentAt)).padStart(13, '0');
  const which = createHash('sha256').update(asked.map(({ context }) => context.messageId).join(' '));
  return `contexts/${before}-${which.digest('base64url').slice(0, 12)}`;
};

/** For the commit of the intents: what answers find their messages by. */
export const contextsWrites = (
  together: readonly Asked[],
  { campaignId, sentAt }: Readonly<{ campaignId: string; sentAt: string }>,
): readonly DocumentWrite[] => {
  if (together.length === 0) return [];
  // always in the same order, so that they are known again where they are made again from the log
  const asked = together.toSorted((one, other) => (one.context.messageId < other.context.messageId ? -1 : 1));
  const messages = asked.map(({ conversationId, context: { messageId, appointment, until, claim, run } }) => ({
    conversationId,
    messageId,
    claim,
    run,
    ...(appointment === undefined ? {} : { appointment }),
    ...(until === undefined ? {} : { until }),
  }));
  const data: ContextsDocument = { campaignId, sentAt, messages };
  const keys = [...new Set(asked.map(({ conversationId }) => conversationId))];
  return [{ path: contextsPath(sentAt, asked), data, keys, expiresAt: later(sentAt, rememberedDays) }];
};

const contextsIn = ({ campaignId, sentAt, messages }: ContextsDocument, wanted: string): readonly Context[] =>
  messages
    .flatMap(({ conversationId, ...context }) => (conversationId === wanted ? [{ campaignId, sentAt, ...context }] : []))
    .toReversed();

/** As many as one person may have got and still be looked through. */
const mostLookedAt = 200;

/** Whether messages that left together stand in one document. */
export const isKept = async ({ documents }: Pick<House, 'documents'>, together: readonly Asked[]): Promise<boolean> => {
  const [first] = together;
  if (!first) return true;
  const found = await documents.holding<ContextsDocument>(collection, first.conversationId, mostLookedAt);
  return found.some(({ data }) => {
    const there = new Set(data.messages.map(({ messageId }) => messageId));
    return together.every(({ context }) => there.has(context.messageId));
  });
};

/** The last messages of ours in a conversation, the newest first; one that was to leave twice counts by the later time. */
export const contextsOf = async ({ documents }: Pick<House, 'documents'>, conversationId: string): Promise<readonly Context[]> => {
  const [groups, before] = await Promise.all([
    documents.holding<ContextsDocument>(collection, conversationId, mostContexts),
    // as they were kept before they were kept together
    documents.get<ConversationDocument>(conversationPath(conversationId)),
  ]);
  const known = new Map<string, Context>();
  const all = [...groups.flatMap(({ data }) => contextsIn(data, conversationId)), ...(before?.data.contexts ?? [])];
  for (const one of all) if (!known.has(one.messageId)) known.set(one.messageId, one);
  return [...known.values()].slice(0, mostContexts);
};
