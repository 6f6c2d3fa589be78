import { z } from '@hono/zod-openapi';
import { callOffScheduled, rescheduleMessages } from '#app/change-scheduled.ts';
import { showScheduled } from '#app/show-scheduled.ts';
import { checkMatch } from '../conventions/etag.ts';
import { operation } from '../operation.ts';
import { etagHeader, exampleScheduled, scheduled, scheduledAnswer, scheduledEtag, scheduledParams } from './scheduled-json.ts';

export const editScheduled = operation({
  id: 'editScheduledMessages',
  method: 'patch',
  path: '/v1/scheduled_messages/{id}',
  summary: 'Send later messages at another time',
  description:
    'Earlier or later, all messages of the request; a time that is over means now. They go within the hours of the campaign. To change what they are made of, call them off and send them anew.',
  scope: 'messages:send',
  looksAt: 'person',
  params: scheduledParams,
  body: z.strictObject({
    starts_at: z.iso.datetime({ offset: true }).openapi({ description: 'Deliver from then on', example: '2026-12-02T15:00:00Z' }),
  }),
  needsIfMatch: true,
  answers: { 200: { description: 'As it is now', schema: scheduled, headers: etagHeader } },
  errors: ['scheduled_unknown', 'scheduled_started', 'scheduled_canceled'],
  example: {
    path: { id: 'pkt_h7k2m9qxw3np' },
    body: { starts_at: '2026-12-02T15:00:00Z' },
    answer: {
      ...exampleScheduled,
      starts_at: '2026-12-02T15:00:00.000Z',
      changed_at: '2026-11-21T17:00:00.000Z',
      changed_by: 'key_h7k2m9qxw3np',
    },
  },
  run: async (call) => {
    const {
      house,
      caller,
      path: { id },
      body,
      headers,
      cause,
    } = call;
    const { companyId, by } = caller;
    checkMatch(headers, scheduledEtag(await showScheduled(house, { companyId, packetId: id })));
    const startsAt = new Date(body.starts_at).toISOString();
    await rescheduleMessages(house, { companyId, packetId: id, startsAt, by }, cause);
    return scheduledAnswer(call, id);
  },
});

export const cancelScheduled = operation({
  id: 'cancelScheduledMessages',
  method: 'post',
  path: '/v1/scheduled_messages/{id}/cancel',
  summary: 'Call off messages that go later',
  description:
    'All of the request, before their time has come. Doing it twice changes nothing. Afterwards messages that wait for their turn are called off one by one: `POST /v1/messages/{id}/cancel`.',
  scope: 'messages:send',
  looksAt: 'person',
  params: scheduledParams,
  answers: { 200: { description: 'As it is now', schema: scheduled, headers: etagHeader } },
  errors: ['scheduled_unknown', 'scheduled_started'],
  example: {
    path: { id: 'pkt_h7k2m9qxw3np' },
    answer: {
      ...exampleScheduled,
      status: 'canceled',
      changed_at: '2026-11-21T17:00:00.000Z',
      changed_by: 'key_h7k2m9qxw3np',
      results: [
        {
          row: 1,
          reference: 'visit-8841',
          channel: 'sms',
          outcome: 'skipped',
          code: 'called_off',
          detail: 'Somebody called this off before it was sent.',
        },
      ],
    },
  },
  run: async (call) => {
    const {
      house,
      caller: { companyId, by },
      path: { id },
      cause,
    } = call;
    await callOffScheduled(house, { companyId, packetId: id, by }, cause);
    return scheduledAnswer(call, id);
  },
});
