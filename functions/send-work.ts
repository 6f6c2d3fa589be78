import { z } from 'zod';
import { sendWork } from '#app/send-work.ts';
import { onEvent } from './door.ts';

/** `insists`: somebody held the item when it was asked for again, and may be dead. */
const due = z.object({ path: z.string().min(1), insists: z.boolean().optional() });

/** A work item of a company's queue is due. */
export default onEvent(due, ({ path, insists }, { house, cause, isAgain }) =>
  sendWork(house, path, cause, { insists: insists === true || isAgain === true }),
);
