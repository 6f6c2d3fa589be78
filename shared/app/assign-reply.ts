import { lookAfter } from '#domain/conversation/look-after.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { StreamMoved } from '#ports/event-store.ts';
import type { House } from './house.ts';
import { conversationWith, inboxPath, type InboxEntry } from './inbox-entry.ts';

const tries = 5;

/** Somebody of the staff looks after it from now on. Again: nothing. Throws Refusals. */
export const assignReply = async (house: House, { reply, to }: Readonly<{ reply: string; to: string }>, cause: Cause): Promise<void> => {
  for (let left = tries; ; left--) {
    const { conversation, companyId, stream, at } = await conversationWith(house, reply);
    const events = lookAfter(conversation, reply, { kind: 'assign', assignee: to });
    const path = inboxPath(companyId, reply);
    const entry = await house.documents.get<InboxEntry>(path);
    if (events.length === 0) return;
    const documents = entry
      ? [
          {
            path,
            data: { ...entry.data, assignee: to },
            ifVersion: entry.version,
            ...(entry.dueAt === undefined ? {} : { dueAt: entry.dueAt }),
          },
        ]
      : [];
    try {
      await house.store.append({ stream, companyId, expected: at, events, documents, cause });
      return;
    } catch (error) {
      if (!(error instanceof StreamMoved) || left <= 1) throw error;
    }
  }
};
