import { Refusal } from '#domain/kernel/refusal.ts';
import type { Document, DueCursor } from '#ports/documents.ts';
import { bookingPath, bookingsOf, type Booking } from './booking.ts';
import type { House } from './house.ts';

export type Between = Readonly<{
  companyId: string;
  /** UTC ISO; the second one is not among them */
  from: string;
  to: string;
  limit: number;
  /** an appointment's own id: those behind it */
  after?: string | undefined;
}>;

export type AppointmentsBetween = Readonly<{ bookings: readonly Document<Booking>[]; hasMore: boolean }>;

const placeOf = async (house: House, { companyId, from, to, after }: Required<Omit<Between, 'limit'>>): Promise<DueCursor> => {
  const known = await house.documents.get<Booking>(bookingPath(house, companyId, after));
  // one that was moved to another day meanwhile would lead through that day, or past the rest of this one
  if (known?.dueAt === undefined || known.dueAt < from || known.dueAt >= to)
    throw new Refusal('cursor_unknown', 'starting_after is none of the appointments of this day: begin again without it');
  return { dueAt: known.dueAt, path: known.path };
};

/**
 * A company's appointments by when they are, canceled ones as well. Those of which nobody could read a time are not among them.
 * Throws a Refusal `cursor_unknown`.
 */
export const appointmentsBetween = async (house: House, { companyId, from, to, limit, after }: Between): Promise<AppointmentsBetween> => {
  const end = new Date(Date.parse(to) - 1).toISOString();
  const place =
    after === undefined ? { dueAt: from, path: `${bookingsOf(companyId)}/!` } : await placeOf(house, { companyId, from, to, after });
  const found = await house.documents.due<Booking>(bookingsOf(companyId), end, limit + 1, place);
  return { bookings: found.slice(0, limit), hasMore: found.length > limit };
};
