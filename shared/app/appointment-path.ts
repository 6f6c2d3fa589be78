import type { Document } from '#ports/documents.ts';

/** The newest packet that said something of an appointment, and what it said: what older ones say counts no more. */
export type KnownAppointment = Readonly<{
  packetId: string;
  order: number;
  facts: string;
  /** when it is, UTC ISO */
  at?: string | undefined;
  /** the newest full list that has it, or the newest packet after that one that speaks of it */
  listed?: number | undefined;
  /** where that list came from */
  source?: string | undefined;
  /** the full list that has it no more */
  gone?: number | undefined;
}>;

/** Those of a campaign that full lists have are due by the lists' order: what an older list had and the newest has not comes first. */
export const appointmentsOf = (campaignId: string): string => `campaigns/${campaignId}/appointments`;
export const appointmentPath = (campaignId: string, key: string): string => `${appointmentsOf(campaignId)}/${key}`;
export const isAppointmentPath = (path: string): boolean => path.includes('/appointments/');

/** An id belongs to the system that the campaign's files come from. Store it only as a fingerprint. */
export const appointmentText = (campaignId: string, id: string): string => JSON.stringify(['appointment', campaignId, id]);

/** `order` counts microseconds. */
export const listedAt = (order: number): string => new Date(Math.floor(order / 1_000)).toISOString();

export type Overtaken = 'replaced' | 'vanished';

/** By which packet's order it was spoken of last. */
export const spokenOf = ({ order, listed = 0 }: KnownAppointment): number => Math.max(order, listed);

/** Why a packet's word of an appointment counts no more, if so: a newer packet says something else, or a newer full list has it no more. */
export const overtakenBy = (
  known: Document<KnownAppointment> | undefined,
  { order, packetId }: Readonly<{ order: number; packetId: string }>,
): Overtaken | undefined => {
  if (!known) return undefined;
  if ((known.data.gone ?? order) > order) return 'vanished';
  return spokenOf(known.data) > order && known.data.packetId !== packetId ? 'replaced' : undefined;
};
