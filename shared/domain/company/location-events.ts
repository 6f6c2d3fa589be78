import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema } from '../kernel/event-schema.ts';
import { companyId, locationId } from '../kernel/ids.ts';

const about = { locationId, companyId, by: z.string().min(1).max(100) };
/** Whatever people are told to come to is known in public. */
const site = {
  code: z.string().min(1).max(100),
  name: z.string().min(1).max(200),
  address: z.string().min(1).max(300).optional(),
  phone: z.string().min(1).max(40).optional(),
  directions: z.string().min(1).max(500).optional(),
  timezone: z.string().min(1).max(100),
  brands: z.array(z.string().min(1).max(100)).min(1).max(100).optional(),
};

/** A site of the company, under the code by which its rows name it. */
export const LocationAdded = eventSchema('LocationAdded', 1, z.object({ ...about, ...site }));
/** All that is said of it from now on. */
export const LocationRevised = eventSchema('LocationRevised', 1, z.object({ ...about, ...site }));
export const LocationRemoved = eventSchema('LocationRemoved', 1, z.object(about));

export const locationEvents = [LocationAdded, LocationRevised, LocationRemoved] as const;
export type LocationEvent = EventOf<(typeof locationEvents)[number]>;
