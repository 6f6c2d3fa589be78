import { z } from '@hono/zod-openapi';
import { operation } from '../operation.ts';
import { sendRows } from './send-rows.ts';
import { campaign, one, sendAnswer, startsAt } from './send-schemas.ts';

const mostMessages = 1_000;

const fields = (phone: string, firstName: string) => ({
  phone,
  firstName,
  practitioner: 'Dr. Prado',
  appointmentDate: '2026-12-01',
  appointmentTime: '10:00',
});

export const sendMessages = operation({
  id: 'sendMessages',
  method: 'post',
  path: '/v1/messages/batch',
  summary: `Send up to ${mostMessages} messages now`,
  description:
    'Each message has results of its own, by its place in the request (`row`, counted from 1) and with your `reference`: some may be rejected or skipped while the others leave.',
  scope: 'messages:send',
  modes: ['live', 'test', 'team'],
  body: z.strictObject({ campaign, messages: z.array(z.strictObject(one)).min(1).max(mostMessages), starts_at: startsAt.optional() }),
  needsIdempotencyKey: true,
  idempotentBySeed: true,
  answers: { 201: { description: 'What became of each, one result for each channel', schema: sendAnswer } },
  errors: [
    'campaign_unknown',
    'campaign_not_active',
    'company_halted',
    'row_empty',
    'too_many_columns',
    'request_too_large',
    'not_on_team_list',
  ],
  example: {
    body: {
      campaign: 'cmp_reminder',
      messages: [
        { fields: fields('+12085550123', 'Ana'), reference: 'visit-8841' },
        { fields: fields('12', 'Bo'), reference: 'visit-8842' },
      ],
    },
    answer: {
      object: 'message_request',
      id: 'pkt_h7k2m9qxw3np',
      campaign: 'cmp_reminder',
      mode: 'live',
      results: [
        {
          row: 1,
          reference: 'visit-8841',
          channel: 'sms',
          outcome: 'queued',
          message: 'msg_h7k2m9qxw3np-0-1-sms-0',
          send_at: '2026-11-29T17:00:00.000Z',
        },
        {
          row: 2,
          reference: 'visit-8842',
          channel: 'sms',
          outcome: 'rejected',
          code: 'phone_invalid',
          detail: 'This is not a phone number that can be called. Check its digits and send the row again.',
          field: 'phone',
        },
      ],
      waiting: 0,
    },
  },
  run: (call) =>
    sendRows(call, {
      campaign: call.body.campaign,
      items: call.body.messages,
      starts_at: call.body.starts_at,
      pointerOf: (n) => `/body/messages/${n}/fields`,
    }),
});
