/**
 * Firings of a recurring campaign are runs with touches of their own, so each has places of its own: the offset of its channel in the campaign,
 * and the minute of the firing, counted from the year 2000.
 */

/** More than a channel has offsets: 8 entries of 10. */
const step = 100;
/** Firings of this century have larger offsets; what a campaign names, and follow-ups of every kind, have smaller ones. */
const firings = 100_000_000;

/** `minute`: see `firingNumber`. */
export const offsetOfFiring = (offset: number, minute: number): number => offset + step * minute;

/** The offset in the campaign, whatever the firing. */
export const plannedOffset = (offset: number): number => (offset < firings ? offset : offset % step);

/** The firing's minute; undefined for an offset that is no firing's. */
export const firingOfOffset = (offset: number): number | undefined => (offset < firings ? undefined : Math.floor(offset / step));
