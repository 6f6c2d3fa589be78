import { z } from 'zod';
import { acceptDrop } from '#app/accept-drop.ts';
import { acceptFinalized } from '#app/accept-finalized.ts';
import { onEvent } from './door.ts';

const path = z.string().min(1).max(1024);

/** Our own hint, or the data of the storage's finalize event (google.cloud.storage.object.v1.finalized: the object). */
const data = z.union([z.object({ path }), z.object({ bucket: z.string().min(1), name: path })]);

/** A file was dropped, or the sweep found one that nobody told us of. */
export default onEvent(data, async (told, { house, cause }) => {
  if ('path' in told) await acceptDrop(house, told.path, cause);
  else await acceptFinalized(house, told, cause);
});
