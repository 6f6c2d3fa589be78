import type { Channel, Place } from '../kernel/ids.ts';

/** The working document of a chunk: where its rows stand in the log, and which of their touches wait for which day. */
export type RowChunk = Readonly<{
  companyId: string;
  campaignId: string;
  packetId: string;
  chunk: number;
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
  const [channel, offset] = chunk.touches[ordinal] ?? ['sms', 0];
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

/** The chunk without the touches that a run has taken. */
export const without = (chunk: RowChunk, taken: readonly Touch[]): RowChunk => {
  const gone = new Set(taken.map(({ number }) => number));
  const left = Object.entries(chunk.due).map(([day, numbers]) => [day, numbers.filter((number) => !gone.has(number))] as const);
  return { ...chunk, due: Object.fromEntries(left.filter(([, numbers]) => numbers.length > 0)) };
};

const keyOf = ([channel, offset]: readonly [Channel, number]): string => `${channel}.${offset}`;

/** The chunk under another version of its campaign: what a run has taken stays taken, everything else is planned anew. */
export const replanned = (chunk: RowChunk, plan: Planned): RowChunk => {
  const waiting = new Set(
    Object.values(chunk.due).flatMap((numbers) => numbers.map((number) => placeKey(chunk.firstRow, chunk.touches, number))),
  );
  const before = new Set(chunk.touches.map(keyOf));
  const open = (number: number): boolean => {
    const touch = plan.touches[number % plan.touches.length];
    return touch !== undefined && (!before.has(keyOf(touch)) || waiting.has(placeKey(chunk.firstRow, plan.touches, number)));
  };
  const due = Object.entries(plan.due).map(([day, numbers]) => [day, numbers.filter(open)] as const);
  return {
    ...chunk,
    version: plan.version,
    touches: plan.touches,
    due: Object.fromEntries(due.filter(([, numbers]) => numbers.length > 0)),
  };
};

const placeKey = (firstRow: number, touches: RowChunk['touches'], number: number): string => {
  const touch = touches[number % touches.length];
  return `${firstRow + Math.floor(number / touches.length)}.${touch ? keyOf(touch) : ''}`;
};
