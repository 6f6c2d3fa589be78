import { z } from '@hono/zod-openapi';
import { ownReply } from '#app/own-reply.ts';
import { replayReply } from '#app/replay-reply.ts';
import { operation } from '../operation.ts';
import { replyIdText, replyPath } from './conversation-schemas.ts';

export const replayConversation = operation({
  id: 'replayConversation',
  method: 'post',
  path: '/v1/conversations/{id}/replay',
  summary: 'Read a parked reply once more',
  description: 'A reply is parked when reading it has failed however often it was tried: after what was wrong is mended, it is read again.',
  scope: 'conversations:write',
  params: replyPath,
  answers: {
    200: {
      description: 'It is being read',
      schema: z.object({ object: z.literal('conversation_replay'), id: replyIdText }).openapi('Replayed'),
    },
  },
  errors: ['reply_unknown', 'reply_not_parked'],
  example: { path: { id: 'rpl_h7k2m9qxw3npabcd' }, answer: { object: 'conversation_replay', id: 'rpl_h7k2m9qxw3npabcd' } },
  run: async ({ house, caller: { companyId, by }, path, cause }) => {
    await ownReply(house, { companyId, reply: path.id });
    await replayReply(house, { reply: path.id, by }, cause);
    return { status: 200, body: { object: 'conversation_replay', id: path.id } };
  },
});
