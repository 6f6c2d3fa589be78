import { z } from 'zod';
import { channel } from '../kernel/ids.ts';
import { contactRules } from './contact-rules.ts';
import { localeName } from './locale.ts';
import { schedule, weekdays, type Weekday } from './schedule.ts';
import { takenFrom } from './taken-templates.ts';
import { templateText, templateVariants } from './template-variants.ts';
import { textFilter } from './text-filter.ts';

/** A campaign as its file and the API take it (a campaign's file is checked by `readDefinition`, which says what is wrong in words). */

export type Expectation = Readonly<{ before: string; days?: readonly Weekday[] | undefined }>;

/** Fields that mean something to Carillon; any other column stays reachable in templates under its own name. */
export const fieldNames = [
  'person',
  'firstName',
  'lastName',
  'phone',
  'email',
  'messengerId',
  'instagramId',
  'practitioner',
  'appointment',
  'appointmentDate',
  'appointmentTime',
  'locale',
  'timezone',
  'zip',
  'location',
] as const;

export const dedupeFields = ['day', 'person', 'practitioner', 'contactPoint'] as const;

/** Who sends: a number in E.164, a pool of numbers, an e-mail address, or the id of a page. Which one a channel takes is checked with its channel. */
const sender = z
  .string()
  .max(254)
  .regex(
    /^(?:\+[1-9]\d{6,14}|pool_[a-z0-9]{1,32}|\d{5,25}|[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;.]+)$/,
    'a number like +12085550199, a pool like pool_main, an e-mail address, or the id of a page',
  );
const region = z.string().regex(/^[A-Z]{2}$/, 'two capital letters like US');

const fallback = z.strictObject({
  /** so long after the message before it was sent, where nobody says that it was delivered */
  afterMinutes: z.int().min(1).max(10_080),
  channel,
  /** left out: the channel's own, which may have variants for others */
  template: z.union([templateText, templateVariants]).optional(),
  takenFrom: takenFrom.optional(),
  from: sender.optional(),
  region: region.optional(),
});

const channelEntry = z.strictObject({
  channel,
  template: z.union([templateText, templateVariants]),
  /** the company's template that this text is; left out where the campaign has words of its own */
  takenFrom: takenFrom.optional(),
  schedule: schedule.optional(),
  /** left out: the campaign's */
  from: sender.optional(),
  /** country of phones written without a country code, where it is another one than the campaign's */
  region: region.optional(),
  /** other channels, one after the other, for whoever it did not reach */
  fallbacks: z.array(fallback).min(1).max(3).optional(),
});
export type ChannelEntry = z.infer<typeof channelEntry>;

const words = z.array(z.string().trim().min(1).max(40)).max(50);

export const definition = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** marketing waits behind what people asked for (transactional, unless told); the law knows the difference too */
  purpose: z.enum(['transactional', 'marketing']).optional(),
  /** only to those of whom it is on record that they agreed, to marketing where that is the purpose: all others are skipped */
  requireConsent: z.boolean().optional(),
  /**
   * under which registration its texts to the United States go: one of the company's, or the registry's id of one that was made elsewhere; left
   * out: whichever its numbers are under
   */
  registration: z
    .string()
    .regex(/^(?:reg_[a-z0-9]{1,32}|C[A-Z0-9]{4,15})$/, "a registration like reg_reminders, or the registry's id like CABC123")
    .optional(),
  /** the company's own number, address or page, for every channel that names none */
  from: sender,
  timezone: z.string().min(1),
  /** country of phones written without a country code */
  region: region.optional(),
  /** the language of dates, amounts and plurals; a row whose field `locale` says another one gets that */
  locale: localeName.optional(),
  /** field → column of the file; names not in fieldNames are custom fields */
  fields: z.record(z.string().regex(/^[A-Za-z_]\w*$/, 'a name of letters, digits and _'), z.string().min(1)),
  channels: z.array(channelEntry).min(1).max(8),
  schedule,
  ...contactRules,
  /** what is done to fields before they are used, and to whole messages, in this order */
  filters: z.array(textFilter).max(50).optional(),
  dedupe: z.array(z.enum(dedupeFields)).min(1).optional(),
  /** each file is a full list: what it has no more is canceled. Left out: a file tells what is new */
  packets: z.enum(['delta', 'full']).optional(),
  /** several appointments of a person on one day are told in one message, whose template has the list `appointments` */
  join: z.enum(['personDay']).optional(),
  /** a newer file that changes what was sent already makes a message of its own */
  corrections: z.boolean().optional(),
  limits: z
    .strictObject({
      perMinute: z.int().min(1).optional(),
      perDay: z.int().min(1).optional(),
      /** of the calendar, in the campaign's zone */
      perMonth: z.int().min(1).optional(),
      perPersonPerDay: z.int().min(1).max(100).optional(),
      /** a message of more segments is rejected as too long */
      segmentsPerMessage: z.int().min(1).max(24).optional(),
    })
    .optional(),
  /** a file is to come between midnight and this time on these days (Monday to Friday unless told), in the campaign's zone; if none does, operators are told */
  expects: z
    .strictObject({
      before: z.string().regex(/^(?!00:00)(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day like 07:30'),
      days: z.array(z.enum(weekdays)).min(1).optional(),
    })
    .optional(),
  /** kept with the campaign; answers are read by the conversation stage */
  replies: z
    .strictObject({
      confirm: words.optional(),
      cancel: words.optional(),
      reschedule: words.optional(),
      /** several appointments that an answer may be about: the newest one, or a person decides (unless told) */
      ambiguous: z.enum(['latest', 'person']).optional(),
      followUps: z.record(z.string(), z.string().max(1600)).optional(),
      /** texts that staff has ready, by name: templates, with the values of the row that is answered */
      canned: z
        .record(z.string().regex(/^[\w-]{1,40}$/, 'a name of letters, digits, - and _'), z.string().trim().min(1).max(1600))
        .optional(),
    })
    .optional(),
});
export type Definition = z.infer<typeof definition>;
