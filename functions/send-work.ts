import { z } from 'zod';
import { sendDue } from '#app/send-due.ts';
import { onEvent } from './door.ts';

const lane = z.object({
  campaignId: z.string().min(1),
  lanes: z.array(z.int().min(0)).min(1).max(100),
  dueAt: z.string().min(1),
  waited: z.boolean().optional(),
});

/** `insists`: somebody held the item when it was asked for again, and may be dead. */
const due = z.object({ path: z.string().min(1), lane: lane.optional(), insists: z.boolean().optional() });

/** A work item of a company's queue is due, alone or the first one of its lane. */
export default onEvent(due, ({ insists, ...hint }, { house, cause, isAgain }) =>
  sendDue(house, hint, cause, { insists: insists === true || isAgain === true }),
);
