import { lookAfter, replyOf } from '#domain/conversation/look-after.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { StreamMoved } from '#ports/event-store.ts';
import type { House } from './house.ts';
import { conversationWith, inboxPath, type InboxEntry } from './inbox-entry.ts';

const tries = 5;

/** A reply that was looked after waits in the inbox once more; what its appointment was answered stays. False: it waits already. Throws Refusals. */
export const reopenReply = async (house: House, { reply, by }: Readonly<{ reply: string; by: string }>, cause: Cause): Promise<boolean> => {
  for (let left = tries; ; left--) {
    const { conversation, companyId, conversationId, stream, at } = await conversationWith(house, reply);
    const events = lookAfter(conversation, reply, { kind: 'reopen', by });
    if (events.length === 0) return false;
    const known = replyOf(conversation, reply);
    const { channel, sender } = known.received;
    const { code = 'words', campaignId } = known.unclear ?? {};
    const about = { channel, sender, ...(campaignId === undefined ? {} : { campaignId }) };
    const data: InboxEntry = {
      reply,
      companyId,
      conversationId,
      code,
      ...about,
      ...(known.assignee === undefined ? {} : { assignee: known.assignee }),
    };
    const entry: DocumentWrite = { path: inboxPath(companyId, reply), data, dueAt: known.at };
    try {
      await house.store.append({ stream, companyId, expected: at, events, documents: [entry], cause });
      return true;
    } catch (error) {
      if (!(error instanceof StreamMoved) || left <= 1) throw error;
    }
  }
};
