import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema, privateEventSchema } from '../kernel/event-schema.ts';
import { companyId, instant, supportId } from '../kernel/ids.ts';

/** Never whoever may say who may do what. */
export const supportRole = z.enum(['viewer', 'sender', 'manager']);
export type SupportRole = z.infer<typeof supportRole>;

/** Whole hours: three days are the longest. */
export const mostSupportHours = 72;
export const supportHours = z.int().min(1).max(mostSupportHours);

/** Id of a user or a key, or `command line`. */
const by = z.string().min(1).max(100);
const about = { companyId, supportId };

/** Somebody of the platform's staff, and what for. */
const person = z.object({ who: z.string().min(1).max(100), reason: z.string().min(1).max(500) });

/** Staff of the platform asks to be let in to a company's data. It has no access before somebody of the company grants it. */
export const SupportAsked = privateEventSchema('SupportAsked', 1, {
  data: z.object({ ...about, role: supportRole, hours: supportHours, askedAt: instant }),
  private: person,
});
/** Until `endsAt`, and not a moment longer; `by`: somebody of the company. */
export const SupportGranted = privateEventSchema('SupportGranted', 1, {
  data: z.object({ ...about, role: supportRole, grantedAt: instant, endsAt: instant, by }),
  private: person,
});
/** Before its time, or before it was granted. */
export const SupportRevoked = eventSchema('SupportRevoked', 1, z.object({ ...about, revokedAt: instant, by }));

export const supportEvents = [SupportAsked, SupportGranted, SupportRevoked] as const;
export type SupportEvent = EventOf<(typeof supportEvents)[number]>;
