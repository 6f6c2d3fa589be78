import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema } from '../kernel/event-schema.ts';
import { campaignId, packetId } from '../kernel/ids.ts';

/** Fingerprints: what a calendar says of a person stands in the rows of its packets alone, and is forgotten with them. */
const fingerprint = z.string().min(1);
const said = {
  appointment: fingerprint,
  /** how new the word is, in microseconds */
  order: z.int().min(0),
  /** of all that was said of it */
  after: fingerprint,
  /** rows that tell of it from now on, one for each campaign */
  places: z.array(z.object({ campaignId, packetId, row: z.int().min(1) })),
  /** staff, or a key */
  by: z.string().min(1),
};

/** A calendar knows a new appointment. */
export const AppointmentBooked = eventSchema('AppointmentBooked', 1, z.object(said));
/** A calendar says something else of an appointment; `before`: what it said last, also where that was canceled meanwhile. */
export const AppointmentRebooked = eventSchema('AppointmentRebooked', 1, z.object({ ...said, before: fingerprint }));
/** A calendar has an appointment no more. A person who does not come says `AppointmentCancelled`. */
export const AppointmentWithdrawn = eventSchema(
  'AppointmentWithdrawn',
  1,
  z.object({ appointment: said.appointment, order: said.order, before: fingerprint, by: said.by }),
);

export const bookingEvents = [AppointmentBooked, AppointmentRebooked, AppointmentWithdrawn] as const;
export type BookingEvent = EventOf<(typeof bookingEvents)[number]>;
