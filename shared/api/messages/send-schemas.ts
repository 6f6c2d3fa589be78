import { z } from '@hono/zod-openapi';
import { channel } from '#domain/kernel/ids.ts';
import { campaignIdText, messageIdText, referenceText } from '../conventions/ids.ts';

const text = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]);

/** What is known of one recipient. */
export const fields = z.record(z.string().min(1).max(200), text).openapi({
  description: "The campaign's fields, or the columns of its files, and what stands in them for this person: who it goes to among them",
  example: { phone: '+12085550123', firstName: 'Ana', practitioner: 'Dr. Prado', appointmentDate: '2026-12-01', appointmentTime: '10:00' },
});

export const one = { fields, reference: referenceText.optional() };

export const campaign = campaignIdText.openapi({
  description: 'An active campaign: its texts, channels, hours and limits are used',
  example: 'cmp_reminder',
});

/** Deliveries starting at a time. */
export const startsAt = z.iso.datetime({ offset: true }).openapi({
  description:
    'Deliver from then on, within the hours of the campaign; left out, or over: now. The answer has no results then: `GET /v1/scheduled_messages/{id}` shows, moves and calls off what waits.',
  example: '2026-12-01T15:00:00Z',
});

/** What became of one message of a request, on one channel. */
export const sendResult = z
  .object({
    row: z.int().min(1).meta({ description: 'the place in the request, counted from 1' }),
    reference: z.string().optional().meta({ description: 'your own name for it, as you sent it' }),
    channel,
    outcome: z.enum(['queued', 'rejected', 'skipped']).meta({ description: '`rejected`: can not be sent; `skipped`: must not be sent' }),
    message: messageIdText.optional(),
    send_at: z.iso.datetime().optional().meta({ description: "now, or when the campaign's window opens" }),
    code: z.string().optional(),
    detail: z.string().optional().meta({ description: 'the code in plain words' }),
    field: z.string().optional(),
    duplicate_of: z.string().optional().meta({ description: 'the message that told it already' }),
  })
  .openapi('SendResult');

export const sendAnswer = z
  .object({
    object: z.literal('message_request'),
    id: z.string().meta({
      description: 'the packet in which its messages lie; requests of one message each share one when they come in the same moment',
    }),
    campaign: z.string(),
    mode: z.enum(['live', 'test', 'team']),
    results: z.array(sendResult),
    waiting: z.int().meta({
      description: 'messages that wait for `starts_at`, or that the campaign has not taken because it was paused in the same moment',
    }),
    starts_at: z.iso.datetime().optional(),
  })
  .openapi('MessageRequest');
