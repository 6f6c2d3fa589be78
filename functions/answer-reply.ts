import { z } from 'zod';
import { answerReply } from '#app/answer-reply.ts';
import { retryWebhook } from '#app/retry-webhook.ts';
import { onEvent } from './door.ts';

/** A reply was received: what it means, and what follows. Or a webhook is kept that is to be tried again. */
export default onEvent(z.object({ path: z.string().regex(/^(?:received|webhooks)\/[a-z0-9_]+$/) }), ({ path }, { house, cause }) =>
  path.startsWith('webhooks/') ? retryWebhook(house, path, cause) : answerReply(house, path, cause),
);
