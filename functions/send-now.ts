import { z } from 'zod';
import { sendWork } from '#app/send-work.ts';
import { onEvent } from './door.ts';

/** One person waits for this message: the same work as send-work, by handlers that no campaign keeps busy. */
export default onEvent(z.object({ path: z.string().min(1) }), ({ path }, { house, cause }) => sendWork(house, path, cause));
