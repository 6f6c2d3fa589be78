import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema, privateEventSchema } from '../kernel/event-schema.ts';
import { webhookId } from '../kernel/ids.ts';

/** Of requests that a provider signed and that nothing could be made of when they came. */
const about = { webhook: webhookId, code: z.string() };

/** It is kept as it came, and tried again. `code`: what went wrong, without a word of it. The same again is one more. */
export const WebhookHeld = privateEventSchema('WebhookHeld', 1, {
  data: z.object({ ...about, provider: z.string(), accountId: z.string() }),
  private: z.object({ url: z.string(), body: z.string(), method: z.string(), headers: z.record(z.string(), z.string()) }),
});

/** What it reports stands in the log now. */
export const WebhookRead = eventSchema('WebhookRead', 1, z.object({ webhook: webhookId, attempts: z.int().min(1) }));

/** It was tried as often as it pays: it waits for a person, or for a newer version of this program. */
export const WebhookParked = eventSchema('WebhookParked', 1, z.object({ ...about, attempts: z.int().min(1) }));

/** Parked, and to be tried once more. */
export const WebhookReplayed = eventSchema('WebhookReplayed', 1, z.object({ webhook: webhookId, replayedBy: z.string().min(1).max(100) }));

export const webhookEventSchemas = [WebhookHeld, WebhookRead, WebhookParked, WebhookReplayed] as const;
export type WebhookEvent = EventOf<(typeof webhookEventSchemas)[number]>;
