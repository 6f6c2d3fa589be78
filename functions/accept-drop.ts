import { z } from 'zod';
import { acceptDrop } from '#app/accept-drop.ts';
import { onEvent } from './door.ts';

/** A file was dropped, or the sweep found one that nobody told us of. */
export default onEvent(z.object({ path: z.string().min(1).max(1024) }), async ({ path }, { house, cause }) => {
  await acceptDrop(house, path, cause);
});
