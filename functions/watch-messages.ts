import { z } from 'zod';
import { watchMessages } from '#app/watch-messages.ts';
import { onEvent } from './door.ts';

/** Messages of a work item that were handed over are looked after: reports that never came, and the next channel for whom one did not reach. */
export default onEvent(z.object({ path: z.string().min(1) }), ({ path }, { house, cause }) => watchMessages(house, path, cause));
