import type { ConversationEvent } from '#domain/conversation/events.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { DueCursor } from '#ports/documents.ts';
import { reaches, type BrandReach } from './brand-reach.ts';
import type { House } from './house.ts';
import { conversationWith, inboxOf, inboxPath, type InboxEntry } from './inbox-entry.ts';
import { showMessage } from './show-message.ts';

export type ShownEntry = Readonly<{
  reply: string;
  companyId: string;
  code: InboxEntry['code'];
  assignee?: string;
  channel: Channel;
  /** our number or page that it came to */ sender: string;
  /** who wrote what, and when; empty where the person was forgotten */
  from: string;
  body: string;
  at: string;
  campaignId?: string;
  /** messages of ours that it may answer */ messageIds: readonly string[];
}>;

const page = 100;
/** So many entries are looked at for one page, where only some of them are wanted. */
const mostLookedAt = 2_000;

const unclearOf = (outcome: ConversationEvent | undefined): Readonly<{ campaignId?: string; messageIds: readonly string[] }> => {
  if (outcome?.type !== 'ReplyUnclear') return { messageIds: [] };
  const { campaignId, messageId, candidates = [] } = outcome.data;
  return { ...(campaignId === undefined ? {} : { campaignId }), messageIds: messageId === undefined ? candidates : [messageId] };
};

const shown = async (house: House, { reply: id, companyId, code, assignee }: InboxEntry): Promise<readonly ShownEntry[]> => {
  const reply = (await conversationWith(house, id)).conversation.replies.get(id);
  if (!reply) return [];
  const { channel, sender } = reply.received;
  const { from, body, at, outcome } = reply;
  const who = assignee === undefined ? {} : { assignee };
  return [{ reply: id, companyId, code, channel, sender, from, body, at, ...unclearOf(outcome), ...who }];
};

/** Replies that wait for a person, oldest first, at most a hundred: of one company, or of all. */
export const listInbox = async (house: House, companyId?: string): Promise<readonly ShownEntry[]> => {
  const found = await house.documents.due<InboxEntry>(companyId === undefined ? 'inbox' : inboxOf(companyId), '9999', page);
  const all: ShownEntry[] = [];
  for (const { data } of found) all.push(...(await shown(house, data)));
  return all;
};

export type InboxWanted = Readonly<{
  companyId: string;
  limit: number;
  /** the last reply of the page before */ after?: string | undefined;
  code?: InboxEntry['code'] | undefined;
  /** null: nobody */ assignee?: string | null | undefined;
  campaignId?: string | undefined;
  channel?: Channel | undefined;
  /** our number or page */ sender?: string | undefined;
  /** somebody sees these alone */ reach?: BrandReach | undefined;
}>;
export type InboxPage = Readonly<{ entries: readonly ShownEntry[]; hasMore: boolean }>;

/** Where a reply stands in the inbox, also one that was resolved meanwhile. */
const cursorOf = async (house: House, { companyId, after, reach }: InboxWanted): Promise<DueCursor | undefined> => {
  if (after === undefined) return undefined;
  const found = await conversationWith(house, after).catch(() => undefined);
  const reply = found?.companyId === companyId ? found.conversation.replies.get(after) : undefined;
  if (!reply || (reach && !reach.senders.has(reply.received.sender)))
    throw new Refusal('cursor_unknown', 'starting_after names no reply of this company');
  return { dueAt: reply.at, path: inboxPath(companyId, after) };
};

/** Entries from before they told of it are looked up. */
const cameOf = async (house: House, entry: InboxEntry): Promise<Pick<InboxEntry, 'channel' | 'sender' | 'campaignId'>> => {
  if (entry.sender !== undefined) return entry;
  const [found] = await shown(house, entry);
  return found ?? {};
};

const isWanted = async (house: House, wanted: InboxWanted, entry: InboxEntry): Promise<boolean> => {
  const { code, assignee, campaignId, channel, sender, reach } = wanted;
  if (code !== undefined && entry.code !== code) return false;
  if (assignee !== undefined && (entry.assignee ?? null) !== assignee) return false;
  if (campaignId === undefined && channel === undefined && sender === undefined && reach === undefined) return true;
  const came = await cameOf(house, entry);
  if (reach && (came.sender === undefined || !reach.senders.has(came.sender) || !reaches(reach, came))) return false;
  return (
    (campaignId === undefined || came.campaignId === campaignId) &&
    (channel === undefined || came.channel === channel) &&
    (sender === undefined || came.sender === sender)
  );
};

/** What a message of others may be is not told. */
const within = async (house: House, { companyId, reach }: InboxWanted, entry: ShownEntry): Promise<ShownEntry> => {
  if (!reach) return entry;
  const messages = await Promise.all(
    entry.messageIds.map(async (id) => {
      const found = await showMessage(house, { companyId, messageId: id }).catch(() => undefined);
      return found && reaches(reach, { sender: found.from, campaignId: found.campaignId }) ? [id] : [];
    }),
  );
  return { ...entry, messageIds: messages.flat() };
};

/** Replies of a company that wait for a person, the one that waits longest first. Throws a Refusal `cursor_unknown`. */
export const inboxPage = async (house: House, wanted: InboxWanted): Promise<InboxPage> => {
  const { companyId, limit } = wanted;
  const chosen: InboxEntry[] = [];
  let after = await cursorOf(house, wanted);
  for (let looked = 0; looked < mostLookedAt && chosen.length <= limit;) {
    const found = await house.documents.due<InboxEntry>(inboxOf(companyId), '9999', page, after);
    for (const { data } of found) if (await isWanted(house, wanted, data)) chosen.push(data);
    looked += found.length;
    const last = found.at(-1);
    if (found.length < page || last?.dueAt === undefined) break;
    after = { dueAt: last.dueAt, path: last.path };
  }
  const entries: ShownEntry[] = [];
  for (const entry of chosen.slice(0, limit)) {
    const [one] = await shown(house, entry);
    if (one) entries.push(await within(house, wanted, one));
  }
  return { entries, hasMore: chosen.length > limit };
};
