import { parseMessageId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import { answerTypes, isAnswer, meaningOf, type Conversation, type Meaning, type Reply } from './conversation.ts';
import type { ConversationEvent } from './events.ts';

/** What staff does with a reply: `by` is who. Times are UTC ISO. */
export type LookAfter =
  | Readonly<{ kind: 'assign'; assignee: string }>
  | Readonly<{ kind: 'reopen'; by: string }>
  /** `as`: what it means for the appointment of `messageId`, where it means something */
  | Readonly<{
      kind: 'resolve';
      by: string;
      as?: Readonly<{ meaning: Meaning; messageId: string; campaignId: string; appointment?: string }>;
    }>;

/** Throws a Refusal where the conversation has no such reply. */
export const replyOf = (conversation: Conversation, replyId: string): Reply => {
  const reply = conversation.replies.get(replyId);
  if (reply) return reply;
  throw new Refusal('reply_unknown', `there is no reply ${replyId}: "carillon inbox list" shows those that wait for somebody`);
};

const resolved = (reply: Reply, { by, as }: Extract<LookAfter, { kind: 'resolve' }>): readonly ConversationEvent[] => {
  const id = reply.received.reply;
  const known = isAnswer(reply.outcome) ? meaningOf(reply.outcome) : undefined;
  if (as && known !== undefined && known !== as.meaning)
    throw new Refusal('reply_read', `${id} was read as "${known}" already: tell the appointment's own system what is so now`);
  if (as && !parseMessageId(as.messageId)) throw new Refusal('message_unknown', 'no message of that id was ever sent from here');
  const answer: readonly ConversationEvent[] =
    as && known === undefined
      ? [
          {
            type: answerTypes[as.meaning],
            data: {
              reply: id,
              campaignId: as.campaignId,
              messageId: as.messageId,
              ...(as.appointment === undefined ? {} : { appointment: as.appointment }),
              saidAt: reply.at,
              confidence: 1,
              via: 'staff',
            },
          },
        ]
      : [];
  return [...answer, ...(reply.isResolved ? [] : [{ type: 'ReplyResolved' as const, data: { reply: id, resolvedBy: by } }])];
};

/** Nothing where it is so already. Throws Refusals. */
export const lookAfter = (conversation: Conversation, replyId: string, what: LookAfter): readonly ConversationEvent[] => {
  const reply = replyOf(conversation, replyId);
  if (what.kind === 'resolve') return resolved(reply, what);
  if (what.kind === 'reopen') return reply.isResolved ? [{ type: 'ReplyReopened', data: { reply: replyId, reopenedBy: what.by } }] : [];
  if (reply.isResolved) throw new Refusal('reply_resolved', `${replyId} needs nobody any more`);
  return reply.assignee === what.assignee ? [] : [{ type: 'ReplyAssigned', data: { reply: replyId, assignee: what.assignee } }];
};
