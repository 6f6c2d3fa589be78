import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema, privateEventSchema } from '../kernel/event-schema.ts';
import { companyId, endpointId, instant } from '../kernel/ids.ts';

const by = z.string().min(1).max(100);
const of = { companyId, endpointId };
/** public event types; `*`: all of them */
const events = z.array(z.string().min(1).max(60)).min(1).max(100);

/** Where a company hears of its events. Addresses may hold a password in their query: they are private. The secret is never told. */
export const WebhookEndpointAdded = privateEventSchema('WebhookEndpointAdded', 1, {
  data: z.object({
    ...of,
    events,
    description: z.string().max(200).optional(),
    /** a developer listens there: samples come too */
    hearsSamples: z.literal(true).optional(),
    addedAt: instant,
    by,
  }),
  private: z.object({ url: z.string().max(2_000) }),
});
export const WebhookEndpointRevised = privateEventSchema('WebhookEndpointRevised', 1, {
  data: z.object({ ...of, events, description: z.string().max(200).optional(), by }),
  private: z.object({ url: z.string().max(2_000) }),
});

/** Nothing is called there any more. `gone`: it answered 410; `failing`: it took nothing for five days. */
export const WebhookEndpointDisabled = eventSchema(
  'WebhookEndpointDisabled',
  1,
  z.object({ ...of, why: z.enum(['asked', 'gone', 'failing']), by, disabledAt: instant }),
);
export const WebhookEndpointEnabled = eventSchema('WebhookEndpointEnabled', 1, z.object({ ...of, by, enabledAt: instant }));
export const WebhookEndpointRemoved = eventSchema('WebhookEndpointRemoved', 1, z.object({ ...of, by }));

/** Calls are signed with the new secret, and until then with the one before too. */
export const WebhookEndpointSecretRotated = eventSchema(
  'WebhookEndpointSecretRotated',
  1,
  z.object({ ...of, by, rotatedAt: instant, oldWorksUntil: instant }),
);

/** Nothing has happened: somebody wants to see such an event at these endpoints. It is told like all others, and says so. */
export const WebhookSampleAsked = eventSchema(
  'WebhookSampleAsked',
  1,
  z.object({
    companyId,
    /** a public event type */ sampleOf: z.string().min(1).max(60),
    endpointIds: z.array(endpointId).min(1).max(16),
    by,
    askedAt: instant,
  }),
);
export const webhookSampleEvents = [WebhookSampleAsked] as const;
export type WebhookSampleEvent = EventOf<(typeof webhookSampleEvents)[number]>;

export const webhookEndpointEvents = [
  WebhookEndpointAdded,
  WebhookEndpointRevised,
  WebhookEndpointDisabled,
  WebhookEndpointEnabled,
  WebhookEndpointRemoved,
  WebhookEndpointSecretRotated,
] as const;
export type WebhookEndpointEvent = EventOf<(typeof webhookEndpointEvents)[number]>;
