import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema } from '../kernel/event-schema.ts';
import { companyId } from '../kernel/ids.ts';

/** `account` is the provider account whose messages and callbacks belong to this company. */
export const CompanyRegistered = eventSchema(
  'CompanyRegistered',
  1,
  z.object({ companyId, name: z.string().min(1), account: z.object({ provider: z.string(), accountId: z.string() }) }),
);

export const companyEvents = [CompanyRegistered] as const;
export type CompanyEvent = EventOf<(typeof companyEvents)[number]>;
