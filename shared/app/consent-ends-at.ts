import { timeCell } from '#projections/cells.ts';

/** 16 CFR 310.5: proof of consent is kept for five years. */
const keptMonths = 5 * 12;

/** `2026-11-…` → the first instant of the month so many later. */
const monthAfter = (now: string, months: number): string => {
  const at = Number(now.slice(0, 4)) * 12 + Number(now.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01T00:00:00.000Z`;
};

/** When the proof of what is said now is to go: five years after the month's last day. UTC ISO. */
export const consentEndsAt = (now: string): string => monthAfter(now, keptMonths + 1);

/** What was said before is older than five years, whichever day of its month it was said on. As the reporting tables write times. */
export const endedBefore = (now: string): string => timeCell(monthAfter(now, -keptMonths));
