import { z } from 'zod';
import { catchUp } from '#app/catch-up.ts';
import { ReadModelAway } from '#ports/read-model.ts';
import { onEvent } from './door.ts';

/** The log has grown in a partition. While the reporting database is away nothing is lost: the next tick asks again. */
export default onEvent(z.object({ partition: z.string().min(1) }), async ({ partition }, { house }) => {
  try {
    await catchUp(house, partition);
  } catch (error) {
    // whoever opened the database has said that it is away, once
    if (error instanceof ReadModelAway) return house.log.info({ partition }, error.message);
    // Full disks end, and a hint that is given up would be one too few: the next tick asks again, whatever it was.
    const reason = error instanceof Error ? error.message : 'unknown';
    house.log.error(
      { partition, reason },
      'the reports could not be brought up to date; sending goes on, and they are tried again (is there space on the disk?)',
    );
  }
});
