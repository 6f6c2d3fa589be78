import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema, privateEventSchema } from '../kernel/event-schema.ts';
import { campaignId, channel, instant, replyId } from '../kernel/ids.ts';

/** What a message says of opting out: it was acted on when it came. */
export const consentWord = z.enum(['stop', 'start', 'help']);
export type ConsentWord = z.infer<typeof consentWord>;

/** Somebody wrote to a sender of ours, or pressed a key. `sender` is our number or page; `raw` the request as it came, body and address. */
export const MessageReceived = privateEventSchema('MessageReceived', 1, {
  data: z.object({
    reply: replyId,
    provider: z.string(),
    accountId: z.string(),
    reference: z.string(),
    channel,
    sender: z.string(),
    /** when it was said, by the provider's clock; left out: nobody knows, and it counts from when it came */
    saidAt: instant.optional(),
    /** the provider's reference of the message that was quoted */
    quotes: z.string().optional(),
    /** the message of ours that it belongs to, where the provider says so (a key that was pressed) */
    messageId: z.string().optional(),
    media: z.int().min(0).optional(),
    consent: consentWord.optional(),
    /** what was chosen on a page of ours */
    choice: z.enum(['confirm', 'cancel', 'reschedule']).optional(),
    /** the provider tells the person about it by itself */
    isAnswered: z.literal(true).optional(),
  }),
  private: z.object({
    from: z.string(),
    body: z.string(),
    media: z.array(z.string()).optional(),
    raw: z.object({ url: z.string(), body: z.string() }),
  }),
});

/** What an answer is about: the message that was answered, and with it a row of a packet. */
const about = {
  reply: replyId,
  campaignId,
  messageId: z.string(),
  /** fingerprint of the appointment, where the campaign knows appointments by an id */
  appointment: z.string().optional(),
  saidAt: instant,
  /** 0 to 1 */
  confidence: z.number().min(0).max(1),
  via: z.enum(['words', 'link', 'staff']),
};

export const AppointmentConfirmed = eventSchema('AppointmentConfirmed', 1, z.object(about));
export const AppointmentCancelled = eventSchema('AppointmentCancelled', 1, z.object(about));
export const RescheduleRequested = eventSchema('RescheduleRequested', 1, z.object(about));

/** Why a person has to read it: no words that we know; several appointments it may be about; none; a word that opts out and may mean a visit; a START that takes back what somebody else had entered. */
export const unclearCode = z.enum(['words', 'several', 'unmatched', 'cancel_word', 'start_held']);
export type UnclearCode = z.infer<typeof unclearCode>;

/** It waits in the inbox. `candidates` are messages that it may answer. */
export const ReplyUnclear = eventSchema(
  'ReplyUnclear',
  1,
  z.object({
    reply: replyId,
    code: unclearCode,
    campaignId: campaignId.optional(),
    messageId: z.string().optional(),
    candidates: z.array(z.string()).optional(),
    saidAt: instant,
  }),
);

/** It was about messages, not about an appointment: an opt-out, its withdrawal, a call for help, a keyword, or the answer to a question about consent. */
export const readWord = z.enum([...consentWord.options, 'keyword', 'yes', 'no']);
export type ReadWord = z.infer<typeof readWord>;
export const ReplyRead = eventSchema('ReplyRead', 1, z.object({ reply: replyId, consent: readWord, saidAt: instant }));

/** It could not be read, however often it was tried: it waits for a person, or to be replayed. `code`: what went wrong, without a word of it. */
export const ReplyParked = eventSchema('ReplyParked', 1, z.object({ reply: replyId, code: z.string(), attempts: z.int().min(1) }));

const staff = z.string().min(1).max(100);

/** Parked, and to be read once more. */
export const ReplyReplayed = eventSchema('ReplyReplayed', 1, z.object({ reply: replyId, replayedBy: staff }));

/** Somebody of the staff looks after it. */
export const ReplyAssigned = eventSchema('ReplyAssigned', 1, z.object({ reply: replyId, assignee: staff }));
/** It needs nobody any more. */
export const ReplyResolved = eventSchema('ReplyResolved', 1, z.object({ reply: replyId, resolvedBy: staff }));

/** It was looked after too early: it needs somebody again. */
export const ReplyReopened = eventSchema('ReplyReopened', 1, z.object({ reply: replyId, reopenedBy: staff }));

export const conversationEvents = [
  MessageReceived,
  AppointmentConfirmed,
  AppointmentCancelled,
  RescheduleRequested,
  ReplyUnclear,
  ReplyRead,
  ReplyParked,
  ReplyReplayed,
  ReplyAssigned,
  ReplyResolved,
  ReplyReopened,
] as const;
export type ConversationEvent = EventOf<(typeof conversationEvents)[number]>;
