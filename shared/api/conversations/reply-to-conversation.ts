import { z } from '@hono/zod-openapi';
import { ownReply } from '#app/own-reply.ts';
import { writeBack } from '#app/write-back.ts';
import { reachOf } from '../conventions/brand-limits.ts';
import { messageIdText } from '../conventions/ids.ts';
import { operation } from '../operation.ts';
import { replyIdText, replyPath } from './conversation-schemas.ts';

const canned = z
  .string()
  .min(1)
  .max(40)
  .openapi({ description: "the name of a text in the campaign's `replies.canned`", example: 'later' });

export const replyToConversation = operation({
  id: 'replyToConversation',
  method: 'post',
  path: '/v1/conversations/{id}/replies',
  summary: 'Write back',
  description:
    'Your own words, or a text that the campaign has ready. It goes the way of every message: not to who opted out, inside the hours of the law and of the campaign. The conversation stays in the inbox until it is resolved.',
  scope: 'conversations:send',
  params: replyPath,
  body: z.union([z.strictObject({ body: z.string().trim().min(1).max(1_600) }), z.strictObject({ canned })]),
  needsIdempotencyKey: true,
  answers: {
    201: {
      description: 'It goes as soon as it may',
      schema: z.object({ object: z.literal('message'), id: messageIdText, reply: replyIdText, body: z.string() }).openapi('WrittenBack'),
    },
  },
  errors: ['reply_unknown', 'message_missing', 'text_missing', 'body_too_long', 'campaign_not_active', 'opted_out', 'address_gone'],
  example: {
    path: { id: 'rpl_h7k2m9qxw3npabcd' },
    body: { body: 'Of course, there is room for her.' },
    answer: {
      object: 'message',
      id: 'msg_h7k2m9qxw3np-0-1-sms-50000',
      reply: 'rpl_h7k2m9qxw3npabcd',
      body: 'Of course, there is room for her.',
    },
  },
  run: async ({ house, caller, path, body, cause, seed = cause.id }) => {
    const { companyId, by } = caller;
    await ownReply(house, { companyId, reply: path.id });
    const words = 'body' in body ? { text: body.body } : { canned: body.canned };
    const written = await writeBack(
      house,
      { reply: path.id, by, requestId: seed, reach: await reachOf({ house, caller }), ...words },
      cause,
    );
    return { status: 201, body: { object: 'message', id: written.messageId, reply: written.reply, body: written.body } };
  },
});
