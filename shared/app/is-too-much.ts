import type { Event } from '#domain/kernel/event.ts';
import { maxWritesPerCommit } from '#ports/documents.ts';
import { maxBytesPerAppend } from '#ports/event-store.ts';

/** What an append adds to the data and the private parts of an event, at most. */
const besideBytes = 500;

const bytesOf = (events: readonly Event[]): number =>
  events.reduce((sum, { data, private: personal }) => sum + besideBytes + Buffer.byteLength(JSON.stringify([data, personal])), 0);

/** Texts are small; what other channels say may not be, and is measured. */
const isMeasured = ({ private: personal }: Event): boolean => personal !== undefined && 'content' in personal;

/** Whether a commit could not take it. */
export const isTooMuch = ({ writes, events }: Readonly<{ writes: number; events: readonly Event[] }>): boolean =>
  writes > maxWritesPerCommit || (events.some(isMeasured) && bytesOf(events) > maxBytesPerAppend);
