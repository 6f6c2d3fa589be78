import { z } from 'zod';
import { sendWork } from '#app/send-work.ts';
import { onEvent } from './door.ts';

/** `insists`: somebody held the item when it was asked for again, and may be dead. */
const due = z.object({ path: z.string().min(1), insists: z.boolean().optional() });

/** One person waits for this message: the same work as send-work, by handlers that no campaign keeps busy. */
export default onEvent(due, ({ path, insists }, { house, cause, isAgain }) =>
  sendWork(house, path, cause, { insists: insists === true || isAgain === true }),
);
