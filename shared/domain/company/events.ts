import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema } from '../kernel/event-schema.ts';
import { companyId, instant } from '../kernel/ids.ts';

/** `account` is the provider account whose messages and callbacks belong to this company. */
export const CompanyRegistered = eventSchema(
  'CompanyRegistered',
  1,
  z.object({ companyId, name: z.string().min(1), account: z.object({ provider: z.string(), accountId: z.string() }) }),
);

const by = z.string().min(1).max(100);

/** Nothing that the company sends leaves any more, of whatever campaign, until it is lifted. */
export const CompanyHalted = eventSchema(
  'CompanyHalted',
  1,
  z.object({ companyId, by, reason: z.string().min(1).max(200).optional(), haltedAt: instant }),
);
/** What waits goes on where it was. */
export const CompanyLifted = eventSchema('CompanyLifted', 1, z.object({ companyId, by }));

export const companyEvents = [CompanyRegistered, CompanyHalted, CompanyLifted] as const;
export type CompanyEvent = EventOf<(typeof companyEvents)[number]>;
