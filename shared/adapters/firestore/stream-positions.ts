import { boundedMap } from '#log/bounded-map.ts';

/** Which state of the partition a look at the database belongs to. */
export type Generation = number;

/** A stream that somebody is about to append to: its position is kept exact for so long. */
export type Held = Readonly<{
  stream: string;
  /** position of the stream's last record as far as the records up to `seen` tell, or a newer one; undefined: not known yet */
  at: () => number | undefined;
  /** What a look at the database answered that began in that generation, after this was held. */
  found: (at: number, began: Generation) => void;
  release: () => void;
}>;

type Entry = { at: number | undefined; holders: number };

/**
 * Where the streams of a partition stand, so that StreamMoved needs no look at the database each time. Memory is bounded: of the streams that
 * nobody holds, the ones that were not met for the longest are forgotten.
 *
 * What makes the check right (seen: the last record that this process knows; it knows all before it, or has jumped over them):
 *   A. for every stream s that is known with position p: no record of s lies in (p, seen], and p is 0 or the position of a record of s.
 * The writer creates the record seen + 1 only while none is there, so with A an append that expects e ≥ p can't overlook a record of s:
 * every record there is lies at or before seen, and those of s at or before p. And e < p means that the record p has moved the stream.
 * A holds through everything that happens:
 *   - a record q = seen + 1 is passed or written: the positions of its streams become q, nobody else's change; then seen becomes q.
 *     A position may already be larger than q (a look found a newer record): it stays, and (p, seen] stays empty.
 *   - a look at the database for s begins while s is held and seen = a, and answers p, the last record of s among the records up to some tail
 *     T at the moment of reading. Reads are strongly consistent, so T ≥ a. Of the records in (T, seen now] each was passed since the look began,
 *     and each that has s has set the held position, which is why s must be held from before the look: an entry that could be forgotten
 *     in between would lose what passed. So the larger of p and the held position keeps A.
 *   - a stream is forgotten: nothing is said about it any more. Met again in a record q it is known with q, which keeps A.
 *   - the partition jumps to its tail over records that it did not read: everything is forgotten, also for the held, and looks that began
 *     before the jump no longer count, because they may be older than the records jumped over (that is what the generation is for).
 * Cold start is a jump. Nothing may be looked up before the first tail is known, because then there is no `a` that T is measured by.
 * A reader of a whole stream learns the same as a look, under the same conditions.
 */
export const streamPositions = (limit: number) => {
  let known = boundedMap<{ at: number }>(limit);
  const held = new Map<string, Entry>();
  let generation: Generation = 0;

  const passOne = (stream: string, seq: number): void => {
    const entry = held.get(stream);
    if (entry) entry.at = Math.max(entry.at ?? 0, seq);
    else known.set(stream, { at: Math.max(known.get(stream)?.at ?? 0, seq) });
  };

  const hold = (stream: string): Held => {
    const entry = held.get(stream) ?? { at: known.get(stream)?.at, holders: 0 };
    entry.holders += 1;
    held.set(stream, entry);
    known.delete(stream);
    let isHeld = true;
    return {
      stream,
      at: () => entry.at,
      found: (at, began) => {
        if (began === generation) entry.at = Math.max(entry.at ?? 0, at);
      },
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        entry.holders -= 1;
        if (entry.holders > 0) return;
        held.delete(stream);
        if (entry.at !== undefined) known.set(stream, { at: entry.at });
      },
    };
  };

  return {
    hold,
    /** The record after `seen` was read or written. */
    passed: (streams: readonly string[], seq: number): void => streams.forEach((stream) => passOne(stream, seq)),
    generation: (): Generation => generation,
    /** Records were left out. */
    jumped: (): void => {
      generation += 1;
      known = boundedMap(limit);
      for (const entry of held.values()) entry.at = undefined;
    },
  };
};

export type StreamPositions = ReturnType<typeof streamPositions>;
