import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema, privateEventSchema } from '../kernel/event-schema.ts';
import { campaignId, channel, instant, place } from '../kernel/ids.ts';
import { contactReach } from '../campaign/contact-rules.ts';
import { messageContent } from '../campaign/message-content.ts';

/** The appointment that a message is about, as a fingerprint of its id, and how new the packet is that says so. */
const appointment = z.object({ key: z.string(), order: z.number() });
export type KnownAppointment = Readonly<z.infer<typeof appointment>>;

/**
 * A message that no touch asked for, and the message that made it necessary; of an answer: the one that was replied to, and with what; of a text
 * about consent: what was said or asked, and which text it is.
 */
const followUp = z.object({
  kind: z.enum(['correction', 'resend', 'fallback', 'answer', 'consent']),
  of: z.string(),
  answers: z.string().optional(),
  /** the touch that it is told for, where its own place is none of the campaign's: its hours are that touch's */
  touch: z.object({ channel, offset: z.int().min(0) }).optional(),
});
export type FollowUp = Readonly<z.infer<typeof followUp>>;

/** A touch became a message. `claim` is the fingerprint under which it is known to be the first one. */
export const MessageQueued = privateEventSchema('MessageQueued', 1, {
  data: z.object({
    ...place,
    campaignId,
    version: z.int().min(1),
    run: z.int().min(1),
    from: z.string(),
    sendAt: instant,
    /** after this instant the message is worth nothing: it expires instead of being sent */
    validUntil: instant.optional(),
    /** where the recipient is, for the check in the moment of sending; left out: in the campaign's zone */
    reach: contactReach.optional(),
    segments: z.int().min(1),
    claim: z.string(),
    appointment: appointment.optional(),
    /** messages of older packets about the same, which wait no more since this commit */
    replaces: z.array(z.string()).optional(),
    followUp: followUp.optional(),
  }),
  /** `body` is the text that people read of it; `content` what other channels than sms have beside it */
  private: z.object({
    to: z.string(),
    body: z.string(),
    content: messageContent.optional(),
    /** the caller's own name for its row; it may name a person */
    reference: z.string().optional(),
  }),
});
/** A touch that cannot become a message. `value` is what stood in the file. */
export const TouchRejected = privateEventSchema('TouchRejected', 1, {
  data: z.object({ ...place, campaignId, code: z.string(), field: z.string().optional() }),
  private: z.object({ value: z.string() }),
});
/** A touch that must not become a message. `owner` is the message that came first. */
export const TouchSkipped = eventSchema(
  'TouchSkipped',
  1,
  z.object({ ...place, campaignId, code: z.string(), owner: z.string().optional() }),
);

/** A touch that is told in another touch's message: `owner`. */
export const TouchJoined = eventSchema('TouchJoined', 1, z.object({ ...place, campaignId, owner: z.string() }));

/** The name or id of whoever of the staff decided what became of a message in doubt. */
const decidedBy = z.string().min(1).max(100);

/** The intent, stored before the provider is called. */
export const MessageSending = eventSchema(
  'MessageSending',
  1,
  z.object({
    ...place,
    campaignId,
    provider: z.string(),
    accountId: z.string(),
    attempt: z.int().min(1),
    /** the sender that its route has in place of the message's own */
    from: z.string().optional(),
  }),
);
export const MessageSent = eventSchema(
  'MessageSent',
  1,
  z.object({
    ...place,
    campaignId,
    provider: z.string(),
    accountId: z.string(),
    reference: z.string(),
    segments: z.int().optional(),
    price: z.string().optional(),
    currency: z.string().optional(),
    decidedBy: decidedBy.optional(),
  }),
);
export const MessageFailed = eventSchema(
  'MessageFailed',
  1,
  z.object({ ...place, campaignId, code: z.string(), providerCode: z.string().optional(), decidedBy: decidedBy.optional() }),
);
export const MessageExpired = eventSchema('MessageExpired', 1, z.object({ ...place, campaignId, code: z.string() }));
export const MessageCanceled = eventSchema(
  'MessageCanceled',
  1,
  z.object({ ...place, campaignId, code: z.string(), decidedBy: decidedBy.optional() }),
);
/** Nobody can tell whether the provider has it: held, visible, until somebody decides or a report comes. */
export const MessageDoubted = eventSchema('MessageDoubted', 1, z.object({ ...place, campaignId, code: z.string() }));

export const messageEvents = [
  MessageQueued,
  TouchRejected,
  TouchSkipped,
  TouchJoined,
  MessageSending,
  MessageSent,
  MessageFailed,
  MessageExpired,
  MessageCanceled,
  MessageDoubted,
] as const;
export type MessageEvent = EventOf<(typeof messageEvents)[number]>;
