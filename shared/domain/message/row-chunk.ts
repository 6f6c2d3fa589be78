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
  /** of `touches`, those that recur: each firing takes them and leaves them for the next one */
  recurring?: readonly number[];
  /** the last firing that a row of it was taken for, UTC ISO, by `channel.offset` */
  fired?: Readonly<Record<string, string>>;
  /** rows whose touch waited when a version no longer named it, by `channel.offset`: a later version may name it again */
  dropped?: Readonly<Record<string, readonly number[]>>;
  /** somebody waits for its messages: they go at once, whatever day the campaign's schedule names */
  onDemand?: true;
  /** whoever handed the packet in wants nothing of it to be sent before, UTC ISO */
  startsAt?: string;
  /** nothing of it that waits is to be sent */
  calledOff?: true;
}>;

export type Planned = Readonly<{ version: number; touches: RowChunk['touches']; due: RowChunk['due']; recurring?: readonly number[] }>;

/** What may be queued earlier waits until then. */
export const notBefore = (planned: Planned, startsAt: string | undefined): Planned => {
  if (startsAt === undefined) return planned;
  const due: Record<string, readonly number[]> = {};
  for (const [day, numbers] of Object.entries(planned.due)) {
    const from = day < startsAt ? startsAt : day;
    due[from] = [...(due[from] ?? []), ...numbers];
  }
  return { ...planned, due };
};

export const rowChunkPath = (campaignId: string, packetId: string, chunk: number): string =>
  `${rowChunksOf(campaignId)}/${packetId}-${chunk}`;
export const rowChunksOf = (campaignId: string): string => `campaigns/${campaignId}/rowChunks`;

/** When the next touch of the chunk may be queued; undefined when all are taken. */
export const nextDueOf = (due: RowChunk['due']): string | undefined => Object.keys(due).sort()[0];

export type Touch = Readonly<{
  number: number;
  ordinal: number;
  place: Place;
  /** from when on it could be queued */
  from: string;
  /** of a recurring one: the firing that takes it, and from when on the next one may */
  firing?: string;
  again?: string;
}>;

const touchAt = (chunk: RowChunk, number: number, from = ''): Touch => {
  const ordinal = number % chunk.touches.length;
  const touch = chunk.touches[ordinal];
  if (!touch) throw new Error('the chunk was planned without touches');
  const [channel, offset] = touch;
  return { number, ordinal, from, place: { row: chunk.firstRow + Math.floor(number / chunk.touches.length), channel, offset } };
};

/** Touches that may be queued now, earliest day first, at most `limit`. */
export const dueTouches = (chunk: RowChunk, now: string, limit: number): readonly Touch[] => {
  const days = Object.keys(chunk.due)
    .filter((day) => day <= now)
    .sort();
  return days.flatMap((day) => (chunk.due[day] ?? []).map((number) => touchAt(chunk, number, day))).slice(0, limit);
};

const withoutEmpty = (lists: readonly (readonly [string, readonly number[]])[]): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries(lists.filter(([, numbers]) => numbers.length > 0));

const keyOf = ([channel, offset]: readonly [Channel, number]): string => `${channel}.${offset}`;

const firedIn = (chunk: RowChunk, taken: readonly Touch[]): Readonly<Record<string, string>> => {
  const fired = { ...chunk.fired };
  for (const { ordinal, firing } of taken) {
    const touch = chunk.touches[ordinal];
    if (firing === undefined || !touch) continue;
    const before = fired[keyOf(touch)];
    if (before === undefined || before < firing) fired[keyOf(touch)] = firing;
  }
  return fired;
};

/** The chunk without the touches that a run has taken; those that recur wait for their next firing. */
export const without = (chunk: RowChunk, taken: readonly Touch[]): RowChunk => {
  const gone = new Set(taken.map(({ number }) => number));
  const left = new Map(Object.entries(chunk.due).map(([day, numbers]) => [day, numbers.filter((number) => !gone.has(number))]));
  for (const { number, again } of taken) if (again !== undefined) left.set(again, [...(left.get(again) ?? []), number]);
  const fired = taken.some(({ firing }) => firing !== undefined) ? { fired: firedIn(chunk, taken) } : {};
  return { ...chunk, ...fired, due: withoutEmpty([...left]) };
};

/** The chunk without firings that are still to come: nobody waits for them any more. */
export const withoutFirings = (chunk: RowChunk, now: string): RowChunk => {
  const recurring = new Set(chunk.recurring);
  if (recurring.size === 0) return chunk;
  const left = Object.entries(chunk.due).map(
    ([day, numbers]) => [day, day <= now ? numbers : numbers.filter((number) => !recurring.has(number % chunk.touches.length))] as const,
  );
  return { ...chunk, due: withoutEmpty(left) };
};

/** Touches that wait for their day; a firing that is still to come is none yet. */
export const waitingIn = ({ due, recurring = [], touches }: RowChunk): number => {
  const isFixed = (number: number): boolean => !recurring.includes(number % touches.length);
  return Object.values(due).reduce((sum, numbers) => sum + (recurring.length === 0 ? numbers.length : numbers.filter(isFixed).length), 0);
};

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

/** From when on the firing behind that one may be queued, by the touch's place among the version's; undefined: there is none. */
export type QueueAfter = (ordinal: number, firing: string) => string | undefined;

/** From when on each touch of a row could be queued in the version before, by `channel.offset` and row. */
const queuedFrom = (chunk: RowChunk): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(chunk.due).flatMap(([day, numbers]) =>
      numbers.map((number) => {
        const { place } = touchAt(chunk, number);
        return [`${keyOf([place.channel, place.offset])}.${place.row}`, day] as const;
      }),
    ),
  );

/** What a firing has taken, no rule takes for it again; what it was still to take, it takes late. */
const notFiredAgain = (next: RowChunk, before: ReadonlyMap<string, string>, queueAfter: QueueAfter): RowChunk['due'] => {
  const { due, recurring = [], fired = {} } = next;
  const days = new Map<string, number[]>();
  const put = (day: string | undefined, number: number): void => {
    if (day !== undefined) days.set(day, [...(days.get(day) ?? []), number]);
  };
  for (const [day, numbers] of Object.entries(due)) {
    const fixed = numbers.filter((number) => !recurring.includes(number % next.touches.length));
    if (fixed.length > 0) days.set(day, [...(days.get(day) ?? []), ...fixed]);
    for (const number of numbers.filter((one) => recurring.includes(one % next.touches.length))) {
      const { ordinal, place } = touchAt(next, number);
      const key = keyOf([place.channel, place.offset]);
      const last = fired[key];
      const was = before.get(`${key}.${place.row}`);
      if (last === undefined) put(day, number);
      else if (was !== undefined && was <= last) put(was < day ? was : day, number);
      else {
        const after = queueAfter(ordinal, last);
        put(after === undefined || after > day ? after : day, number);
      }
    }
  }
  return withoutEmpty([...days]);
};

/**
 * The chunk under another version of its campaign: what a run has taken stays taken, everything else is planned anew. A touch is known by
 * its channel and its offset's place in the list, as its message is: the second offset stays the second one, whatever days it names.
 */
export const replanned = (chunk: RowChunk, planned: Planned, queueAfter: QueueAfter = () => undefined): RowChunk => {
  const { version, touches, due, recurring = [] } = planned;
  const open = openRows(chunk);
  const next: RowChunk = { ...chunk, version, touches };
  const isOpen = (number: number): boolean => {
    const { ordinal, place } = touchAt(next, number);
    if (recurring.includes(ordinal)) return true;
    const rows = open.get(keyOf([place.channel, place.offset]));
    return rows === undefined || rows.has(place.row);
  };
  const named = new Set(touches.map(keyOf));
  const { dropped: _, recurring: __, ...rest } = next;
  const dropped = [...open].filter(([key]) => !named.has(key)).map(([key, rows]) => [key, [...rows]] as const);
  return {
    ...rest,
    ...(recurring.length === 0 ? {} : { recurring }),
    due: notFiredAgain(
      { ...next, due: withoutEmpty(Object.entries(due).map(([day, numbers]) => [day, numbers.filter(isOpen)])), recurring },
      queuedFrom(chunk),
      queueAfter,
    ),
    ...(dropped.length === 0 ? {} : { dropped: Object.fromEntries(dropped) }),
  };
};
