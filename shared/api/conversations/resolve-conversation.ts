import { z } from '@hono/zod-openapi';
import { ownReply } from '#app/own-reply.ts';
import { resolveReply } from '#app/resolve-reply.ts';
import { showMessage } from '#app/show-message.ts';
import { messageIdText } from '../conventions/ids.ts';
import { operation } from '../operation.ts';
import { meaning, replyIdText, replyPath } from './conversation-schemas.ts';

export const resolveConversation = operation({
  id: 'resolveConversation',
  method: 'post',
  path: '/v1/conversations/{id}/resolve',
  summary: 'It needs nobody any more',
  description:
    'With `as`, the appointment has its answer, as if the person had said it in words that are understood. Where several appointments may be meant, `message` says which. Again: nothing changes.',
  scope: 'conversations:write',
  params: replyPath,
  body: z.strictObject({ as: meaning.optional(), message: messageIdText.optional() }),
  answers: {
    200: {
      description: 'It is resolved',
      schema: z
        .object({
          object: z.literal('conversation_resolution'),
          id: replyIdText,
          as: meaning.optional(),
          is_new: z.boolean().meta({ description: 'false: it was so already' }),
        })
        .openapi('Resolved'),
    },
  },
  errors: ['reply_unknown', 'reply_read', 'message_missing', 'message_unknown'],
  example: {
    path: { id: 'rpl_h7k2m9qxw3npabcd' },
    body: { as: 'confirm' },
    answer: { object: 'conversation_resolution', id: 'rpl_h7k2m9qxw3npabcd', as: 'confirm', is_new: true },
  },
  run: async ({ house, caller: { companyId, by }, path, body, cause }) => {
    await ownReply(house, { companyId, reply: path.id });
    // whatever is named of another company is not there
    if (body.message !== undefined) await showMessage(house, { companyId, messageId: body.message });
    const { reply, isNew, as } = await resolveReply(house, { reply: path.id, by, as: body.as, messageId: body.message }, cause);
    return {
      status: 200,
      body: { object: 'conversation_resolution', id: reply, ...(as === undefined ? {} : { as }), is_new: isNew },
    };
  },
});
