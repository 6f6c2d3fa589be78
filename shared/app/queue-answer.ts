import { isAnswer, meaningOf, type Meaning, type Reply } from '#domain/conversation/conversation.ts';
import { messagesIn, nextFollowUpPlace, type ChunkMessages, type QueuedEvent } from '#domain/delivery/chunk-messages.ts';
import { channelFacts } from '#domain/kernel/channel-facts.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { messageIdIn, parseMessageId, type Place } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { segmentsOf } from '#domain/message/segments.ts';
import { StreamMoved } from '#ports/event-store.ts';
import { readCampaign } from './campaign-document.ts';
import { later } from './claim-writes.ts';
import type { House } from './house.ts';
import { workHint, workPaths, workWrite } from './work-write.ts';
import { wakeWork } from './wake-work.ts';

/** A thank-you that comes days later is none. */
const validDays = 1;
const tries = 5;

type Wanted = Readonly<{ messageId: string; meaning: Meaning; body: string }>;

/** The campaign's text after such an answer; undefined: it has none, or does not send now. */
const wantedFor = async (house: House, { outcome, received }: Reply): Promise<Wanted | undefined> => {
  const { field } = channelFacts[received.channel];
  // whoever pressed a key was thanked on the phone
  if (!isAnswer(outcome) || received.channel === 'voice' || field === 'email') return undefined;
  const { campaignId, messageId } = outcome.data;
  const meaning = meaningOf(outcome)!;
  const known = (await readCampaign(house.documents, campaignId))?.campaign;
  const body = known?.status === 'active' ? known.approved.definition.replies?.followUps?.[meaning]?.trim() : undefined;
  return body ? { messageId, meaning, body } : undefined;
};

const isThere = (messages: ChunkMessages, { messageId, meaning }: Wanted): boolean =>
  [...messages.values()].some(
    ({ queued: { data } }) => data.followUp?.kind === 'answer' && data.followUp.of === messageId && data.followUp.answers === meaning,
  );

/** The message that goes: to whoever wrote, from the sender that he wrote to. */
const answerTo = (
  reply: Reply,
  answered: QueuedEvent,
  at: Readonly<{ place: Place; now: string; version: number; wanted: Wanted }>,
): QueuedEvent => {
  const { place, now, version, wanted } = at;
  const { campaignId, run, claim, appointment, reach } = answered.data;
  const about = { campaignId, version, run, claim, ...(appointment ? { appointment } : {}), ...(reach ? { reach } : {}) };
  return {
    type: 'MessageQueued',
    data: {
      ...place,
      ...about,
      from: reply.received.sender,
      sendAt: now,
      validUntil: later(now, validDays),
      segments: place.channel === 'sms' ? segmentsOf(wanted.body).segments : 1,
      followUp: { kind: 'answer', of: wanted.messageId, answers: wanted.meaning },
    },
    private: { to: reply.from, body: wanted.body },
  };
};

const append = async (
  house: House,
  { companyId, reply, wanted }: Readonly<{ companyId: string; reply: Reply; wanted: Wanted }>,
  cause: Cause,
): Promise<readonly string[]> => {
  const parsed = parseMessageId(wanted.messageId);
  if (!parsed) return [];
  const stream = chunkStream(parsed.packetId, parsed.chunk);
  const { events, at } = await house.store.read(stream);
  const messages = messagesIn(events);
  const answered = [...messages.values()].find(({ queued }) => messageIdIn(stream, queued.data) === wanted.messageId)?.queued;
  const known = answered && (await readCampaign(house.documents, answered.data.campaignId))?.campaign;
  if (!answered || known?.status !== 'active' || isThere(messages, wanted)) return [];
  const { version } = known.approved;
  const place = nextFollowUpPlace(messages, { row: parsed.place.row, channel: reply.received.channel });
  const queued = [answerTo(reply, answered, { place, now: cause.now, version, wanted })];
  const work = `${stream}/${place.row}.${place.channel}.${place.offset}`;
  const { campaignId } = answered.data;
  await house.store.append({
    stream,
    companyId,
    expected: at,
    events: queued,
    cause: { ...cause, id: work, correlation: reply.received.reply },
    documents: (placed) => workWrite({ companyId, campaignId, stream, version, queued, at: placed, cause: work, priority: 'now' }),
  });
  return workPaths({ companyId, cause: work, queued });
};

/** Queues the campaign's text after an answer, once for each message and what was said to it. Throws StreamMoved where others are faster again and again. */
export const queueAnswer = async (house: House, companyId: string, reply: Reply, cause: Cause): Promise<void> => {
  const wanted = await wantedFor(house, reply);
  if (!wanted) return;
  for (let left = tries; ; left--) {
    try {
      const paths = await append(house, { companyId, reply, wanted }, cause);
      return await wakeWork(
        house,
        paths.map((path) => ({ item: { priority: 'now' }, hint: workHint(path) })),
      );
    } catch (error) {
      if (!(error instanceof StreamMoved) || left <= 1) throw error;
    }
  }
};
