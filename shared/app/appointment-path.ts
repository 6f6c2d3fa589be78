import type { Document } from '#ports/documents.ts';

/** The newest packet that said something of an appointment, and what it said: what older ones say counts no more. */
export type KnownAppointment = Readonly<{ packetId: string; order: number; facts: string }>;

const collection = 'appointments/';
export const appointmentPath = (key: string): string => `${collection}${key}`;
export const isAppointmentPath = (path: string): boolean => path.startsWith(collection);

/** An id belongs to the system that the campaign's files come from. Store it only as a fingerprint. */
export const appointmentText = (campaignId: string, id: string): string => JSON.stringify(['appointment', campaignId, id]);

/** A newer packet than this one says something else of the appointment. */
export const isOver = (
  known: Document<KnownAppointment> | undefined,
  { order, packetId }: Readonly<{ order: number; packetId: string }>,
): boolean => known !== undefined && known.data.order > order && known.data.packetId !== packetId;
