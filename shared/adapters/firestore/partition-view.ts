import type { RecordHead, RecordLog } from './record-log.ts';
import { streamPositions, type Held } from './stream-positions.ts';

/** So many records behind the last seen one are read; of more, only that they are there. */
const catchUpRecords = 20;
const knownStreams = 2_000;

/**
 * What this process knows of a partition: the last record that it has seen, and where the streams stand as of it. `onPassed` hears of every
 * record that a writer may have made itself.
 */
export const partitionView = (log: RecordLog, onPassed: (head: RecordHead) => void) => {
  const positions = streamPositions(knownStreams);
  let seen: number | undefined;
  let finding: Promise<number> | undefined;

  const passed = (head: RecordHead): void => {
    positions.passed(head.streams, head.seq);
    seen = head.seq;
    onPassed(head);
  };

  /** The last record seen; at the beginning the last one that there is. */
  const known = async (): Promise<number> => {
    if (seen !== undefined) return seen;
    finding ??= log.tail().finally(() => (finding = undefined));
    const tail = await finding;
    seen ??= tail;
    return seen;
  };

  return {
    known,
    /** The next record was made by this process. */
    passed,
    hold: positions.hold,
    /** Looks up where a stream stands, unless it is known. */
    look: async (held: Held): Promise<void> => {
      await known();
      const began = positions.generation();
      if (held.at() === undefined) held.found(await log.lastOf(held.stream), began);
    },
    /** Runs a reading of a stream that tells its position, and remembers it where that is safe. */
    learn: async <T extends Readonly<{ at: number }>>(stream: string, read: () => Promise<T>): Promise<T> => {
      if (seen === undefined) return read();
      const held = positions.hold(stream);
      const began = positions.generation();
      try {
        const found = await read();
        held.found(found.at, began);
        return found;
      } finally {
        held.release();
      }
    },
    /**
     * Passes the records that others made. False: there are none. Of very many only the newest are passed, and all that was known is forgotten;
     * the first is looked at even then, because the commit of this process may have made it.
     */
    catchUp: async (): Promise<boolean> => {
      const from = await known();
      const heads = await log.newest(from, catchUpRecords);
      const [first] = heads;
      if (!first) return false;
      if (first.seq > from + 1) {
        const own = await log.headAt(from + 1);
        if (own) passed(own);
        positions.jumped();
      }
      heads.forEach(passed);
      return true;
    },
  };
};

export type PartitionView = ReturnType<typeof partitionView>;
