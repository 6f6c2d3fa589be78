import type { RecordedEvent } from '#domain/catalogue.ts';
import { conversationOf, type Reply } from '#domain/conversation/conversation.ts';
import type { ConversationEvent } from '#domain/conversation/events.ts';
import type { Document, DocumentWrite } from '#ports/documents.ts';
import { later } from './claim-writes.ts';
import { receivedPath, type ReceivedDocument } from './conversation-of.ts';
import type { House } from './house.ts';
import { inboxPath, inboxWrites, type InboxEntry } from './inbox-entry.ts';

/** What a conversation's stream says of the documents that stand beside it: which replies somebody has still to read, and which wait for a person. */

const rememberedDays = 400;

type Told = ConversationEvent & RecordedEvent;

/** A reply that was read is read; one that was not waits, from when it came; one that could not be read is parked until somebody replays it. */
const receivedIn = (
  reply: Reply,
  events: readonly Told[],
  { companyId, conversationId }: ReceivedDocument,
): Omit<ReceivedDocument, never> => {
  const last = events.findLast(({ type }) => type === 'ReplyParked' || type === 'ReplyReplayed');
  const about = { companyId, conversationId };
  if (reply.outcome) return { ...about, status: 'read', attempts: 0 };
  if (last?.type !== 'ReplyParked') return { ...about, status: 'waiting', attempts: 0 };
  return { ...about, status: 'parked', attempts: last.data.attempts, error: last.data.code };
};

/** Only where there is none: what stands is newer than what anybody could read of the log. */
const receivedWrites = (
  reply: Reply,
  events: readonly Told[],
  { where, found, now }: Readonly<{ where: ReceivedDocument; found: Document | undefined; now: string }>,
): readonly DocumentWrite[] => {
  const cameAt = events[0]?.occurredAt ?? now;
  const expiresAt = later(events.at(-1)?.occurredAt ?? cameAt, rememberedDays);
  if (found || expiresAt <= now) return [];
  const data = receivedIn(reply, events, where);
  const due = data.status === 'waiting' ? { dueAt: cameAt } : {};
  return [{ path: receivedPath(reply.received.reply), data, ...due, expiresAt, ifAbsent: true }];
};

const entryOf = (reply: Reply, events: readonly Told[], where: ReceivedDocument) => {
  const [write] = reply.isResolved ? [] : inboxWrites(where, reply.received, events);
  if (!write || !('data' in write)) return undefined;
  const { assignee } = reply;
  const data: InboxEntry = { ...(write.data as InboxEntry), ...(assignee === undefined ? {} : { assignee }) };
  return { ...write, data };
};

const entryWrites = (path: string, wanted: ReturnType<typeof entryOf>, found: Document | undefined): readonly DocumentWrite[] => {
  if (!wanted) return found ? [{ path, delete: true, ifVersion: found.version }] : [];
  if (!found) return [{ ...wanted, ifAbsent: true }];
  return JSON.stringify(found.data) === JSON.stringify(wanted.data) ? [] : [{ ...wanted, ifVersion: found.version }];
};

/** What is missing or wrong of them. */
export const conversationWrites = async (
  { documents, store }: Pick<House, 'documents' | 'store'>,
  stream: string,
  now: string,
): Promise<readonly DocumentWrite[]> => {
  const events = (await store.read(stream)).events as readonly Told[];
  const { replies } = conversationOf(events);
  const conversationId = stream.slice('conversation-'.length);
  const all = [...replies.values()];
  const companyId = events[0]?.companyId ?? '';
  const ids = all.map(({ received: { reply } }) => reply);
  const received = await documents.getMany(ids.map(receivedPath));
  const entries = await documents.getMany<InboxEntry>(ids.map((id) => inboxPath(companyId, id)));
  return all.flatMap((reply, n) => {
    const id = ids[n] ?? '';
    const own = events.filter((event) => event.data.reply === id);
    const where: ReceivedDocument = { companyId, conversationId, status: 'waiting', attempts: 0 };
    return [
      ...receivedWrites(reply, own, { where, found: received[n], now }),
      ...entryWrites(inboxPath(companyId, id), entryOf(reply, own, where), entries[n]),
    ];
  });
};
