import type { House } from './house.ts';

/** How far the reporting tables are behind the log. */
export type ProjectionLag = Readonly<{
  commits: number;
  /** age of the oldest commit that they lack, in business time */
  seconds: number;
}>;

type Behind = Readonly<{ partition: string; checkpoint: number; commits: number }>;

const ageOf = async ({ store, clock }: House, { partition, checkpoint }: Behind): Promise<number> => {
  const { events } = await store.feed(partition, checkpoint, 1);
  const oldest = events[0]?.occurredAt;
  return oldest === undefined ? 0 : Math.max(0, Math.round((Date.parse(clock.now()) - Date.parse(oldest)) / 1000));
};

export type Tails = ReadonlyMap<string, number>;

/** Position of the newest record of every partition. */
export const tailsOf = async ({ store }: Pick<House, 'store'>): Promise<Tails> =>
  new Map(await Promise.all(store.partitions().map(async (partition) => [partition, await store.tail(partition)] as const)));

/** Throws ReadModelAway. */
export const projectionLag = async (house: House, tails: Tails): Promise<ProjectionLag> => {
  const all = await Promise.all(
    [...tails].map(async ([partition, tail]): Promise<Behind> => {
      const checkpoint = await house.readModel.checkpoint(partition);
      return { partition, checkpoint, commits: Math.max(0, tail - checkpoint) };
    }),
  );
  const behind = all.filter(({ commits }) => commits > 0);
  const ages = await Promise.all(behind.map((one) => ageOf(house, one)));
  return { commits: behind.reduce((sum, { commits }) => sum + commits, 0), seconds: Math.max(0, ...ages) };
};
