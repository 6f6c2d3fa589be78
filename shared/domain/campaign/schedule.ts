import { z } from 'zod';

/** When the messages of a campaign, or of one of its channels, go. */

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of day like 09:00');

/** Hours in which a contact is allowed, on the recipient's clock: from ≤ t < to. */
export const contactWindow = z.strictObject({ days: z.array(z.enum(weekdays)).min(1), from: clockTime, to: clockTime });
export type ContactWindow = z.infer<typeof contactWindow>;

/** So long before the appointment: days on the calendar, then hours and minutes as they pass. */
const ahead = z.strictObject({
  days: z.int().min(0).max(365).optional(),
  hours: z.int().min(0).max(8760).optional(),
  minutes: z.int().min(0).max(525_600).optional(),
});
export type Ahead = z.infer<typeof ahead>;

const window = contactWindow.optional();
const offsetDays = z.array(z.int().min(0).max(365)).min(1).max(10);
const offsets = z.array(ahead).min(1).max(10);

export const schedule = z.union([
  z.literal('now'),
  // one of the two has to be there
  z.strictObject({ offsetDays, offsets: offsets.optional(), window }),
  z.strictObject({ offsetDays: offsetDays.optional(), offsets, window }),
  z.strictObject({ sendAt: z.iso.datetime({ offset: true }), window }),
  z.strictObject({
    /** a rule of RFC 5545, on the clock of the campaign's zone */
    every: z.string().trim().min(1).max(500),
    /** when it fires first, on that clock, unless the rule says so itself (DTSTART) */
    start: z
      .string()
      .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'a time on the clock like 2026-12-01T09:00')
      .optional(),
    window,
  }),
]);
export type Schedule = z.infer<typeof schedule>;

type Timed = Exclude<Schedule, 'now'>;
export type Recurring = Extract<Timed, { every: string }>;
export type Relative = Exclude<Timed, { every: string } | { sendAt: string }>;

export const isRecurring = (given: Schedule): given is Recurring => given !== 'now' && 'every' in given;
/** It goes by the appointment. */
export const isRelative = (given: Schedule): given is Relative => given !== 'now' && !('sendAt' in given) && !('every' in given);

export const windowOf = (given: Schedule): ContactWindow | undefined => (given === 'now' ? undefined : given.window);
