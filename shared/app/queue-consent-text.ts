import { createHash } from 'node:crypto';
import type { ConsentTextKind } from '#domain/consent/consent-texts.ts';
import { messagesIn, nextFollowUpPlace, type ChunkMessages, type QueuedEvent } from '#domain/delivery/chunk-messages.ts';
import type { Cause, Recorded } from '#domain/kernel/event.ts';
import type { Reach } from '#domain/campaign/contact-rules.ts';
import { reachData } from '#domain/message/chunk.ts';
import { idBody, messageIdIn, type Channel } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { unitsOf } from '#domain/message/segments.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { readCampaign } from './campaign-document.ts';
import { conversationOf } from './conversation-of.ts';
import type { House } from './house.ts';
import { wakeWork } from './wake-work.ts';
import { workHint, workPaths, workWrite } from './work-write.ts';

export type ConsentText = Readonly<{
  companyId: string;
  campaignId: string;
  kind: ConsentTextKind;
  channel: Channel;
  /** our number or page */ sender: string;
  to: string;
  body: string;
  /** what it answers, or asks: the same one makes no second text */ of: string;
  /** UTC ISO; not sent after that */ validUntil: string;
  /** where the person is, for what keeps to hours */ reach?: Reach;
  /** goes with the commit */ documents?: (messageId: string) => readonly DocumentWrite[];
}>;

const dayMs = 86_400_000;
/** Two programs that answer each other come to an end. */
const mostADay = 10;

/** Texts about consent belong to no packet that anybody dropped: each conversation has one of its own for them, with a key of its own. */
export const consentTextsStream = (conversationId: string): string =>
  chunkStream(`pkt_${idBody(createHash('sha256').update(`consent\n${conversationId}`).digest(), 16)}`, 0);

const queuedIn = (messages: ChunkMessages): readonly Recorded<QueuedEvent>[] =>
  Array.from(messages.values(), ({ queued }) => queued as Recorded<QueuedEvent>);

/** Too many of them today, or of the same help. */
const isEnough = (messages: ChunkMessages, { kind }: ConsentText, now: string): boolean => {
  const today = queuedIn(messages).filter(({ occurredAt }) => Date.parse(now) - Date.parse(occurredAt) < dayMs);
  return today.length >= mostADay || (kind === 'help' && today.some(({ data }) => data.followUp?.answers === 'help'));
};

/**
 * Queues a text about consent, to go at once: once for what it answers, help once in 24 hours, and at most ten a day for each conversation. Undefined:
 * none goes, because it is too late, there are enough, or the campaign is unknown. Throws StreamMoved and DocumentMoved where somebody else is at it.
 */
export const queueConsentText = async (house: House, text: ConsentText, cause: Cause): Promise<string | undefined> => {
  const { companyId, campaignId, kind, channel, sender, to, body, of, validUntil, reach, documents = () => [] } = text;
  if (validUntil <= cause.now) return undefined;
  const campaign = (await readCampaign(house.documents, campaignId))?.campaign;
  if (!campaign) return undefined;
  const stream = consentTextsStream(conversationOf(house, companyId, { channel, sender, contactPoint: to }));
  const { events, at } = await house.store.read(stream);
  const messages = messagesIn(events);
  const before = queuedIn(messages).find(({ data }) => data.followUp?.of === of && data.followUp.answers === kind);
  if (before) return messageIdIn(stream, before.data);
  if (isEnough(messages, text, cause.now)) return undefined;
  const place = nextFollowUpPlace(messages, { row: 1, channel });
  const { version } = campaign.approved ?? campaign;
  const queued: readonly QueuedEvent[] = [
    {
      type: 'MessageQueued',
      data: {
        ...place,
        campaignId,
        version,
        run: Math.max(1, campaign.runs),
        from: sender,
        sendAt: cause.now,
        validUntil,
        ...reachData(reach),
        segments: unitsOf(channel, body),
        claim: `consent-${of}`,
        followUp: { kind: 'consent', of, answers: kind },
      },
      private: { to, body },
    },
  ];
  const work = `${stream}/${place.row}.${place.channel}.${place.offset}`;
  const messageId = messageIdIn(stream, place);
  await house.store.append({
    stream,
    companyId,
    expected: at,
    events: queued,
    cause: { ...cause, id: work, correlation: of },
    documents: (placed) => [
      ...documents(messageId),
      ...workWrite({ companyId, campaignId, stream, version, queued, at: placed, cause: work, priority: 'now' }),
    ],
  });
  await wakeWork(
    house,
    workPaths({ companyId, cause: work, queued }).map((item) => ({ item: { priority: 'now' }, hint: workHint(item) })),
  );
  return messageId;
};
