import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Context } from '#domain/conversation/match-reply.ts';
import { messagesIn, placeKeyOf } from '#domain/delivery/chunk-messages.ts';
import { messageIdIn, type Place } from '#domain/kernel/ids.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { readCampaign } from './campaign-document.ts';
import { isAnswerable, isConversation } from './context-writes.ts';
import { contextsWrites, isKept, type Asked } from './contexts-of.ts';
import { conversationOf, senderPath, type OwnSender, type SenderDocument } from './conversation-of.ts';
import type { House } from './house.ts';
import { senderDocument } from './sender-writes.ts';

/** What the messages of a chunk say of the documents by which an answer finds its message: whose a sender is, and what it may be about. */

type Sending = Extract<RecordedEvent, { type: 'MessageSending' }>;

const intentsIn = (events: readonly RecordedEvent[]): readonly Sending[] =>
  events.filter((event): event is Sending => event.type === 'MessageSending' && isConversation((event.data as Place).channel));

/** `together`: those of one commit say the same. */
type Sent = Readonly<{ companyId: string; campaignId: string; own: OwnSender; together: string; asked?: Asked }>;

const sentOf = (house: House, stream: string, events: readonly RecordedEvent[]): readonly Sent[] => {
  const messages = messagesIn(events);
  return intentsIn(events).flatMap(({ data, companyId, occurredAt: sentAt, cause, position }): readonly Sent[] => {
    const queued = messages.get(placeKeyOf(data))?.queued;
    if (!queued) return [];
    const sender = data.from ?? queued.data.from;
    const { campaignId, appointment, validUntil: until, claim, run, followUp } = queued.data;
    const own = { provider: data.provider, accountId: data.accountId, channel: data.channel, sender };
    const known = { companyId, campaignId, own, together: `${position} ${cause}` };
    const to = queued.private?.to;
    // whoever was forgotten answers to nothing any more, and what answers him is no question
    if (to === undefined || to === '' || followUp?.kind === 'answer' || followUp?.kind === 'consent') return [known];
    const about = { ...(appointment ? { appointment: appointment.key } : {}), ...(until === undefined ? {} : { until }) };
    const context: Context = { messageId: messageIdIn(stream, data), campaignId, ...about, sentAt, claim, run };
    const conversationId = conversationOf(house, companyId, { channel: data.channel, sender, contactPoint: to });
    return [{ ...known, asked: { conversationId, context } }];
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

/** What is missing of them; what stands stays. Messages that left together stand together again. */
export const contextDocumentWrites = async (house: House, stream: string, now: string): Promise<readonly DocumentWrite[]> => {
  const sent = sentOf(house, stream, (await house.store.read(stream)).events);
  if (sent.length === 0) return [];
  const asking = await answerable(house, sent);
  const groups = new Map<string, Asked[]>();
  for (const { campaignId, together, asked } of sent)
    if (asked && asking.has(campaignId)) groups.set(together, [...(groups.get(together) ?? []), asked]);
  const contexts: DocumentWrite[] = [];
  for (const group of groups.values()) {
    const { campaignId = '', sentAt = now } = group[0]?.context ?? {};
    const writes = contextsWrites(group, { campaignId, sentAt });
    const isOver = writes.every((write) => 'expiresAt' in write && (write.expiresAt ?? now) <= now);
    if (!isOver && !(await isKept(house, group))) contexts.push(...writes);
  }
  return [...(await senderWritesOf(house, sent)), ...contexts];
};
