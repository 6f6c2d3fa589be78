import { Refusal } from '#domain/kernel/refusal.ts';
import type { Document, DueCursor } from '#ports/documents.ts';
import { bookingPath, bookingsOf, type Booking } from './booking.ts';
import type { BrandReach } from './brand-reach.ts';
import type { House } from './house.ts';

export type Between = Readonly<{
  companyId: string;
  /** UTC ISO; the second one is not among them */
  from: string;
  to: string;
  limit: number;
  /** an appointment's own id: those behind it */
  after?: string | undefined;
  /** somebody sees those of these alone */
  reach?: BrandReach | undefined;
}>;

export type AppointmentsBetween = Readonly<{ bookings: readonly Document<Booking>[]; hasMore: boolean }>;

/** So many are looked at for one page, where somebody sees only some of them. */
const mostLookedAt = 5_000;

const isSeen = (reach: BrandReach | undefined, { places, before }: Booking): boolean =>
  !reach || [...places, ...before].every(({ campaignId }) => reach.campaigns.has(campaignId));

const placeOf = async (house: House, { companyId, from, to, after, reach }: Between): Promise<DueCursor> => {
  if (after === undefined) return { dueAt: from, path: `${bookingsOf(companyId)}/!` };
  const known = await house.documents.get<Booking>(bookingPath(house, companyId, after));
  // one that was moved to another day meanwhile would lead through that day, or past the rest of this one
  if (known?.dueAt === undefined || known.dueAt < from || known.dueAt >= to || !isSeen(reach, known.data))
    throw new Refusal('cursor_unknown', 'starting_after is none of the appointments of this day: begin again without it');
  return { dueAt: known.dueAt, path: known.path };
};

/**
 * A company's appointments by when they are, canceled ones as well. Those of which nobody could read a time are not among them.
 * Throws a Refusal `cursor_unknown`.
 */
export const appointmentsBetween = async (house: House, wanted: Between): Promise<AppointmentsBetween> => {
  const { companyId, to, limit, reach } = wanted;
  const end = new Date(Date.parse(to) - 1).toISOString();
  const bookings: Document<Booking>[] = [];
  let place = await placeOf(house, wanted);
  for (let looked = 0; looked < mostLookedAt && bookings.length <= limit; looked += limit + 1) {
    const found = await house.documents.due<Booking>(bookingsOf(companyId), end, limit + 1, place);
    bookings.push(...found.filter(({ data }) => isSeen(reach, data)));
    const last = found.at(-1);
    if (found.length <= limit || last?.dueAt === undefined) break;
    place = { dueAt: last.dueAt, path: last.path };
  }
  return { bookings: bookings.slice(0, limit), hasMore: bookings.length > limit };
};
