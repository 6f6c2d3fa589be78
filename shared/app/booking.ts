import type { Document, DocumentWrite } from '#ports/documents.ts';
import { appointmentText } from './appointment-path.ts';
import type { House } from './house.ts';

/** Where an appointment is told of: a row of a request's packet. */
export type BookingPlace = Readonly<{ campaignId: string; packetId: string; row: number }>;

/** What a company's own program said of an appointment, by its fingerprint. What it said itself stands in the rows alone. */
export type Booking = Readonly<{
  companyId: string;
  /** how new the last word is, in microseconds */
  order: number;
  status: 'booked' | 'canceled';
  /** fingerprint of all that was said */
  facts: string;
  /** one for each campaign, by its last word */
  places: readonly BookingPlace[];
  /** those of words before, the newest first */
  before: readonly BookingPlace[];
  /** when it is, UTC ISO; left out where no campaign could read it */
  at?: string | undefined;
  changedAt: string;
  /** staff, or a key */
  by: string;
}>;

/** Messages of older words are told no more. */
export const mostBefore = 60;
/** What waits is of the last few words; older ones are looked at when they are due. */
export const mostLookedBack = 5;

/** A company's appointments, by when they are. */
export const bookingsOf = (companyId: string): string => `companies/${companyId}/bookings`;

export const bookingPath = ({ vault }: Pick<House, 'vault'>, companyId: string, id: string): string =>
  `companies/${companyId}/bookings/${vault.fingerprint(companyId, JSON.stringify(['booking', id]))}`;

const keptMs = 400 * 86_400_000;

/** It is remembered for 400 days after it has been, or after the last word where nobody knows when it is. */
export const bookingWrite = (path: string, data: Booking, found: Document<Booking> | undefined): DocumentWrite => ({
  path,
  data,
  ...(data.at === undefined ? {} : { dueAt: data.at }),
  expiresAt: new Date(Math.max(Date.parse(data.at ?? data.changedAt), Date.parse(data.changedAt)) + keptMs).toISOString(),
  ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }),
});

export const readBooking = (house: House, companyId: string, id: string): Promise<Document<Booking> | undefined> =>
  house.documents.get<Booking>(bookingPath(house, companyId, id.trim()));

/** By which its campaigns know it. */
export const bookingKey = (
  { vault }: Pick<House, 'vault'>,
  companyId: string,
  { campaignId, id }: Readonly<{ campaignId: string; id: string }>,
): string => vault.fingerprint(companyId, appointmentText(campaignId, JSON.stringify([id])));
