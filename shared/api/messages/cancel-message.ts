import { z } from '@hono/zod-openapi';
import { cancelMessage } from '#app/cancel-message.ts';
import { messageIdText } from '../conventions/ids.ts';
import { operation } from '../operation.ts';
import { exampleMessage, message, shownMessage } from './get-message.ts';

export const cancelOne = operation({
  id: 'cancelMessage',
  method: 'post',
  path: '/v1/messages/{id}/cancel',
  summary: 'Call off a message that was not sent yet',
  description:
    'One that waits for its hour or its turn. Doing it twice changes nothing; what has left can not be called back (409). What it was about may be sent again.',
  scope: 'messages:send',
  looksAt: 'person',
  params: z.object({ id: messageIdText }),
  answers: { 200: { description: 'The message', schema: message } },
  errors: ['message_unknown', 'message_not_waiting'],
  example: {
    path: { id: exampleMessage.id },
    answer: {
      ...exampleMessage,
      status: 'canceled',
      code: 'called_off',
      detail: 'Somebody called this off before it was sent.',
      receipts: [
        { at: '2026-11-29T03:00:00.000Z', status: 'queued' },
        { at: '2026-11-29T03:10:00.000Z', status: 'canceled', code: 'called_off', detail: 'Somebody called this off before it was sent.' },
      ],
    },
  },
  run: async ({ house, caller: { companyId, by }, path: { id }, cause }) => {
    await cancelMessage(house, { companyId, messageId: id, by }, cause);
    return { status: 200, body: await shownMessage(house, companyId, id) };
  },
});
