import { z } from '@hono/zod-openapi';
import { assignReply } from '#app/assign-reply.ts';
import { ownReply } from '#app/own-reply.ts';
import { operation } from '../operation.ts';
import { replyIdText, replyPath } from './conversation-schemas.ts';

export const assignConversation = operation({
  id: 'assignConversation',
  method: 'post',
  path: '/v1/conversations/{id}/assign',
  summary: 'Somebody looks after it',
  description: 'Again, or to the same one: nothing changes. `me` is whoever calls.',
  scope: 'conversations:write',
  params: replyPath,
  body: z.strictObject({ assignee: z.string().trim().min(1).max(100).openapi({ description: '`me`, or who', example: 'me' }) }),
  answers: {
    200: {
      description: 'Who looks after it',
      schema: z.object({ object: z.literal('conversation_assignment'), id: replyIdText, assignee: z.string() }).openapi('Assigned'),
    },
  },
  errors: ['reply_unknown', 'reply_resolved'],
  example: {
    path: { id: 'rpl_h7k2m9qxw3npabcd' },
    body: { assignee: 'Ana at the desk' },
    answer: { object: 'conversation_assignment', id: 'rpl_h7k2m9qxw3npabcd', assignee: 'Ana at the desk' },
  },
  run: async ({ house, caller: { companyId, by }, path, body, cause }) => {
    await ownReply(house, { companyId, reply: path.id });
    const assignee = body.assignee === 'me' ? by : body.assignee;
    await assignReply(house, { reply: path.id, to: assignee }, cause);
    return { status: 200, body: { object: 'conversation_assignment', id: path.id, assignee } };
  },
});
