import { z } from 'zod';
import { queueRows } from '#app/queue-rows.ts';
import { onEvent } from './door.ts';

const path = z.string().min(1);

/** A run of a campaign takes the due rows of one chunk, and then those of others. */
export default onEvent(z.object({ path, run: z.int().min(0), more: z.array(path).optional() }), (due, { house, cause, isAgain }) =>
  queueRows(house, due, cause, isAgain),
);
