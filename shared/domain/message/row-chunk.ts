import type { Channel, Place } from '../kernel/ids.ts';

/** The working document of a chunk: where its rows stand in the log, and which of their touches wait for which day. */
export type RowChunk = Readonly<{
  companyId: string;
  campaignId: string;
  packetId: string;
  chunk: number;
  /** how new its packet is: of two that say different things about the same, the newer one counts */
  order?: number;
  /** its rows are known as appointments that full lists may miss */
  listed?: true;
  /** the commit record with the chunk's RowLoaded events */
  at: Readonly<{ partition: string; position: number }>;
  rows: number;
  firstRow: number;
  /** the campaign version by which `due` was planned */
  version: number;
  /** the touches of a row in that version */
  touches: readonly (readonly [Channel, number])[];
  /** UTC instant from which touches may be queued → their numbers: (row - firstRow) × touches per row + ordinal */
  due: Readonly<Record<string, readonly number[]>>;
  /** rows whose touch waited when a version no longer named it, by `channel.offset`: a later version may name it again */
  dropped?: Readonly<Record<string, readonly number[]>>;
  /** somebody waits for its messages: they go at once, whatever day the campaign's schedule names */
  onDemand?: true;
}>;

export type Planned = Readonly<{ version: number; touches: RowChunk['touches']; due: RowChunk['due'] }>;

export const rowChunkPath = (campaignId: string, packetId: string, chunk: number): string =>
  `${rowChunksOf(campaignId)}/${packetId}-${chunk}`;
export const rowChunksOf = (campaignId: string): string => `campaigns/${campaignId}/rowChunks`;

/** When the next touch of the chunk may be queued; undefined when all are taken. */
export const nextDueOf = (due: RowChunk['due']): string | undefined => Object.keys(due).sort()[0];

export type Touch = Readonly<{ number: number; ordinal: number; place: Place }>;

const touchAt = (chunk: RowChunk, number: number): Touch => {
  const ordinal = number % chunk.touches.length;
  const touch = chunk.touches[ordinal];
  if (!touch) throw new Error('the chunk was planned without touches');
  const [channel, offset] = touch;
  return { number, ordinal, place: { row: chunk.firstRow + Math.floor(number / chunk.touches.length), channel, offset } };
};

/** Touches that may be queued now, earliest day first, at most `limit`. */
export const dueTouches = (chunk: RowChunk, now: string, limit: number): readonly Touch[] => {
  const days = Object.keys(chunk.due)
    .filter((day) => day <= now)
    .sort();
  return days
    .flatMap((day) => chunk.due[day] ?? [])
    .slice(0, limit)
    .map((number) => touchAt(chunk, number));
};

const withoutEmpty = (lists: readonly (readonly [string, readonly number[]])[]): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries(lists.filter(([, numbers]) => numbers.length > 0));

/** The chunk without the touches that a run has taken. */
export const without = (chunk: RowChunk, taken: readonly Touch[]): RowChunk => {
  const gone = new Set(taken.map(({ number }) => number));
  const left = Object.entries(chunk.due).map(([day, numbers]) => [day, numbers.filter((number) => !gone.has(number))] as const);
  return { ...chunk, due: withoutEmpty(left) };
};

const keyOf = ([channel, offset]: readonly [Channel, number]): string => `${channel}.${offset}`;

/** Rows by touch, for every touch that the chunk was ever planned with and that no run has taken. */
const openRows = (chunk: RowChunk): ReadonlyMap<string, ReadonlySet<number>> => {
  const open = new Map<string, Set<number>>(Object.entries(chunk.dropped ?? {}).map(([key, rows]) => [key, new Set(rows)]));
  for (const touch of chunk.touches) open.set(keyOf(touch), new Set());
  for (const numbers of Object.values(chunk.due)) {
    for (const number of numbers) {
      const { place } = touchAt(chunk, number);
      open.get(keyOf([place.channel, place.offset]))?.add(place.row);
    }
  }
  return open;
};

/**
 * The chunk under another version of its campaign: what a run has taken stays taken, everything else is planned anew. A touch is known by
 * its channel and its offset's place in the list, as its message is: the second offset stays the second one, whatever days it names.
 */
export const replanned = (chunk: RowChunk, { version, touches, due }: Planned): RowChunk => {
  const open = openRows(chunk);
  const next: RowChunk = { ...chunk, version, touches };
  const isOpen = (number: number): boolean => {
    const { place } = touchAt(next, number);
    const rows = open.get(keyOf([place.channel, place.offset]));
    return rows === undefined || rows.has(place.row);
  };
  const named = new Set(touches.map(keyOf));
  const { dropped: _, ...rest } = next;
  const dropped = [...open].filter(([key]) => !named.has(key)).map(([key, rows]) => [key, [...rows]] as const);
  return {
    ...rest,
    due: withoutEmpty(Object.entries(due).map(([day, numbers]) => [day, numbers.filter(isOpen)])),
    ...(dropped.length === 0 ? {} : { dropped: Object.fromEntries(dropped) }),
  };
};
