import type { Document } from '#ports/documents.ts';
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

/** A company's appointments by when they are, canceled ones as well. Those of which nobody could read a time are not among them. */
export const appointmentsBetween = async (house: House, { companyId, from, to, limit, after }: Between): Promise<AppointmentsBetween> => {
  const known = after === undefined ? undefined : await house.documents.get<Booking>(bookingPath(house, companyId, after));
  if (after !== undefined && known?.dueAt === undefined) return { bookings: [], hasMore: false };
  const place = known?.dueAt === undefined ? { dueAt: from, path: `${bookingsOf(companyId)}/!` } : { dueAt: known.dueAt, path: known.path };
  const end = new Date(Date.parse(to) - 1).toISOString();
  const found = await house.documents.due<Booking>(bookingsOf(companyId), end, limit + 1, place);
  return { bookings: found.slice(0, limit), hasMore: found.length > limit };
};
