import { z } from 'zod';
import { sendWork } from '#app/send-work.ts';
import { onEvent } from './door.ts';

/** A work item of a company's queue is due. */
export default onEvent(z.object({ path: z.string().min(1) }), ({ path }, { house, cause }) => sendWork(house, path, cause));
