import { z } from 'zod';
import { judgeAll } from '#app/judge-routes.ts';
import { watchMessages } from '#app/watch-messages.ts';
import { onEvent } from './door.ts';

const hint = z.union([z.object({ path: z.string().min(1) }), z.object({ judges: z.literal(true) })]);

/**
 * Messages of a work item that were handed over are looked after: reports that never came, and the next channel for whom one did not reach.
 * And routes, whose weights come back when all is well again.
 */
export default onEvent(hint, (data, { house, cause }) => ('path' in data ? watchMessages(house, data.path, cause) : judgeAll(house)));
