import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { conversationStream } from '#domain/kernel/streams.ts';
import { receivedPath, type ReceivedDocument } from './conversation-of.ts';
import type { House } from './house.ts';
import { topics } from './topics.ts';

/** Reads a parked reply once more. Throws a Refusal where it is not parked. */
export const replayReply = async (house: House, { reply, by }: Readonly<{ reply: string; by: string }>, cause: Cause): Promise<void> => {
  const path = receivedPath(reply);
  const found = await house.documents.get<ReceivedDocument>(path);
  if (found?.data.status !== 'parked')
    throw new Refusal('reply_not_parked', `${reply} is not parked: "carillon report webhooks" lists those that are`);
  const { companyId, conversationId } = found.data;
  await house.store.append({
    stream: conversationStream(conversationId),
    companyId,
    events: [{ type: 'ReplyReplayed', data: { reply, replayedBy: by } }],
    documents: [{ path, ifVersion: found.version, data: { ...found.data, status: 'waiting', attempts: 0 }, dueAt: cause.now }],
    cause,
  });
  await house.bus.publish(topics.replyReceived, [{ data: { path }, key: path }]);
};
