import type { RecordedEvent } from '#domain/catalogue.ts';
import { messagesIn, placeKeyOf, type ChunkMessage } from '#domain/delivery/chunk-messages.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { parseMessageId, type Place } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { dueAtOf, workPath, type WorkItem } from '#domain/work/work-item.ts';
import { decideWork } from '#domain/work/work.ts';
import { DocumentMoved, type Document, type DocumentWrite } from '#ports/documents.ts';
import type { Claim } from './hold-claims.ts';
import type { House } from './house.ts';
import { claimPath } from './work-session.ts';

export type CancelRequest = Readonly<{ companyId: string; messageId: string; by: string }>;

/** Somebody called it off before it was sent. */
const code = 'called_off';
const tries = 20;

type Waiting = Readonly<{
  stream: string;
  place: Place;
  message: ChunkMessage;
  claim: Document<Claim>;
  item: Document<WorkItem>;
  index: number;
}>;

const unknown = (messageId: string): Refusal => new Refusal('message_unknown', `there is no message ${messageId}`);

const readStream = async ({ store }: House, { companyId, messageId }: CancelRequest) => {
  const parsed = parseMessageId(messageId);
  if (!parsed) throw unknown(messageId);
  const stream = chunkStream(parsed.packetId, parsed.chunk);
  const events: readonly RecordedEvent[] = (await store.read(stream)).events;
  const message = messagesIn(events).get(placeKeyOf(parsed.place));
  if (!message || events[0]?.companyId !== companyId) throw unknown(messageId);
  return { stream, place: parsed.place, message };
};

const tooLate = (status: string): Refusal =>
  new Refusal('message_not_waiting', `the message is ${status}: only one that waits for its hour or its turn can be called off`);

/** Where it waits; undefined: it was called off before. Throws Refusals. */
const find = async (house: House, request: CancelRequest): Promise<Waiting | undefined> => {
  const known = await readStream(house, request);
  const { queued, status } = known.message;
  if (status === 'canceled') return undefined;
  if (status !== 'queued') throw tooLate(status);
  const claim = await house.documents.get<Claim>(claimPath(queued.data.claim));
  const { owner, work, index } = claim?.data ?? {};
  if (!claim || owner !== request.messageId || work === undefined || index === undefined) throw tooLate('not waiting by itself');
  const item = await house.documents.get<WorkItem>(workPath(request.companyId, work));
  if (!item?.data.pending.some(([pending]) => pending === index)) throw tooLate('on its way');
  return { ...known, claim, item, index };
};

/** The item without it: whoever has leased it goes on with what is left; an empty one that nobody has goes. */
const itemWrite = ({ path, version: ifVersion }: Document<WorkItem>, data: WorkItem, now: string): DocumentWrite => {
  const dueAt = dueAtOf(data, now);
  if (dueAt === undefined && data.lease === undefined) return { path, ifVersion, delete: true };
  return { path, ifVersion, data, dueAt: dueAt ?? now };
};

/**
 * The message is not sent, and what it was about may come again; once more changes nothing. Of this and the intent to send it exactly one is
 * stored: both change the work item. Throws Refusals: message_unknown, message_not_waiting.
 */
export const cancelMessage = async (house: House, request: CancelRequest, cause: Cause): Promise<void> => {
  for (let left = tries; ; left--) {
    const found = await find(house, request);
    if (!found) return;
    const { stream, place, claim, item, index } = found;
    const places: Place[] = [];
    places[index] = place;
    const decided = decideWork({ type: 'CancelMessages', data: { indexes: [index], code } }, { item: item.data, places });
    const events = decided.events.map((event) =>
      event.type === 'MessageCanceled' ? { ...event, data: { ...event.data, decidedBy: request.by } } : event,
    );
    const documents = [itemWrite(item, decided.item, cause.now), { path: claim.path, delete: true as const, ifVersion: claim.version }];
    try {
      await house.store.append({ stream, companyId: request.companyId, events, documents, cause });
      return;
    } catch (error) {
      // it was just leased, sent, or replaced by a newer one: look again
      if (!(error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};
