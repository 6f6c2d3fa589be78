import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema, privateEventSchema } from '../kernel/event-schema.ts';
import { brandId, instant } from '../kernel/ids.ts';
import { tierNames, type TierName } from '../work/carrier-tiers.ts';
import { account, by, ofRegistration, reasons, reference, said } from './event-parts.ts';
import { registrationFacts } from './registration-facts.ts';

const facts = { data: z.object({ ...ofRegistration, brandId, by }), private: z.object({ facts: registrationFacts }) };
export const RegistrationDrafted = privateEventSchema('RegistrationDrafted', 1, facts);
export const RegistrationRevised = privateEventSchema('RegistrationRevised', 1, facts);

/** Stored before the provider is asked: each submission costs money, and none may be made twice. */
export const RegistrationSubmitting = eventSchema(
  'RegistrationSubmitting',
  1,
  z.object({ ...ofRegistration, ...account, by, attempt: z.int().min(1), startedAt: instant }),
);
export const RegistrationSubmitted = eventSchema(
  'RegistrationSubmitted',
  1,
  z.object({
    ...ofRegistration,
    ...account,
    reference,
    useCase: z.string().max(60),
    subUseCases: z.array(z.string().max(60)).max(5).optional(),
  }),
);
export const RegistrationDeclined = privateEventSchema('RegistrationDeclined', 1, {
  data: z.object({ ...ofRegistration, reasons }),
  private: said,
});

const approval = {
  ...ofRegistration,
  carrierId: z.string().max(40).optional(),
  expiresAt: instant.optional(),
  perSecond: z.number().min(0.01).max(10_000).optional(),
  tier: z.enum(tierNames as readonly [TierName, ...TierName[]]).optional(),
};
/** Again where the pace is another than before. */
export const RegistrationApproved = eventSchema('RegistrationApproved', 1, z.object(approval));
export const RegistrationRejected = privateEventSchema('RegistrationRejected', 1, {
  data: z.object({ ...ofRegistration, reasons }),
  private: said,
});
/** Somebody has asked the provider to look again at what was refused. */
export const RegistrationAppealed = privateEventSchema('RegistrationAppealed', 1, {
  data: z.object({ ...ofRegistration, by }),
  private: z.object({ argument: z.string().min(1).max(2_000) }),
});
export const RegistrationSuspended = privateEventSchema('RegistrationSuspended', 1, {
  data: z.object({ ...ofRegistration, reasons }),
  private: said,
});
export const RegistrationExpired = eventSchema('RegistrationExpired', 1, z.object(ofRegistration));
export const RegistrationRenewed = eventSchema('RegistrationRenewed', 1, z.object(approval));

export const registrationEvents = [
  RegistrationDrafted,
  RegistrationRevised,
  RegistrationSubmitting,
  RegistrationSubmitted,
  RegistrationDeclined,
  RegistrationApproved,
  RegistrationRejected,
  RegistrationAppealed,
  RegistrationSuspended,
  RegistrationExpired,
  RegistrationRenewed,
] as const;
export type RegistrationEvent = EventOf<(typeof registrationEvents)[number]>;
