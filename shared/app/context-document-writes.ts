import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Context } from '#domain/conversation/match-reply.ts';
import { messagesIn, placeKeyOf } from '#domain/delivery/chunk-messages.ts';
import { messageIdIn, type Place } from '#domain/kernel/ids.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { readCampaign } from './campaign-document.ts';
import { contextPlace, isAnswerable, mergedContexts, isConversation } from './context-writes.ts';
import { later } from './claim-writes.ts';
import { senderPath, type ConversationDocument, type OwnSender, type SenderDocument } from './conversation-of.ts';
import type { House } from './house.ts';
import { senderDocument } from './sender-writes.ts';

/** What the messages of a chunk say of the documents by which an answer finds its message: whose a sender is, and what it may be about. */

type Sending = Extract<RecordedEvent, { type: 'MessageSending' }>;
type Found = Readonly<{ path: string; context: Context }>;

const rememberedDays = 400;

const intentsIn = (events: readonly RecordedEvent[]): readonly Sending[] =>
  events.filter((event): event is Sending => event.type === 'MessageSending' && isConversation((event.data as Place).channel));

type Sent = Readonly<{ companyId: string; campaignId: string; own: OwnSender; found?: Found }>;

const sentOf = (house: House, stream: string, events: readonly RecordedEvent[]): readonly Sent[] => {
  const messages = messagesIn(events);
  return intentsIn(events).flatMap(({ data, companyId, occurredAt: sentAt }): readonly Sent[] => {
    const queued = messages.get(placeKeyOf(data))?.queued;
    if (!queued) return [];
    const sender = data.from ?? queued.data.from;
    const { campaignId, appointment, validUntil: until, claim, run, followUp } = queued.data;
    const own = { provider: data.provider, accountId: data.accountId, channel: data.channel, sender };
    const to = queued.private?.to;
    // whoever was forgotten answers to nothing any more, and what answers him is no question
    if (to === undefined || to === '' || followUp?.kind === 'answer' || followUp?.kind === 'consent')
      return [{ companyId, campaignId, own }];
    const about = { ...(appointment ? { appointment: appointment.key } : {}), ...(until === undefined ? {} : { until }) };
    const context: Context = { messageId: messageIdIn(stream, data), campaignId, ...about, sentAt, claim, run };
    const path = contextPlace(house, companyId, { channel: data.channel, sender, contactPoint: to });
    return [{ companyId, campaignId, own, found: { path, context } }];
  });
};

const senderWritesOf = async ({ documents }: House, sent: readonly Sent[]): Promise<readonly DocumentWrite[]> => {
  const owners = new Map(sent.map(({ companyId, campaignId, own }) => [senderPath(own), { companyId, campaignId }]));
  const paths = [...owners.keys()];
  const known = await documents.getMany<SenderDocument>(paths);
  return paths.flatMap((path, n) => {
    const [owner, found] = [owners.get(path), known[n]];
    return owner ? senderDocument(path, owner, found) : [];
  });
};

const answerable = async ({ documents }: House, sent: readonly Sent[]): Promise<ReadonlySet<string>> => {
  const ids = [...new Set(sent.map(({ campaignId }) => campaignId))];
  const campaigns = await Promise.all(ids.map((id) => readCampaign(documents, id)));
  return new Set(
    ids.filter((_, n) => {
      const known = campaigns[n]?.campaign;
      const definition = known?.approved?.definition ?? known?.definition;
      return definition !== undefined && isAnswerable(definition);
    }),
  );
};

/** What is missing of them; what stands stays, and contexts come together, the newest first. */
export const contextDocumentWrites = async (house: House, stream: string, now: string): Promise<readonly DocumentWrite[]> => {
  const sent = sentOf(house, stream, (await house.store.read(stream)).events);
  if (sent.length === 0) return [];
  const asking = await answerable(house, sent);
  const news = new Map<string, Context[]>();
  for (const { campaignId, found } of sent)
    if (found && asking.has(campaignId)) news.set(found.path, [found.context, ...(news.get(found.path) ?? [])]);
  const paths = [...news.keys()];
  const known = await house.documents.getMany<ConversationDocument>(paths);
  const conversations = paths.flatMap((path, n): readonly DocumentWrite[] => {
    const before = known[n]?.data.contexts ?? [];
    const contexts = mergedContexts(news.get(path) ?? [], before);
    const expiresAt = later(contexts[0]?.sentAt ?? now, rememberedDays);
    if (expiresAt <= now || JSON.stringify(contexts) === JSON.stringify(before)) return [];
    return [
      {
        path,
        data: { contexts } satisfies ConversationDocument,
        expiresAt,
        ...(known[n] ? { ifVersion: known[n].version } : { ifAbsent: true as const }),
      },
    ];
  });
  return [...(await senderWritesOf(house, sent)), ...conversations];
};
