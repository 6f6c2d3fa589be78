import { z } from '@hono/zod-openapi';
import type { ShownAppointment } from '#app/show-appointment.ts';
import { rankOf } from '#domain/delivery/delivery.ts';
import { meanings, type Meaning } from '#domain/conversation/conversation.ts';
import { channel } from '#domain/kernel/ids.ts';
import { etagOf } from '../conventions/etag.ts';
import { campaignIdText, messageIdText, referenceText } from '../conventions/ids.ts';

/** The caller's own id; what control characters stand in is no id. */
export const appointmentIdText = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((id) => !/\p{Cc}/u.test(id), 'an id has no control characters')
  .openapi({ description: 'Your own id of the appointment', example: 'visit-8841' });

/** Paths take any short text. */
export const appointmentPathId = z
  .string()
  .min(1)
  .max(400)
  .openapi({ description: 'Your own id of the appointment', example: 'visit-8841' });

const text = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]);

export const word = {
  campaigns: z
    .array(campaignIdText)
    .min(1)
    .max(10)
    .openapi({ description: 'Campaigns that follow it; their fields name an `appointment`', example: ['cmp_reminder'] }),
  fields: z.record(z.string().min(1).max(200), text).openapi({
    description: "All that is known of it: the campaigns' fields, or the columns of their files. What is left out is empty from now on",
    example: {
      phone: '+12085550123',
      firstName: 'Ana',
      practitioner: 'Dr. Prado',
      appointmentDate: '2026-12-01',
      appointmentTime: '10:00',
    },
  }),
  reference: referenceText.optional(),
};

export const fieldTexts = (fields: Readonly<Record<string, string | number | boolean | null>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === null ? '' : String(value)]));

const status = z.enum(Object.keys(rankOf) as [keyof typeof rankOf, ...(keyof typeof rankOf)[]]);

const message = z.object({
  id: messageIdText,
  campaign: campaignIdText,
  channel,
  status,
  code: z.string().optional(),
  detail: z.string().optional(),
  send_at: z.iso.datetime(),
  follow_up: z.string().optional().meta({ description: 'it corrects, answers or repeats another one' }),
});

const trouble = z.object({
  campaign: campaignIdText,
  channel,
  code: z.string(),
  detail: z.string().meta({ description: 'the code in plain words, and what to do' }),
  field: z.string().optional(),
});

export const appointment = z
  .object({
    object: z.literal('appointment'),
    id: z.string().nullable().meta({ description: 'your own id; null when the person was forgotten' }),
    status: z
      .enum(['booked', 'confirmed', 'cancel_requested', 'reschedule_requested', 'canceled'])
      .meta({ description: '`canceled` by you; the others but `booked` are what the person answered' }),
    campaigns: z.array(campaignIdText),
    fields: z.record(z.string(), z.string()).nullable().meta({ description: 'null when the person was forgotten' }),
    appointment_at: z.iso.datetime().nullable().meta({ description: 'as its campaigns read it; null where none could' }),
    answer: z.object({ meaning: z.enum(meanings), channel, campaign: campaignIdText, answered_at: z.iso.datetime() }).nullable(),
    messages: z
      .array(message)
      .meta({ description: 'all that were made of it, by when they go; those of later days are made on their day' }),
    problems: z.array(trouble).meta({ description: 'why a campaign tells nobody of it as it is now' }),
    changed_at: z.iso.datetime(),
    changed_by: z.string(),
    etag: z.string().meta({ description: 'send it as If-Match with a change' }),
  })
  .openapi('Appointment');

const answered: Readonly<Record<Meaning, string>> = {
  confirm: 'confirmed',
  cancel: 'cancel_requested',
  reschedule: 'reschedule_requested',
};

export const appointmentEtag = ({ order, status: state }: ShownAppointment['booking']): string => etagOf([order, state]);

export const appointmentJson = ({ id, booking, fields, answer, messages, troubles }: ShownAppointment) => ({
  object: 'appointment' as const,
  id: id ?? null,
  status: booking.status === 'canceled' ? 'canceled' : answer ? answered[answer.meaning] : 'booked',
  campaigns: booking.places.map(({ campaignId }) => campaignId),
  fields: fields ?? null,
  appointment_at: booking.at ?? null,
  answer: answer ? { meaning: answer.meaning, channel: answer.channel, campaign: answer.campaignId, answered_at: answer.saidAt } : null,
  messages: messages.map(({ messageId, campaignId, words, sendAt, followUp, ...same }) => ({
    id: messageId,
    campaign: campaignId,
    ...same,
    ...(words === undefined ? {} : { detail: words }),
    send_at: sendAt,
    ...(followUp === undefined ? {} : { follow_up: followUp }),
  })),
  problems: troubles.map(({ campaignId, words, ...same }) => ({ campaign: campaignId, ...same, detail: words })),
  changed_at: booking.changedAt,
  changed_by: booking.by,
  etag: appointmentEtag(booking),
});

export const exampleWord = {
  campaigns: ['cmp_reminder'],
  fields: { phone: '+12085550123', firstName: 'Ana', practitioner: 'Dr. Prado', appointmentDate: '2026-12-01', appointmentTime: '10:00' },
};

export const appointmentExample = {
  object: 'appointment',
  id: 'visit-8841',
  status: 'confirmed',
  campaigns: ['cmp_reminder'],
  fields: exampleWord.fields,
  appointment_at: '2026-12-01T17:00:00.000Z',
  answer: { meaning: 'confirm', channel: 'sms', campaign: 'cmp_reminder', answered_at: '2026-11-29T17:03:11.000Z' },
  messages: [
    {
      id: 'msg_h7k2m9qxw3np-0-1-sms-0',
      campaign: 'cmp_reminder',
      channel: 'sms',
      status: 'delivered',
      send_at: '2026-11-29T17:00:00.000Z',
    },
  ],
  problems: [],
  changed_at: '2026-11-20T16:12:45.000Z',
  changed_by: 'key_4nq8z2',
  etag: '"3hV0kS2mB1xQ9tYwZ8cNeA"',
} as const;
