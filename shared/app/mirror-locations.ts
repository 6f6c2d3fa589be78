import { locations } from '#domain/company/locations.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { locationsStream } from '#domain/kernel/streams.ts';
import { readLocations } from './change-location.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';

/** The domain changes some hundred at a time: a commit takes so many. */
const mostCommits = 10;

/** A company that stands for another one has the locations that this one has now. */
export const mirrorLocations = async (
  house: Pick<House, 'store'>,
  { companyId, testId }: Readonly<{ companyId: string; testId: string }>,
  cause: Cause,
): Promise<void> => {
  const like = await readLocations(house, companyId);
  const command = { type: 'MirrorLocations', data: { companyId: testId, by: 'test key', like } } as const;
  for (let n = 0; n < mostCommits; n++) {
    const at = { ...cause, id: `${cause.id}.locations${n}` };
    const { events } = await handle(house.store, locations, { stream: locationsStream(testId), companyId: testId, command, cause: at });
    if (events.length === 0) return;
  }
};
