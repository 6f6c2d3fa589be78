import { messagesIn, placeKeyOf, type QueuedEvent } from '#domain/delivery/chunk-messages.ts';
import { decideDoubt, type Judged, type Verdict } from '#domain/delivery/decide-doubt.ts';
import type { Event, Cause, Recorded } from '#domain/kernel/event.ts';
import { parseMessageId } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { StreamMoved } from '#ports/event-store.ts';
import { companyOfMessage } from './company-of-message.ts';
import { doubtPath, type Doubt } from './doubt-path.ts';
import { duePages } from './due-pages.ts';
import type { House } from './house.ts';
import { resendFailed } from './resend-failed.ts';
import { watchAgain } from './watch-writes.ts';
import { claimPath } from './work-session.ts';

export type ShownDoubt = Doubt & Readonly<{ provider: string; accountId: string; askedAt: string; words: string }>;

/** As many are listed at once. */
export const mostDoubts = 100;
const tries = 5;

/** Who was asked to send it, and when. */
const askedIn = (events: readonly (Event & Readonly<{ occurredAt: string }>)[], key: string) => {
  const found = events.findLast((event) => event.type === 'MessageSending' && placeKeyOf(event.data as never) === key);
  const { provider = '', accountId = '' } = (found?.data ?? {}) as { provider?: string; accountId?: string };
  return { provider, accountId, askedAt: found?.occurredAt ?? '' };
};

const lookAt = async ({ store, documents }: House, path: string, doubt: Doubt): Promise<ShownDoubt | undefined> => {
  const message = parseMessageId(doubt.messageId);
  if (!message) return undefined;
  const { events } = await store.read(chunkStream(message.packetId, message.chunk));
  const key = placeKeyOf(message.place);
  if (messagesIn(events).get(key)?.status === 'in_doubt') return { ...doubt, ...askedIn(events, key), words: wordsFor(doubt.code) };
  // a report came after all
  await documents.write([{ path, delete: true }]);
  return undefined;
};

/** Messages of which nobody can tell whether the provider has them, oldest first, at most a hundred. */
export const listDoubts = async (house: House): Promise<readonly ShownDoubt[]> => {
  const shown: ShownDoubt[] = [];
  for await (const found of duePages<Doubt>(house.documents, 'doubts', '9999'))
    for (const { path, data } of found) {
      const doubt = await lookAt(house, path, data);
      if (doubt && shown.push(doubt) === mostDoubts) return shown;
    }
  return shown;
};

export type DoubtRequest = Omit<Judged, 'place'> & Readonly<{ messageId: string }>;
export type DoubtAnswer = Readonly<{
  messageId: string;
  verdict: Verdict;
  /** it was decided now, not before */ isNew: boolean;
  /** messages that go once more */ again: number;
}>;

/** The claim of a message that was never sent is free again, unless it is sent once more: the same appointment may come again. */
const freed = async ({ documents }: House, claim: string, messageId: string): Promise<readonly DocumentWrite[]> => {
  const found = await documents.get<Readonly<{ owner: string }>>(claimPath(claim));
  return found?.data.owner === messageId ? [{ path: found.path, delete: true, ifVersion: found.version }] : [];
};

const settle = async (house: House, { messageId, ...said }: DoubtRequest, cause: Cause): Promise<boolean> => {
  const message = parseMessageId(messageId);
  const companyId = message && (await companyOfMessage(house, message));
  if (!message || companyId === undefined) throw new Refusal('message_unknown', 'no message of that id was ever sent from here');
  const stream = chunkStream(message.packetId, message.chunk);
  for (let left = tries; ; left--) {
    const { events: past, at } = await house.store.read(stream);
    const events = decideDoubt(past, { place: message.place, ...said });
    if (events.length === 0) return false;
    const queued = messagesIn(past).get(placeKeyOf(message.place))?.queued as Recorded<QueuedEvent> | undefined;
    const { data } = queued ?? {};
    const ends = said.verdict === 'failed' && data && !data.followUp;
    const documents = [
      { path: doubtPath(companyId, messageId), delete: true as const },
      ...(ends ? await freed(house, data.claim, messageId) : []),
      ...(said.verdict === 'sent' && queued ? [watchAgain({ companyId, stream, queued, now: cause.now })] : []),
    ];
    try {
      await house.store.append({ stream, companyId, expected: at, events, documents: () => documents, cause });
      house.log.info({ companyId, messageId, verdict: said.verdict }, 'a person has decided a doubt');
      return true;
    } catch (error) {
      if (!(error instanceof StreamMoved) || left <= 1) throw error;
    }
  }
};

/**
 * A person says what became of a message in doubt. Again: nothing, and what was not finished is. Throws a Refusal where it is not in doubt (a report
 * may have come meanwhile), or the other was decided.
 */
export const settleDoubt = async (house: House, request: DoubtRequest, cause: Cause): Promise<DoubtAnswer> => {
  const { messageId, verdict } = request;
  const packetId = parseMessageId(messageId)?.packetId ?? '';
  // whoever wants it sent again is refused before anything is decided
  if (verdict === 'again') await resendFailed(house, { packetId, only: [] }, cause);
  const isNew = await settle(house, request, cause);
  const again = verdict === 'again' ? (await resendFailed(house, { packetId, only: [messageId] }, cause)).again : 0;
  return { messageId, verdict, isNew, again };
};
