import { z } from 'zod';
import { tickSends } from '#app/tick-sends.ts';
import { onEvent } from './door.ts';

const after = z.object({ path: z.string().min(1), dueAt: z.string().min(1) });

/** Every five minutes, or a tick goes on where the one before it stopped. */
export default onEvent(z.object({ after: after.optional() }), (tick, { house, cause }) => tickSends(house, cause, tick.after));
