import type { House } from './house.ts';

/** The ticks whose absence stops the house. */
export const tickNames = ['campaigns', 'sends'] as const;
export type TickName = (typeof tickNames)[number];

type TickDocument = Readonly<{ /** real time of the last one that ended well, milliseconds since 1970 */ realMs: number }>;

const tickPath = (name: TickName): string => `ticks/${name}`;

/** A house that ticks every few seconds, or in a time lapse, writes this down no more often. */
const noteEveryMs = 60_000;
const notedAt = new WeakMap<House, Map<TickName, number>>();

/** Says in the log that a tick has ended well, and keeps its real time for whoever asks whether ticks still come. */
export const noteTick = async (house: House, tick: TickName, due: number): Promise<void> => {
  house.log.info({ tick, due }, 'ticked');
  const noted = notedAt.get(house) ?? new Map<TickName, number>();
  notedAt.set(house, noted);
  const realMs = house.clock.realMs();
  if (realMs - (noted.get(tick) ?? -Infinity) < noteEveryMs) return;
  await house.documents.write([{ path: tickPath(tick), data: { realMs } satisfies TickDocument }]);
  noted.set(tick, realMs);
};

/** Real time of the last tick of each name, undefined for one that never came. */
export const lastTicks = async ({ documents }: Pick<House, 'documents'>): Promise<Readonly<Record<TickName, number | undefined>>> => {
  const [campaigns, sends] = await documents.getMany<TickDocument>(tickNames.map(tickPath));
  return { campaigns: campaigns?.data.realMs, sends: sends?.data.realMs };
};
