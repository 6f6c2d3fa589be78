import { z } from '@hono/zod-openapi';
import { operation } from '../operation.ts';
import { sendRow } from './send-rows.ts';
import { campaign, one, sendAnswer, startsAt } from './send-schemas.ts';

const example = {
  campaign: 'cmp_reminder',
  fields: { phone: '+12085550123', firstName: 'Ana', practitioner: 'Dr. Prado', appointmentDate: '2026-12-01', appointmentTime: '10:00' },
  reference: 'visit-8841',
};

export const sendMessage = operation({
  id: 'sendMessage',
  method: 'post',
  path: '/v1/messages',
  summary: 'Send one message now',
  description:
    "The message is made by an active campaign: its text, its channels (one message for each), its limits. It leaves within a second, or when the campaign's window opens (`send_at`).",
  scope: 'messages:send',
  modes: ['live', 'test', 'team'],
  body: z.strictObject({ campaign, ...one, starts_at: startsAt.optional() }),
  needsIdempotencyKey: true,
  idempotentBySeed: true,
  answers: { 201: { description: 'What became of it, one result for each channel', schema: sendAnswer } },
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
    body: example,
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
      ],
      waiting: 0,
    },
  },
  run: (call) =>
    sendRow(call, { campaign: call.body.campaign, items: [call.body], starts_at: call.body.starts_at, pointerOf: () => '/body/fields' }),
});
