import { z } from '@hono/zod-openapi';
import { listedScheduled as listOfCompany } from '#app/listed-scheduled.ts';
import { ofOwnBrands } from '../conventions/brand-limits.ts';
import { campaignIdText } from '../conventions/ids.ts';
import { listAnswer, listOf, pageOf, pageQuery } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import {
  etagHeader,
  exampleScheduled,
  listedJson,
  listedScheduled,
  scheduled,
  scheduledAnswer,
  scheduledParams,
} from './scheduled-json.ts';

export const listScheduled = operation({
  id: 'listScheduledMessages',
  method: 'get',
  path: '/v1/scheduled_messages',
  summary: 'Messages that go later',
  description: 'Requests that named a time which is still to come (`starts_at`), the next one first, without those that were called off.',
  scope: 'messages:read',
  query: z.object({ ...pageQuery, campaign: campaignIdText.optional() }),
  answers: { 200: { description: 'A page of them', schema: listOf('ScheduledList', listedScheduled) } },
  example: {
    query: { campaign: 'cmp_reminder' },
    answer: {
      object: 'list',
      data: [
        {
          object: 'scheduled_summary',
          id: 'pkt_h7k2m9qxw3np',
          campaign: 'cmp_reminder',
          starts_at: '2026-12-01T15:00:00.000Z',
          created_at: '2026-11-20T17:00:00.000Z',
          created_by: 'key_h7k2m9qxw3np',
          messages: 1,
        },
      ],
      has_more: false,
      url: '/v1/scheduled_messages',
    },
  },
  run: async ({ house, caller, query, origin }) => {
    const all = (await listOfCompany(house, caller.companyId)).map(listedJson);
    const wanted = all.filter(({ campaign }) => query.campaign === undefined || campaign === query.campaign);
    const seen = await ofOwnBrands({ house, caller }, wanted, ({ campaign: id }) => ({ kind: 'campaign', id }));
    return listAnswer({ origin, path: '/v1/scheduled_messages', query, page: pageOf(seen, ({ id }) => id, query) });
  },
});

export const getScheduled = operation({
  id: 'getScheduledMessages',
  method: 'get',
  path: '/v1/scheduled_messages/{id}',
  summary: 'One request whose messages go later',
  description:
    'What it will say follows the campaign as it is then; what it is made of stands here, and what became of it once its time has come.',
  scope: 'messages:read',
  looksAt: 'person',
  params: scheduledParams,
  answers: { 200: { description: 'The request', schema: scheduled, headers: etagHeader } },
  errors: ['scheduled_unknown'],
  example: { path: { id: 'pkt_h7k2m9qxw3np' }, answer: exampleScheduled },
  run: (call) => scheduledAnswer(call, call.path.id),
});
