import { z } from '@hono/zod-openapi';
import { listMessages as messagesOf } from '#app/list-messages.ts';
import { channel } from '#domain/kernel/ids.ts';
import { reachOf } from '../conventions/brand-limits.ts';
import { campaignIdText, messageIdText, referenceText } from '../conventions/ids.ts';
import { expanded } from '../conventions/expand.ts';
import { listAnswer, listOf } from '../conventions/pagination.ts';
import { sortOf } from '../conventions/sort.ts';
import { operation } from '../operation.ts';
import { expandMessage, listedJson, listedMessage, messageExpansions, messageStatus } from './get-message.ts';

export const listMessages = operation({
  id: 'listMessages',
  method: 'get',
  path: '/v1/messages',
  summary: 'Messages of the company',
  description:
    'The newest first, unless `sort` says otherwise. From the reporting tables, some seconds behind: `GET /v1/messages/{id}` has the very moment and all that was said about one. Filters go together. Messages to one person: `POST /v1/people/search`, so that no number stands in an address.',
  scope: 'messages:read',
  looksAt: 'person',
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(50).openapi({ type: 'integer', description: 'How many, 1 to 100' }),
    campaign: campaignIdText.optional(),
    packet: z.string().min(1).max(200).optional().openapi({ description: 'those of it', example: 'pkt_h7k2m9qxw3np' }),
    reference: referenceText.optional().openapi({
      description: 'Your own name for them, exactly as you sent it: an id of yours, and not a phone, since it stands in the address',
      example: 'visit-8841',
    }),
    status: messageStatus.optional(),
    channel: channel.optional(),
    queued_since: z.iso.datetime().optional().openapi({ description: 'queued from this moment on' }),
    queued_until: z.iso.datetime().optional().openapi({ description: 'up to this moment, which is left out' }),
    sort: sortOf(['queued_at'], '-queued_at'),
    expand: expandMessage,
    starting_after: messageIdText.optional().openapi({ description: 'The last id of the page before this one' }),
    ending_before: messageIdText.optional().openapi({ description: 'The first id of the page behind this one' }),
  }),
  answers: { 200: { description: 'A page of messages', schema: listOf('MessageList', listedMessage) } },
  errors: ['reports_away'],
  example: {
    query: { campaign: 'cmp_reminder', status: 'delivered' },
    answer: {
      object: 'list',
      data: [
        {
          object: 'message',
          id: 'msg_h7k2m9qxw3np-0-1-sms-0',
          packet: 'pkt_h7k2m9qxw3np',
          campaign: 'cmp_reminder',
          row: 1,
          reference: 'visit-8841',
          channel: 'sms',
          status: 'delivered',
          from: '+12085550199',
          to: '+12085550123',
          body: 'Hi Ana, you see Dr. Prado on Tue Dec 1 at 10:00 AM.',
          segments: 1,
          queued_at: '2026-11-29T17:00:00.000Z',
          send_at: '2026-11-29T17:00:00.000Z',
        },
      ],
      has_more: false,
      url: '/v1/messages',
    },
  },
  run: async ({ house, caller, query, origin }) => {
    const { companyId } = caller;
    const reach = await reachOf({ house, caller });
    const {
      campaign: campaignId,
      packet: packetId,
      queued_since: from,
      queued_until: to,
      starting_after: after,
      ending_before: before,
      sort,
      expand,
      ...same
    } = query;
    const { items, hasMore } = await messagesOf(house, {
      companyId,
      campaignId,
      packetId,
      from,
      to,
      after,
      before,
      reach,
      isOldestFirst: sort === 'queued_at',
      ...same,
    });
    const shown = await expanded({ house, caller }, { expand, by: messageExpansions }, items.map(listedJson));
    return listAnswer({
      origin,
      path: '/v1/messages',
      query,
      page: { items: shown, hasMore },
    });
  },
});
