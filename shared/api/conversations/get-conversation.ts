import { z } from '@hono/zod-openapi';
import { showContactThread } from '#app/show-contact-thread.ts';
import { reachOf } from '../conventions/brand-limits.ts';
import { operation } from '../operation.ts';
import { replyPath, thread, threadJson } from './conversation-schemas.ts';

export const getConversation = operation({
  id: 'getConversation',
  method: 'get',
  path: '/v1/conversations/{id}',
  summary: 'All that a contact and you said to each other',
  description: 'Both sides, by whatever channel and from whatever number of yours: the thread of the contact who wrote the reply `id`.',
  scope: 'conversations:read',
  looksAt: 'person',
  params: replyPath,
  query: z.object({
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(500)
      .default(100)
      .openapi({ type: 'integer', description: 'How many lines, the newest ones' }),
  }),
  answers: { 200: { description: 'The thread', schema: thread } },
  errors: ['reply_unknown'],
  example: {
    path: { id: 'rpl_h7k2m9qxw3npabcd' },
    answer: {
      object: 'thread',
      id: 'rpl_h7k2m9qxw3npabcd',
      contact_point: '+12085550123',
      channel: 'sms',
      to: '+12085550199',
      lines: [
        {
          at: '2026-11-29T17:00:00.000Z',
          by: 'company',
          channel: 'sms',
          body: 'Hi Ana, you see Dr. Prado on Tue Dec 1 at 10:00 AM. Reply C to confirm.',
          outcome: 'delivered',
          message: 'msg_h7k2m9qxw3np-0-1-sms-0',
        },
        {
          at: '2026-11-29T17:04:00.000Z',
          by: 'person',
          channel: 'sms',
          body: 'Can my daughter come along?',
          outcome: 'unclear',
          reply: 'rpl_h7k2m9qxw3npabcd',
        },
      ],
      has_earlier: false,
      is_partial: false,
    },
  },
  run: async ({ house, caller, path, query }) => {
    const wanted = { companyId: caller.companyId, reply: path.id, limit: query.limit, reach: await reachOf({ house, caller }) };
    return { status: 200, body: threadJson(await showContactThread(house, wanted)) };
  },
});
