import type { Meaning } from '#domain/conversation/conversation.ts';
import { lookAfter, replyOf, type LookAfter } from '#domain/conversation/look-after.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { DocumentMoved, type DocumentWrite } from '#ports/documents.ts';
import { StreamMoved } from '#ports/event-store.ts';
import { answeredWrites } from './answered-messages.ts';
import type { House } from './house.ts';
import { conversationWith, inboxPath } from './inbox-entry.ts';
import { namedContext } from './named-context.ts';

export type ResolveRequest = Readonly<{
  reply: string;
  by: string;
  /** what the person meant; left out: it is settled otherwise */ as?: Meaning | undefined;
  /** about which message, where several may be meant */ messageId?: string | undefined;
}>;
export type ResolveAnswer = Readonly<{ reply: string; isNew: boolean; as?: Meaning }>;

const tries = 5;

/** The only message that it may be about, unless one is named. */
const messageOf = ({ outcome }: ReturnType<typeof replyOf>, { messageId }: ResolveRequest): string => {
  if (messageId !== undefined) return messageId;
  const { messageId: known, candidates = [] } = outcome?.type === 'ReplyUnclear' ? outcome.data : { messageId: undefined };
  const [only, ...others] = known === undefined ? candidates : [known];
  if (only !== undefined && others.length === 0) return only;
  throw new Refusal('message_missing', 'say which message it answers, with --message: "carillon inbox show" lists them');
};

const whatIs = async (
  house: House,
  request: ResolveRequest,
  reply: ReturnType<typeof replyOf>,
): Promise<Extract<LookAfter, { kind: 'resolve' }>> => {
  const { by, as } = request;
  if (as === undefined) return { kind: 'resolve', by };
  const context = await namedContext(house, [], { messageId: messageOf(reply, request) });
  if (!context) throw new Refusal('message_unknown', 'no message of that id was ever sent from here');
  const { messageId, campaignId, appointment } = context;
  return { kind: 'resolve', by, as: { meaning: as, messageId, campaignId, ...(appointment === undefined ? {} : { appointment }) } };
};

/** A person has looked after a reply: it leaves the inbox, and where he says what it means the appointment has its answer. Again: nothing. Throws Refusals. */
export const resolveReply = async (house: House, request: ResolveRequest, cause: Cause): Promise<ResolveAnswer> => {
  for (let left = tries; ; left--) {
    const { conversation, companyId, stream, at } = await conversationWith(house, request.reply);
    const reply = replyOf(conversation, request.reply);
    const what = await whatIs(house, request, reply);
    const events = lookAfter(conversation, request.reply, what);
    const as = what.as ? { as: what.as.meaning } : {};
    if (events.length === 0) return { reply: request.reply, isNew: false, ...as };
    const { channel } = reply.received;
    const answer = what.as && { meaning: what.as.meaning, channel, saidAt: reply.at, reply: request.reply };
    const answered = what.as && answer ? await answeredWrites(house, { ...what.as, companyId }, answer, cause.now) : [];
    const documents: readonly DocumentWrite[] = [{ path: inboxPath(companyId, request.reply), delete: true }, ...answered];
    try {
      await house.store.append({ stream, companyId, expected: at, events, documents, cause });
      return { reply: request.reply, isNew: true, ...as };
    } catch (error) {
      if (!(error instanceof StreamMoved || error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};
