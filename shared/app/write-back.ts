import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { messagesIn, type ChunkMessages, type QueuedEvent } from '#domain/delivery/chunk-messages.ts';
import { replyOf } from '#domain/conversation/look-after.ts';
import type { Reply } from '#domain/conversation/conversation.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { messageIdIn, parseMessageId, type Place } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import { isTooLong, unitsOf } from '#domain/message/segments.ts';
import { DocumentMoved, type DocumentExpectation } from '#ports/documents.ts';
import { StreamMoved } from '#ports/event-store.ts';
import type { BrandReach } from './brand-reach.ts';
import { readCampaign } from './campaign-document.ts';
import { later } from './claim-writes.ts';
import { contextsOf } from './contexts-of.ts';
import type { House } from './house.ts';
import { conversationWith } from './inbox-entry.ts';
import { nobodyOptedOut, optedOutAmong } from './opted-out-among.ts';
import { wakeWork } from './wake-work.ts';
import { wordsForRow } from './words-for-row.ts';
import { workHint, workPaths, workWrite } from './work-write.ts';

export type WriteBackRequest = Readonly<{
  reply: string;
  by: string;
  /** the words themselves, or the name of some that the campaign has ready */ text?: string | undefined;
  canned?: string | undefined;
  /** the same one again sends nothing */ requestId: string;
  /** somebody goes on from messages of these alone */ reach?: BrandReach | undefined;
}>;
export type WriteBackAnswer = Readonly<{ reply: string; messageId: string; body: string }>;

const validDays = 3;
const tries = 5;
/** What staff writes has places of its own behind the campaign's own answers. */
const writtenFrom = 50_000;

/** The message that the person answered, or the last one that he got. */
const messageOf = async ({ documents }: House, conversationId: string, { outcome }: Reply, reach?: BrandReach): Promise<string> => {
  const named = outcome && 'messageId' in outcome.data ? outcome.data.messageId : undefined;
  const contexts = await contextsOf({ documents }, conversationId);
  const id = named ?? contexts.find(({ campaignId }) => !reach || reach.campaigns.has(campaignId))?.messageId;
  if (id !== undefined) return id;
  throw new Refusal('message_missing', 'nothing was sent to this person that could be gone on with: call instead');
};

const nextPlace = (messages: ChunkMessages, { row, channel }: Omit<Place, 'offset'>): Place => {
  const taken = [...messages.values()].map(({ queued: { data } }) => data).filter((data) => data.row === row && data.channel === channel);
  const written = taken.map(({ offset }) => offset).filter((offset) => offset >= writtenFrom && offset < writtenFrom + 10_000);
  return { row, channel, offset: Math.max(writtenFrom - 1, ...written) + 1 };
};

type Words = Readonly<{ body: string; version: number }>;

/** Without its values, where it has any. */
const textOf = ({ replies }: Definition, campaignId: string, { text, canned }: WriteBackRequest): string => {
  const ready = replies?.canned ?? {};
  const found = (canned === undefined ? text : Object.hasOwn(ready, canned) ? ready[canned] : undefined)?.trim();
  if (found) return found;
  const names = Object.keys(ready).join(', ') || 'none';
  throw new Refusal(
    'text_missing',
    canned === undefined ? 'say what to write, with --text or --canned' : `${campaignId} has no answer "${canned}" ready (it has ${names})`,
  );
};

const bodyOf = async (house: House, request: WriteBackRequest, { companyId, answered, stream, events, channel }: Found): Promise<Words> => {
  const { campaignId } = answered.data;
  const known = (await readCampaign(house.documents, campaignId))?.campaign;
  if (known?.status !== 'active')
    throw new Refusal('campaign_not_active', `${campaignId} is ${known?.status ?? 'unknown'}: only an active campaign sends`);
  const { version, definition } = known.approved;
  const text = textOf(definition, campaignId, request);
  const toWrite = { companyId, campaignId, version, definition, messageId: messageIdIn(stream, answered.data), events, channel };
  // what a person writes is no template, whatever brackets he likes
  const body = request.canned === undefined ? text : await wordsForRow(house, toWrite, text);
  if (isTooLong(channel, body)) throw new Refusal('body_too_long', 'that is longer than a message of this channel may be');
  return { body, version };
};

/** Whoever has opted out is written to by nobody; the marks that must not be there when it is stored. */
const allowedTo = async (house: House, { companyId, channel, reply }: Found): Promise<readonly DocumentExpectation[]> => {
  const all = [{ channel, to: reply.from, from: reply.received.sender }];
  const { codes, others } = await optedOutAmong(house, { companyId, everywhere: true }, all);
  const [code] = codes;
  if (code === undefined) return nobodyOptedOut(house, companyId, all, others);
  throw new Refusal(code, `${wordsFor(code)} Nothing was sent: call this person instead, or wait until he writes START.`);
};

type Found = Readonly<{
  reply: Reply;
  companyId: string;
  stream: string;
  at: number;
  messages: ChunkMessages;
  answered: QueuedEvent;
  events: readonly RecordedEvent[];
  /** by which it goes */ channel: Place['channel'];
}>;

/** The reply, and the message that it is gone on from. */
const find = async (house: House, request: WriteBackRequest): Promise<Found> => {
  const { conversation, companyId, conversationId } = await conversationWith(house, request.reply);
  const reply = replyOf(conversation, request.reply);
  const of = await messageOf(house, conversationId, reply, request.reach);
  const parsed = parseMessageId(of);
  if (!parsed || reply.from === '') throw new Refusal('message_missing', 'there is nobody any more whom this could go to');
  const stream = chunkStream(parsed.packetId, parsed.chunk);
  const { events, at } = await house.store.read(stream);
  const messages = messagesIn(events);
  const answered = [...messages.values()].find(({ queued }) => messageIdIn(stream, queued.data) === of)?.queued;
  if (!answered) throw new Refusal('message_unknown', 'no message of that id was ever sent from here');
  // whoever was called gets a text: a call can't be answered in writing
  const channel = reply.received.channel === 'voice' ? 'sms' : reply.received.channel;
  return { reply, companyId, stream, at, messages, answered, events, channel };
};

type Said = Readonly<{ body: string; version: number; requestId: string; now: string }>;

const eventOf = ({ reply, stream, messages, answered, channel }: Found, { body, version, requestId, now }: Said): QueuedEvent => {
  const { campaignId, run, claim, row } = answered.data;
  const place = nextPlace(messages, { row, channel });
  const from = reply.received.sender;
  const followUp = { kind: 'answer' as const, of: messageIdIn(stream, answered.data), answers: requestId };
  const when = { sendAt: now, validUntil: later(now, validDays) };
  const data = { ...place, campaignId, version, run, from, ...when, segments: unitsOf(channel, body), claim, followUp };
  return { type: 'MessageQueued', data, private: { to: reply.from, body } };
};

type Appended = Readonly<{ answer: WriteBackAnswer; paths: readonly string[] }>;

const append = async (house: House, request: WriteBackRequest, cause: Cause): Promise<Appended> => {
  const found = await find(house, request);
  const { companyId, stream, at, messages, answered } = found;
  const answerOf = (event: QueuedEvent): WriteBackAnswer => ({
    reply: request.reply,
    messageId: messageIdIn(stream, event.data),
    body: event.private?.body ?? '',
  });
  const again = [...messages.values()].find(({ queued: { data } }) => data.followUp?.answers === request.requestId)?.queued;
  if (again) return { answer: answerOf(again), paths: [] };
  const { campaignId } = answered.data;
  const expects = await allowedTo(house, found);
  const said = await bodyOf(house, request, found);
  const event = eventOf(found, { ...said, requestId: request.requestId, now: cause.now });
  const { row, channel, offset } = event.data;
  const work = `${stream}/${row}.${channel}.${offset}`;
  const queued = [event];
  await house.store.append({
    stream,
    companyId,
    expected: at,
    events: queued,
    expects,
    cause: { ...cause, id: work, correlation: request.reply },
    documents: (placed) =>
      workWrite({ companyId, campaignId, stream, version: said.version, queued, at: placed, cause: work, priority: 'now' }),
  });
  return { answer: answerOf(event), paths: workPaths({ companyId, cause: work, queued }) };
};

/** Staff writes back to whoever replied; it goes the way of every message, inside the law and the campaign's hours. The same request again sends nothing. Throws Refusals. */
export const writeBack = async (house: House, request: WriteBackRequest, cause: Cause): Promise<WriteBackAnswer> => {
  for (let left = tries; ; left--) {
    try {
      const { answer, paths } = await append(house, request, cause);
      await wakeWork(
        house,
        paths.map((path) => ({ item: { priority: 'now' }, hint: workHint(path) })),
      );
      return answer;
    } catch (error) {
      // somebody opted out meanwhile, or something else happened in the chunk: look again
      if (!(error instanceof StreamMoved || error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};
