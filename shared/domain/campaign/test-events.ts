import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema, privateEventSchema } from '../kernel/event-schema.ts';
import { campaignId, channel } from '../kernel/ids.ts';
import { messageContent } from './message-content.ts';

/** Messages that somebody sends to his own phone to see them. They are no touches, hold no claims and count for nothing. */

/** The intent, stored before the provider is called. `row` is the row of the file that lent its data. */
export const TestMessageSending = privateEventSchema('TestMessageSending', 1, {
  data: z.object({
    campaignId,
    /** the newest version, approved or not */
    version: z.int().min(1),
    row: z.int().min(1),
    /** sms where it is left out */
    channel: channel.optional(),
    from: z.string(),
    provider: z.string(),
    accountId: z.string(),
    segments: z.int().min(1),
  }),
  private: z.object({ to: z.string(), body: z.string(), content: messageContent.optional() }),
});
export const TestMessageSent = eventSchema(
  'TestMessageSent',
  1,
  z.object({
    campaignId,
    reference: z.string(),
    segments: z.int().optional(),
    price: z.string().optional(),
    currency: z.string().optional(),
  }),
);
/** The provider refused it. An answer that nobody can make out is no event: the message stays what it was, sending. */
export const TestMessageFailed = eventSchema(
  'TestMessageFailed',
  1,
  z.object({ campaignId, code: z.string(), providerCode: z.string().optional() }),
);

export const testEvents = [TestMessageSending, TestMessageSent, TestMessageFailed] as const;
export type TestEvent = EventOf<(typeof testEvents)[number]>;
