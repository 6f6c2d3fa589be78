import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { DocumentMoved, type Document } from '#ports/documents.ts';
import { appointmentPath, type KnownAppointment } from './appointment-path.ts';
import { appointmentWrite } from './appointment-writes.ts';
import { bookingKey, mostLookedBack, readBooking, type Booking, type BookingPlace } from './booking.ts';
import type { House } from './house.ts';
import { serveRequest } from './serve-request.ts';
import { storeBookings } from './store-bookings.ts';
import { withdrawMessages } from './withdraw-messages.ts';

type Leaving = Readonly<{ companyId: string; id: string; /** from which word on */ order: number }>;

const tries = 8;

/** As a full list that has it no more says: what waits of it is held back. A newer word stands. */
const markGone = async (house: House, { companyId, id, order }: Leaving, { campaignId }: BookingPlace): Promise<void> => {
  const path = appointmentPath(campaignId, bookingKey(house, companyId, { campaignId, id }));
  for (let left = tries; ; left--) {
    const found = await house.documents.get<KnownAppointment>(path);
    // a row that can't be read is known to nobody
    if (!found || (found.data.gone ?? 0) >= order || found.data.order >= order) return;
    try {
      return await house.documents.write([appointmentWrite(path, { ...found.data, gone: order }, found, house.clock.now())]);
    } catch (error) {
      if (!(error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};

/** Campaigns that are to tell nobody of it any more. */
export const leaveCampaigns = async (house: House, leaving: Leaving, places: readonly BookingPlace[]): Promise<void> => {
  const { companyId, id } = leaving;
  for (const place of places) {
    await markGone(house, leaving, place);
    const key = bookingKey(house, companyId, { campaignId: place.campaignId, id });
    await withdrawMessages(house, companyId, [{ ...place, key }]);
  }
};

export type Canceling = Readonly<{
  companyId: string;
  id: string;
  /** staff, or a key */
  by: string;
  check?: ((found: Document<Booking>) => void) | undefined;
}>;

/**
 * An appointment is not to be: what waits of it is canceled. Twice is as good as once. Throws a Refusal appointment_unknown, DocumentMoved where
 * somebody changes it in the same moment.
 */
export const cancelAppointment = async (house: House, { companyId, id, by, check }: Canceling, cause: Cause): Promise<void> => {
  const found = await readBooking(house, companyId, id);
  if (!found) throw new Refusal('appointment_unknown', 'nobody has said anything of this appointment');
  check?.(found);
  const { data, path } = found;
  const order = data.status === 'canceled' ? data.order : Math.max(house.clock.realMs() * 1_000, data.order + 1);
  if (data.status !== 'canceled') {
    const after: Booking = { ...data, status: 'canceled', order, changedAt: cause.now, by };
    await storeBookings(house, { companyId, words: [{ path, found, after }] }, cause);
  }
  // rows that stand in no log yet would come after it
  for (const { packetId } of data.places) await serveRequest(house, packetId, cause);
  await leaveCampaigns(house, { companyId, id: id.trim(), order }, [...data.places, ...data.before.slice(0, mostLookedBack)]);
};
