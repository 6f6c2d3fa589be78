import { z } from 'zod';
import { queueRows } from '#app/queue-rows.ts';
import { onEvent } from './door.ts';

/** A run of a campaign takes the due rows of one chunk. */
export default onEvent(z.object({ path: z.string().min(1), run: z.int().min(0) }), (due, { house, cause }) => queueRows(house, due, cause));
