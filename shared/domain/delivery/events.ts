import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { privateEventSchema } from '../kernel/event-schema.ts';
import { place, webhookId } from '../kernel/ids.ts';

export const reportedStatus = z.enum(['sending', 'sent', 'delivered', 'undelivered', 'failed', 'read', 'canceled']);

/**
 * A status report, as it came: late, twice and out of order. What it makes of the message is `delivery`'s to say. `raw`: the request that brought
 * it, body and address; one that brought several reports stands with the first of them.
 */
export const DeliveryReported = privateEventSchema('DeliveryReported', 1, {
  data: z.object({
    ...place,
    provider: z.string(),
    accountId: z.string(),
    reference: z.string(),
    status: reportedStatus,
    code: z.string().optional(),
    providerCode: z.string().optional(),
    /** where the provider was asked, it may know by then what it takes for the message */
    segments: z.int().min(1).optional(),
    price: z.string().optional(),
    currency: z.string().optional(),
    /** the provider called us with it: the same again has the same id. Left out where the provider was asked */
    webhook: webhookId.optional(),
  }),
  private: z.object({ raw: z.object({ url: z.string(), body: z.string() }) }).optional(),
});

export const deliveryEvents = [DeliveryReported] as const;
export type DeliveryEvent = EventOf<(typeof deliveryEvents)[number]>;
