import type { Definition } from '#domain/campaign/definition.ts';
import type { Context } from '#domain/conversation/match-reply.ts';
import { linksOf } from '#domain/message/links-of.ts';
import { messageIdIn, type Channel } from '#domain/kernel/ids.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { contextsWrites, type Asked } from './contexts-of.ts';
import { conversationOf } from './conversation-of.ts';
import { senderIn } from './route-group.ts';
import { senderWrites } from './sender-writes.ts';
import type { WorkMessage, WorkSession } from './work-session.ts';

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

/** The messages with their conversations; whoever was thanked is not asked anything by it. */
const askedIn = (session: WorkSession, indexes: readonly number[], now: string): readonly Asked[] => {
  const { house, item, messages } = session;
  return indexes.flatMap((index) => {
    const message = messages[index];
    if (!message || message.followUp?.kind === 'answer' || message.followUp?.kind === 'consent') return [];
    const speakers = { channel: message.place.channel, sender: senderIn(session, index) ?? '', contactPoint: message.to };
    return [{ conversationId: conversationOf(house, item.companyId, speakers), context: contextOf(session, message, now) }];
  });
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
  const sentAt = house.clock.now();
  return [...senders, ...contextsWrites(askedIn(session, indexes, sentAt), { campaignId: item.campaignId, sentAt })];
};
