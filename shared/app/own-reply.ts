import { replyOf } from '#domain/conversation/look-after.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Reply } from '#domain/conversation/conversation.ts';
import type { House } from './house.ts';
import { conversationWith, type ReadConversation } from './inbox-entry.ts';

export type OwnReply = ReadConversation & Readonly<{ reply: Reply }>;

/** A reply of that company with its conversation. Throws a Refusal `reply_unknown`, also for one of another company. */
export const ownReply = async (house: House, { companyId, reply }: Readonly<{ companyId: string; reply: string }>): Promise<OwnReply> => {
  const found = await conversationWith(house, reply);
  if (found.companyId !== companyId) throw new Refusal('reply_unknown', `there is no reply ${reply}: list the conversations that wait`);
  return { ...found, reply: replyOf(found.conversation, reply) };
};
