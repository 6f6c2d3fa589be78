import { z } from 'zod';
import { sweep } from '#app/sweep.ts';
import { onEvent } from './door.ts';

/** Every hour, or a sweep goes on behind the last file of the one before it. */
export default onEvent(z.object({ after: z.string().min(1).optional() }), ({ after }, { house, cause }) => sweep(house, cause, after));
