import { conversationOf, type Conversation } from '#domain/conversation/conversation.ts';
import type { ConversationEvent, UnclearCode } from '#domain/conversation/events.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { conversationStream } from '#domain/kernel/streams.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { receivedPath, type ReceivedDocument } from './conversation-of.ts';
import type { House } from './house.ts';

/** A reply that waits for a person; what was written stands in the log alone. */
export type InboxEntry = Readonly<{
  reply: string;
  companyId: string;
  conversationId: string;
  code: UnclearCode;
  assignee?: string;
  /** by what it came, and what it is about; entries from before this have none of it */
  channel?: Channel;
  sender?: string;
  campaignId?: string;
}>;

export const inboxOf = (companyId: string): string => `companies/${companyId}/inbox`;
export const inboxPath = (companyId: string, reply: string): string => `${inboxOf(companyId)}/${reply}`;

type Where = Readonly<{ companyId: string; conversationId: string }>;

/** What a list is chosen by besides. */
export type Came = Readonly<{ channel: Channel; sender: string }>;

/** For the commit that finds a reply unclear: from then on it waits in the inbox. */
export const inboxWrites = (
  { companyId, conversationId }: Where,
  { channel, sender }: Came,
  events: readonly ConversationEvent[],
): readonly DocumentWrite[] =>
  events.flatMap((event) => {
    if (event.type !== 'ReplyUnclear') return [];
    const { reply, code, saidAt, campaignId } = event.data;
    const about = campaignId === undefined ? {} : { campaignId };
    const data: InboxEntry = { reply, companyId, conversationId, code, channel, sender, ...about };
    return [{ path: inboxPath(companyId, reply), data, dueAt: saidAt }];
  });

export type ReadConversation = Where & Readonly<{ stream: string; conversation: Conversation; at: number }>;

/** The conversation that a reply belongs to. Throws a Refusal for a reply that nobody knows, or whose time is over. */
export const conversationWith = async ({ documents, store }: House, reply: string): Promise<ReadConversation> => {
  const received = (await documents.get<ReceivedDocument>(receivedPath(reply)))?.data;
  if (!received) throw new Refusal('reply_unknown', `there is no reply ${reply}: "carillon inbox list" shows those that wait for somebody`);
  const { companyId, conversationId } = received;
  const stream = conversationStream(conversationId);
  const { events, at } = await store.read(stream);
  return { companyId, conversationId, stream, conversation: conversationOf(events as Parameters<typeof conversationOf>[0]), at };
};
