import { readConsent } from '#domain/consent/read-consent.ts';
import { answerTypes, conversationOf, type Conversation, type Meaning, type Reply } from '#domain/conversation/conversation.ts';
import type { ConversationEvent, ReadWord } from '#domain/conversation/events.ts';
import { matchReply, type Context, type Match } from '#domain/conversation/match-reply.ts';
import { readAnswer } from '#domain/conversation/read-answer.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { conversationStream } from '#domain/kernel/streams.ts';
import { DocumentMoved, type Document, type DocumentWrite } from '#ports/documents.ts';
import { StreamMoved } from '#ports/event-store.ts';
import { answerQuestion } from './answer-question.ts';
import { answeredWrites } from './answered-messages.ts';
import { readCampaign } from './campaign-document.ts';
import { contextsOf } from './contexts-of.ts';
import { receivedPath, replyIdIn, type ReceivedDocument } from './conversation-of.ts';
import type { House } from './house.ts';
import { inboxWrites } from './inbox-entry.ts';
import { namedContext } from './named-context.ts';
import { queueAnswer, thanksFor } from './queue-answer.ts';
import { consentCause, recordReplyConsent } from './record-reply-consent.ts';
import { takeKeyword } from './take-keyword.ts';
import { tellConsent } from './tell-consent.ts';

/** From then on only a person reads it. */
const mostAttempts = 8;
/** Business time until somebody tries again: doubled each time. */
const pauseMs = 15_000;
/** Below this a person reads it. */
const sureEnough = 0.7;

const yearMs = 400 * 86_400_000;
const plus = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();

type Reading = Readonly<{
  house: House;
  cause: Cause;
  received: Document<ReceivedDocument>;
  replyId: string;
  /** what it said of messages */ talked?: Talked;
}>;

const definitionOf = async (house: House, campaignId: string) => {
  const known = (await readCampaign(house.documents, campaignId))?.campaign;
  return known?.approved?.definition ?? known?.definition;
};

/** Which message the reply answers, by the conversation's messages and the company's rule. */
const match = async ({ house, received }: Reading, reply: Reply): Promise<Match> => {
  const contexts = await contextsOf(house, received.data.conversationId);
  const named = await namedContext(house, contexts, reply.received);
  const known = named && !contexts.some(({ messageId }) => messageId === named.messageId) ? [named, ...contexts] : contexts;
  const rules = new Map<string, 'latest' | 'person'>();
  for (const { campaignId } of known)
    if (!rules.has(campaignId)) rules.set(campaignId, (await definitionOf(house, campaignId))?.replies?.ambiguous ?? 'person');
  const rule = ({ campaignId }: Context): 'latest' | 'person' => rules.get(campaignId) ?? 'person';
  return matchReply(known, { at: reply.at, named: named?.messageId, rule });
};

type Decision = Readonly<{
  events: readonly ConversationEvent[];
  /** of an answer */ context?: Context;
  meaning?: Meaning;
}>;

const unclear = (
  reply: Reply,
  more: Partial<Extract<ConversationEvent, { type: 'ReplyUnclear' }>['data']> & {
    code: 'words' | 'several' | 'unmatched' | 'cancel_word' | 'start_held';
  },
) => ({
  events: [{ type: 'ReplyUnclear' as const, data: { reply: reply.received.reply, saidAt: reply.at, ...more } }],
});

/** A bare CANCEL has opted out, and a person is to know of it: the visit may be meant. */
const aboutConsent = (reply: Reply, consent: ReadWord, isHeld = false): Decision => {
  const { received, body, at: saidAt } = reply;
  const read = readConsent(body);
  if (read?.kind === 'stop' && read.ambiguous)
    return { events: [{ type: 'ReplyUnclear', data: { reply: received.reply, code: 'cancel_word', saidAt } }] };
  if (isHeld) return unclear(reply, { code: 'start_held' });
  return { events: [{ type: 'ReplyRead', data: { reply: received.reply, consent, saidAt } }] };
};

/** What the reply comes to. Reads alone. */
const decide = async (reading: Reading, reply: Reply): Promise<Decision> => {
  const { received, body, at: saidAt } = reply;
  const { word = received.consent, isHeld, isUnsure } = reading.talked ?? {};
  if (word !== undefined) return aboutConsent(reply, word, isHeld);
  if (isUnsure) return unclear(reply, { code: 'several' });
  const matched = await match(reading, reply);
  if (matched.kind === 'several')
    return unclear(reply, { code: 'several', candidates: matched.contexts.slice(0, 20).map(({ messageId }) => messageId) });
  if (matched.kind === 'none') return unclear(reply, { code: 'unmatched' });
  const { context } = matched;
  const { campaignId, messageId, appointment } = context;
  const { choice } = received;
  const { meaning, confidence } = choice
    ? { meaning: choice, confidence: 1 }
    : readAnswer(body, (await definitionOf(reading.house, campaignId))?.replies);
  if (meaning === undefined || confidence < sureEnough) return unclear(reply, { code: 'words', campaignId, messageId });
  const about = { reply: received.reply, campaignId, messageId, ...(appointment === undefined ? {} : { appointment }), saidAt };
  return { events: [{ type: answerTypes[meaning], data: { ...about, confidence, via: choice ? 'link' : 'words' } }], context, meaning };
};

type Documented = Readonly<{ dueAt?: string; expiresAt: string }>;

const receivedWrite = (
  { received: { path, version, data } }: Reading,
  change: Partial<ReceivedDocument>,
  more: Documented,
): DocumentWrite => ({
  path,
  ifVersion: version,
  data: { ...data, ...change },
  ...more,
});

const done = (reading: Reading): DocumentWrite =>
  receivedWrite(reading, { status: 'read' }, { expiresAt: plus(reading.cause.now, yearMs) });

const replyIn = async ({ house, received, replyId }: Reading) => {
  const { events, at } = await house.store.read(conversationStream(received.data.conversationId));
  const conversation = conversationOf(events as Parameters<typeof conversationOf>[0]);
  return { conversation, reply: conversation.replies.get(replyId), at };
};

/** Stores what the reply came to; with it that it was read, where nothing follows. */
const store = async (reading: Reading, reply: Reply, at: number): Promise<Readonly<{ after: Reply; context?: Context }>> => {
  const { house, cause, received, replyId } = reading;
  const { companyId, conversationId } = received.data;
  const { events, context, meaning } = await decide(reading, reply);
  const outcome = events.at(0);
  const after: Reply = { ...reply, ...(outcome ? { outcome } : {}) };
  const answer = meaning && { meaning, channel: reply.received.channel, saidAt: reply.at, reply: replyId };
  const writes = context && answer ? await answeredWrites(house, { ...context, companyId }, answer, cause.now) : [];
  const follows = (await thanksFor(house, after)) !== undefined;
  await house.store.append({
    stream: conversationStream(conversationId),
    companyId,
    expected: at,
    events,
    documents: [...writes, ...inboxWrites({ companyId, conversationId }, reply.received, events), ...(follows ? [] : [done(reading)])],
    cause: { ...cause, id: `${replyId}:read`, correlation: replyId },
  });
  return { after, ...(context ? { context } : {}) };
};

/** What a reply came to that is about messages. */
type Talked = Readonly<{ word?: ReadWord; isHeld?: boolean; isUnsure?: boolean }>;

/** A keyword, an opt-out or its like, or the answer to a question about consent. */
const talk = async (
  house: House,
  { companyId, conversation, reply }: Readonly<{ companyId: string; conversation: Conversation; reply: Reply }>,
  cause: Cause,
): Promise<Talked> => {
  const taken = await takeKeyword(house, { companyId, reply }, cause);
  if (taken) return { word: 'keyword', isHeld: taken.isHeld };
  const { tells, isHeld } = await recordReplyConsent(house, { companyId, conversation, reply }, cause);
  if (tells !== undefined) await tellConsent(house, { companyId, reply, kind: tells }, { ...cause, id: `${cause.id}:told` });
  const { consent } = reply.received;
  if (consent !== undefined) return { word: consent, isHeld };
  const answered = await answerQuestion(house, { companyId, reply }, cause);
  if (answered === undefined) return {};
  return answered === 'unsure' ? { isUnsure: true } : { word: answered };
};

/** What it says about messages is written down, and answered, before it counts as read. */
const readFirst = async (
  reading: Reading,
  { conversation, reply, at }: Readonly<{ conversation: Conversation; reply: Reply; at: number }>,
) => {
  const { house, cause, received, replyId } = reading;
  const { companyId } = received.data;
  const talked = await talk(house, { companyId, conversation, reply }, consentCause(replyId, cause));
  return store({ ...reading, talked }, reply, at);
};

/** Reads the reply, if nobody has, and queues what the company wants to say after it. Throws StreamMoved or DocumentMoved where somebody is at it. */
const read = async (reading: Reading): Promise<void> => {
  const { house, received, cause } = reading;
  const { conversation, reply, at } = await replyIn(reading);
  if (!reply) return house.documents.write([done(reading)]);
  const { companyId } = received.data;
  const known = reply.outcome ? { after: reply } : await readFirst(reading, { conversation, reply, at });
  const thanks = await thanksFor(house, known.after);
  if (!thanks) {
    if (reply.outcome) await house.documents.write([done(reading)]);
    return;
  }
  const context =
    ('context' in known ? known.context : undefined) ?? (await namedContext(house, [], { messageId: thanks.outcome.data.messageId }));
  if (!context) return house.documents.write([done(reading)]);
  await queueAnswer(house, { companyId, reply: known.after, thanks, context, done: done(reading) }, cause);
};

const tries = 5;

const readAgain = async (reading: Reading): Promise<void> => {
  for (let left = tries; ; left--) {
    try {
      return await read(reading);
    } catch (error) {
      if (!(error instanceof StreamMoved || error instanceof DocumentMoved) || left <= 1) throw error;
      // somebody else has read it
      const now = await reading.house.documents.get<ReceivedDocument>(receivedPath(reading.replyId));
      if (now?.version !== reading.received.version) return;
    }
  }
};

/** It is tried again, ever later; after the last time it is parked, and the conversation says so. */
const putOff = async (reading: Reading, error: unknown): Promise<void> => {
  const { house, cause, received, replyId } = reading;
  const { companyId, conversationId } = received.data;
  const attempts = received.data.attempts + 1;
  const code = error instanceof Error ? error.name : 'unknown';
  const isOver = attempts >= mostAttempts;
  const words = isOver
    ? 'a reply could not be read, and is parked: "carillon inbox replay" reads it again'
    : 'a reply could not be read; it is tried again';
  house.log.error({ reply: replyId, attempts, reason: code }, words);
  const more = { expiresAt: plus(cause.now, yearMs) };
  const change = { attempts, error: code };
  if (!isOver) return house.documents.write([receivedWrite(reading, change, { ...more, dueAt: plus(cause.now, pauseMs * 2 ** attempts) })]);
  await house.store.append({
    stream: conversationStream(conversationId),
    companyId,
    events: [{ type: 'ReplyParked', data: { reply: replyId, code, attempts } }],
    documents: [receivedWrite(reading, { ...change, status: 'parked' }, more)],
    cause: { ...cause, id: `${replyId}:parked:${attempts}`, correlation: replyId },
  });
};

/**
 * Reads a reply that was received: which message it answers, what it means, and what follows. Again: nothing. What can't be read is tried
 * again, ever later, and at last left to a person.
 */
export const answerReply = async (house: House, path: string, cause: Cause): Promise<void> => {
  const received = await house.documents.get<ReceivedDocument>(path);
  if (received?.data.status !== 'waiting') return;
  const reading: Reading = { house, cause, received, replyId: replyIdIn(path) };
  try {
    await readAgain(reading);
  } catch (error) {
    await putOff(reading, error);
  }
};
