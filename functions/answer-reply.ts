import { z } from 'zod';
import { answerReply } from '#app/answer-reply.ts';
import { onEvent } from './door.ts';

/** A reply was received: what it means, and what follows. */
export default onEvent(z.object({ path: z.string().regex(/^received\/[a-z0-9_]+$/) }), ({ path }, { house, cause }) =>
  answerReply(house, path, cause),
);
