import type { House } from './house.ts';
import { conversationWith, inboxOf, type InboxEntry } from './inbox-entry.ts';

export type ShownEntry = Readonly<{
  reply: string;
  companyId: string;
  code: InboxEntry['code'];
  assignee?: string;
  /** who wrote what, and when; empty where the person was forgotten */
  from: string;
  body: string;
  at: string;
}>;

const page = 100;

/** Replies that wait for a person, oldest first, at most a hundred: of one company, or of all. */
export const listInbox = async (house: House, companyId?: string): Promise<readonly ShownEntry[]> => {
  const found = await house.documents.due<InboxEntry>(companyId === undefined ? 'inbox' : inboxOf(companyId), '9999', page);
  const shown: ShownEntry[] = [];
  for (const { data } of found) {
    const reply = (await conversationWith(house, data.reply)).conversation.replies.get(data.reply);
    const { code, assignee } = data;
    if (reply)
      shown.push({
        reply: data.reply,
        companyId: data.companyId,
        code,
        from: reply.from,
        body: reply.body,
        at: reply.at,
        ...(assignee === undefined ? {} : { assignee }),
      });
  }
  return shown;
};
