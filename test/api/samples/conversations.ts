import { inboxPath } from '#app/inbox-entry.ts';
import { receivedPath } from '#app/conversation-of.ts';
import type { House } from '#app/house.ts';
import { sendOne } from '#app/send-one.ts';
import { conversationStream } from '#domain/kernel/streams.ts';
import type { Samples } from './sample.ts';

type Wrote = Readonly<{
  companyId: string;
  campaignId: string;
  messageId: string;
  reply: string;
  status?: 'read' | 'parked';
  sender?: string;
}>;

/** Somebody wrote what nobody understands. */
export const wrote = async (house: House, of: Wrote): Promise<void> => {
  const { companyId, campaignId, messageId, reply, status = 'read', sender = '+12085550199' } = of;
  const now = house.clock.now();
  const conversationId = `${companyId}-${reply}`;
  const about = { provider: 'twilio', accountId: 'AC1', reference: reply, channel: 'sms' as const, sender };
  const person = { from: '+12085550123', body: 'May I bring my dog?', raw: { url: '/messages/incoming/twilio', body: '' } };
  await house.store.append({
    stream: conversationStream(conversationId),
    companyId,
    events: [
      { type: 'MessageReceived', data: { reply, ...about }, private: person },
      { type: 'ReplyUnclear', data: { reply, code: 'words', campaignId, messageId, saidAt: now } },
    ],
    documents: [
      { path: receivedPath(reply), data: { companyId, conversationId, status, attempts: 0 } },
      { path: inboxPath(companyId, reply), data: { reply, companyId, conversationId, code: 'words' }, dueAt: now },
    ],
    cause: { id: `req_wrote_${reply}`, now },
  });
};

export const conversationSamples: Samples = async ({ companyId, campaignId, house }) => {
  const cause = { id: 'req_conversation', now: house.clock.now() };
  const rows = [{ phone: '+12085550123', name: 'Ana', id: 'P50' }];
  const sent = await sendOne(house, { companyId, campaignId, rows, reference: 'conversation' }, cause);
  const [first] = sent.results;
  const messageId = first?.outcome === 'queued' ? first.messageId : '';
  const about = { companyId, campaignId, messageId };
  const replyOf = (what: string): string => `rpl_${companyId.replace('co_', '')}${what}`;
  const id = replyOf('waits');
  await wrote(house, { ...about, reply: id });
  await wrote(house, { ...about, reply: replyOf('resolved') });
  await wrote(house, { ...about, reply: replyOf('parked'), status: 'parked' });
  const path = { id };
  return {
    listConversations: {},
    getConversation: { path },
    replyToConversation: { path, body: { body: 'Of course.' } },
    assignConversation: { path, body: { assignee: 'me' } },
    resolveConversation: { path: { id: replyOf('resolved') }, body: {} },
    reopenConversation: { path: { id: replyOf('resolved') } },
    replayConversation: { path: { id: replyOf('parked') } },
    listAnswers: { query: { campaign: campaignId }, foreign: 404, reports: true },
    downloadAnswers: { query: { campaign: campaignId }, foreign: 404, reports: true },
  };
};
