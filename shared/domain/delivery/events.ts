import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema } from '../kernel/event-schema.ts';
import { place } from '../kernel/ids.ts';

export const reportedStatus = z.enum(['sending', 'sent', 'delivered', 'undelivered', 'failed', 'read', 'canceled']);

/** A status report, as it came: late, twice and out of order. What it makes of the message is `delivery`'s to say. */
export const DeliveryReported = eventSchema(
  'DeliveryReported',
  1,
  z.object({
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
  }),
);

export const deliveryEvents = [DeliveryReported] as const;
export type DeliveryEvent = EventOf<(typeof deliveryEvents)[number]>;
