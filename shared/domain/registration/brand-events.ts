import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema, privateEventSchema } from '../kernel/event-schema.ts';
import { instant } from '../kernel/ids.ts';
import { tierNames, type TierName } from '../work/carrier-tiers.ts';
import { brandFacts } from './brand-facts.ts';
import { account, by, ofBrand, reasons, reference, said } from './event-parts.ts';

const facts = { data: z.object({ ...ofBrand, by }), private: z.object({ facts: brandFacts }) };
export const BrandDrafted = privateEventSchema('BrandDrafted', 1, facts);
export const BrandRevised = privateEventSchema('BrandRevised', 1, facts);

/** Stored before the provider is asked: each submission costs money, and none may be made twice. */
export const BrandSubmitting = eventSchema(
  'BrandSubmitting',
  1,
  z.object({ ...ofBrand, ...account, by, attempt: z.int().min(1), startedAt: instant }),
);
export const BrandSubmitted = eventSchema('BrandSubmitted', 1, z.object({ ...ofBrand, ...account, reference }));
/** The provider took nothing: it is a draft as before, or as refused as it was. */
export const BrandDeclined = privateEventSchema('BrandDeclined', 1, { data: z.object({ ...ofBrand, reasons }), private: said });

/** Again where score or tier are others than before. */
export const BrandApproved = eventSchema(
  'BrandApproved',
  1,
  z.object({
    ...ofBrand,
    carrierId: z.string().max(40).optional(),
    score: z.int().min(0).max(100).optional(),
    tier: z.enum(tierNames as readonly [TierName, ...TierName[]]),
  }),
);
export const BrandRejected = privateEventSchema('BrandRejected', 1, { data: z.object({ ...ofBrand, reasons }), private: said });
export const BrandSuspended = privateEventSchema('BrandSuspended', 1, { data: z.object({ ...ofBrand, reasons }), private: said });

export const brandEvents = [
  BrandDrafted,
  BrandRevised,
  BrandSubmitting,
  BrandSubmitted,
  BrandDeclined,
  BrandApproved,
  BrandRejected,
  BrandSuspended,
] as const;
export type BrandEvent = EventOf<(typeof brandEvents)[number]>;
