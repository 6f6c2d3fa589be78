import { isAnswer, meaningOf, meanings, type AnswerEvent, type Meaning, type Reply } from '#domain/conversation/conversation.ts';
import type { Context } from '#domain/conversation/match-reply.ts';
import type { QueuedEvent } from '#domain/delivery/chunk-messages.ts';
import { channelFacts } from '#domain/kernel/channel-facts.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { parseMessageId, type Place } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { unitsOf } from '#domain/message/segments.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { answeredPath, answerWrite, type Answer } from './answered-messages.ts';
import { readCampaign } from './campaign-document.ts';
import { later } from './claim-writes.ts';
import type { House } from './house.ts';
import { wakeWork } from './wake-work.ts';
import { workHint, workPaths, workWrite } from './work-write.ts';

/** A thank-you that comes days later is none. */
const validDays = 1;

/** A row's text after an answer has a place of its own by what was said: it is sent once, whoever is asked how often. Resends count from 30,000. */
const answersFrom = 40_000;
const placeOf = (row: number, channel: Place['channel'], meaning: Meaning): Place => ({
  row,
  channel,
  offset: answersFrom + meanings.indexOf(meaning),
});

/** The campaign's text after such an answer, and the version that has it. */
export type Thanks = Readonly<{ outcome: AnswerEvent; meaning: Meaning; body: string; version: number }>;

/** Undefined: the campaign has no text for it, or does not send now. */
export const thanksFor = async (house: House, { outcome, received }: Pick<Reply, 'outcome' | 'received'>): Promise<Thanks | undefined> => {
  const { field } = channelFacts[received.channel];
  // whoever pressed a key was thanked on the phone, and whoever pressed a button on its page
  if (!isAnswer(outcome) || received.channel === 'voice' || field === 'email' || received.choice !== undefined) return undefined;
  const meaning = meaningOf(outcome)!;
  const known = (await readCampaign(house.documents, outcome.data.campaignId))?.campaign;
  const approved = known?.status === 'active' ? known.approved : undefined;
  const body = approved?.definition.replies?.followUps?.[meaning]?.trim();
  return approved && body ? { outcome, meaning, body, version: approved.version } : undefined;
};

type ToQueue = Readonly<{
  companyId: string;
  reply: Reply;
  thanks: Thanks;
  context: Context;
  /** goes with the commit */ done: DocumentWrite;
}>;

/** The message that goes: to whoever wrote, from the sender that he wrote to. */
const messageOf = ({ reply, thanks, context }: ToQueue, place: Place, now: string): QueuedEvent => ({
  type: 'MessageQueued',
  data: {
    ...place,
    campaignId: context.campaignId,
    version: thanks.version,
    run: context.run,
    from: reply.received.sender,
    sendAt: now,
    validUntil: later(now, validDays),
    segments: unitsOf(place.channel, thanks.body),
    claim: context.claim,
    followUp: { kind: 'answer', of: context.messageId, answers: thanks.meaning },
  },
  private: { to: reply.from, body: thanks.body },
});

/** Queues the campaign's text after an answer, once for each row and what was said. Throws DocumentMoved where somebody is at the same row. */
export const queueAnswer = async (house: House, toQueue: ToQueue, cause: Cause): Promise<void> => {
  const { companyId, reply, thanks, context, done } = toQueue;
  const parsed = parseMessageId(context.messageId);
  const path = answeredPath(context.messageId);
  const found = path === undefined ? undefined : await house.documents.get<Answer>(path);
  const { thanked = [] } = found?.data ?? {};
  const { meaning } = thanks;
  // whoever has changed his mind since is not thanked for what he said before
  const isLast = found?.data.reply === reply.received.reply;
  if (!parsed || path === undefined || !found || !isLast || thanked.includes(meaning)) return house.documents.write([done]);
  const stream = chunkStream(parsed.packetId, parsed.chunk);
  const place = placeOf(parsed.place.row, reply.received.channel, meaning);
  const queued = [messageOf(toQueue, place, cause.now)];
  const work = `${stream}/${place.row}.${place.channel}.${place.offset}`;
  const { campaignId } = context;
  await house.store.append({
    stream,
    companyId,
    events: queued,
    cause: { ...cause, id: work, correlation: reply.received.reply },
    documents: (at) => [
      done,
      answerWrite(path, { ...found.data, thanked: [...thanked, meaning] }, found, cause.now),
      ...workWrite({ companyId, campaignId, stream, version: thanks.version, queued, at, cause: work, priority: 'now' }),
    ],
  });
  await wakeWork(
    house,
    workPaths({ companyId, cause: work, queued }).map((item) => ({ item: { priority: 'now' }, hint: workHint(item) })),
  );
};
