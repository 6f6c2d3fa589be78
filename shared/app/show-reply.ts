import { messagesIn, type ChunkMessage } from '#domain/delivery/chunk-messages.ts';
import { messageIdIn, parseMessageId } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { replyOf } from '#domain/conversation/look-after.ts';
import { contextsOf } from './contexts-of.ts';
import type { House } from './house.ts';
import { conversationWith } from './inbox-entry.ts';

/** One side's words. `by`: the person, or the company. `messageId`: of a message of ours; `came`: what became of it, or what a reply was read as. */
export type Line = Readonly<{
  at: string;
  by: 'person' | 'company';
  words: string;
  came: string;
  messageId?: string;
  reply?: string;
  campaignId?: string;
}>;

export type Thread = Readonly<{ companyId: string; from: string; sender: string; channel: string; lines: readonly Line[] }>;

const lineOf = (id: string, { queued, status }: ChunkMessage, sentAt: string): Line => ({
  at: sentAt,
  campaignId: queued.data.campaignId,
  by: 'company',
  words: queued.private?.body ?? '',
  came: status,
  messageId: id,
});

/** The last messages of ours that the person may have answered, and what we said to answers. */
const ours = async ({ store, documents }: House, conversationId: string): Promise<readonly Line[]> => {
  const contexts = await contextsOf({ documents }, conversationId);
  const lines = new Map<string, Line>();
  for (const { messageId, sentAt } of contexts) {
    const parsed = parseMessageId(messageId);
    if (!parsed) continue;
    const stream = chunkStream(parsed.packetId, parsed.chunk);
    for (const one of messagesIn((await store.read(stream)).events).values()) {
      const id = messageIdIn(stream, one.queued.data);
      if (id === messageId) lines.set(id, lineOf(id, one, sentAt));
      else if (one.queued.data.followUp?.kind === 'answer' && one.queued.data.followUp.of === messageId)
        lines.set(id, lineOf(id, one, one.queued.data.sendAt));
    }
  }
  return [...lines.values()];
};

/** What was said on both sides, in its order. Throws a Refusal for a reply that nobody knows. */
export const showReply = async (house: House, replyId: string): Promise<Thread> => {
  const { conversation, companyId, conversationId } = await conversationWith(house, replyId);
  const { from, received } = replyOf(conversation, replyId);
  const theirs = [...conversation.replies.values()].map(({ body, at, outcome, received: { reply } }): Line => ({
    ...(outcome && 'campaignId' in outcome.data && outcome.data.campaignId !== undefined ? { campaignId: outcome.data.campaignId } : {}),
    at,
    by: 'person',
    words: body,
    came: outcome?.type ?? 'waiting',
    reply,
  }));
  const lines = [...theirs, ...(await ours(house, conversationId))].toSorted((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  );
  return { companyId, from, sender: received.sender, channel: received.channel, lines };
};
