import { z } from 'zod';
import { project } from '#app/project.ts';
import { ReadModelAway } from '#ports/read-model.ts';
import { onEvent } from './door.ts';

/** The log has grown in a partition. While the reporting database is away nothing is lost: the next tick asks again. */
export default onEvent(z.object({ partition: z.string().min(1) }), async ({ partition }, { house }) => {
  try {
    await project(house, partition, { maxRecords: 20_000 });
  } catch (error) {
    if (!(error instanceof ReadModelAway)) throw error;
    // whoever opened the database has said so, once
    house.log.info({ partition }, error.message);
  }
});
