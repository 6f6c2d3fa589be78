import type { Watched } from './watched.ts';

/** So long after a message was sent its provider is asked what became of it, where nobody has said so: its reports may be lost. */
const afterMinutes = [15, 60, 240];

const minuteMs = 60_000;

/**
 * When the provider is asked next what became of a message, behind `lookedAt`; at last when it says nothing new any more (`horizonMs` after it was
 * sent). Undefined: nothing is left to ask. Business time, UTC ISO.
 */
export const lookDueAt = (
  { status, sentAt, sender }: Watched,
  { lookedAt = '', horizonMs }: Readonly<{ lookedAt?: string | undefined; horizonMs: number }>,
): string | undefined => {
  if (status !== 'sent' || sentAt === undefined || !sender) return undefined;
  const sent = Date.parse(sentAt);
  const times = [...afterMinutes.map((minutes) => minutes * minuteMs).filter((ms) => ms < horizonMs), horizonMs];
  return times.map((ms) => new Date(sent + ms).toISOString()).find((at) => at > lookedAt);
};
