import { z } from '@hono/zod-openapi';
import { ownReply } from '#app/own-reply.ts';
import { reopenReply } from '#app/reopen-reply.ts';
import { operation } from '../operation.ts';
import { replyIdText, replyPath } from './conversation-schemas.ts';

export const reopenConversation = operation({
  id: 'reopenConversation',
  method: 'post',
  path: '/v1/conversations/{id}/reopen',
  summary: 'It needs somebody again',
  description:
    'Of what was resolved by mistake, or too early: it is in the inbox once more. What its appointment was answered stays. Again: nothing changes.',
  scope: 'conversations:write',
  params: replyPath,
  answers: {
    200: {
      description: 'It waits',
      schema: z
        .object({
          object: z.literal('conversation_reopening'),
          id: replyIdText,
          is_new: z.boolean().meta({ description: 'false: it was so already' }),
        })
        .openapi('Reopened'),
    },
  },
  errors: ['reply_unknown'],
  example: {
    path: { id: 'rpl_h7k2m9qxw3npabcd' },
    answer: { object: 'conversation_reopening', id: 'rpl_h7k2m9qxw3npabcd', is_new: true },
  },
  run: async ({ house, caller: { companyId, by }, path, cause }) => {
    await ownReply(house, { companyId, reply: path.id });
    const isNew = await reopenReply(house, { reply: path.id, by }, cause);
    return { status: 200, body: { object: 'conversation_reopening', id: path.id, is_new: isNew } };
  },
});
