import type { BookingEvent } from '#domain/message/booking-events.ts';
import type { Document } from '#ports/documents.ts';
import type { Booking } from './booking.ts';

/** The fingerprint of the appointment's id. */
const keyOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

type Word = Readonly<{ path: string; found: Document<Booking> | undefined; after: Booking }>;

/** What the log is told of an appointment's new word; undefined: it was said before, and is only brought to its end. */
export const bookingEvent = ({ path, found, after }: Word): BookingEvent | undefined => {
  const { order, by, places, facts, status } = after;
  const about = { appointment: keyOf(path), order, by };
  if (status === 'canceled') return found && { type: 'AppointmentWithdrawn', data: { ...about, before: found.data.facts } };
  const told = { ...about, after: facts, places: [...places] };
  if (!found) return { type: 'AppointmentBooked', data: told };
  if (found.data.status === 'booked' && found.data.facts === facts) return undefined;
  return { type: 'AppointmentRebooked', data: { ...told, before: found.data.facts } };
};
