import type { BookingEvent } from '#domain/message/booking-events.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { bookingsStream } from '#domain/kernel/streams.ts';
import type { Document } from '#ports/documents.ts';
import { bookingEvent } from './booking-event.ts';
import { bookingWrite, type Booking } from './booking.ts';
import type { House } from './house.ts';

export type BookingWord = Readonly<{ path: string; found: Document<Booking> | undefined; after: Booking }>;

type Bookings = Readonly<{ companyId: string; words: readonly BookingWord[] }>;

/** Below what a commit takes, of documents and of events' bytes. */
const wordsPerCommit = 200;

const storeSome = async (house: House, { companyId, words }: Bookings, cause: Cause): Promise<void> => {
  const documents = words.map(({ path, after, found }) => bookingWrite(path, after, found));
  const events = words.flatMap((word): readonly BookingEvent[] => {
    const event = bookingEvent(word);
    return event ? [event] : [];
  });
  if (events.length === 0) await house.documents.write(documents);
  else await house.store.append({ stream: bookingsStream(companyId), companyId, events, documents, cause });
};

/** What appointments are from now on, and in the same commit what the log is told of it. Throws DocumentMoved where somebody was faster. */
export const storeBookings = async (house: House, { companyId, words }: Bookings, cause: Cause): Promise<void> => {
  for (let from = 0; from < words.length; from += wordsPerCommit)
    await storeSome(house, { companyId, words: words.slice(from, from + wordsPerCommit) }, cause);
};
