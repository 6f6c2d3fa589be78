/** What a request asks for, in the words of its fault. */
export type Operation =
  | 'bucket.get'
  | 'object.list'
  | 'object.get'
  | 'object.read'
  | 'object.insert'
  | 'object.change'
  | 'object.compose'
  | 'object.delete'
  | 'upload.start'
  | 'upload.put'
  | 'upload.status'
  | 'upload.cancel'
  | 'unknown';

/**
 * How the next `times` requests (1 unless told) of this kind go wrong: refused with a status, cut off after so many bytes of content, done
 * but never answered, or late.
 */
export type Fault = Readonly<{ on: Operation; times?: number }> &
  (
    | Readonly<{ kind: 'status'; status: number }>
    | Readonly<{ kind: 'cut'; afterBytes: number }>
    | Readonly<{ kind: 'lose-answer' }>
    | Readonly<{ kind: 'slow'; delayMs: number }>
  );

export const faults = () => {
  const waiting: { fault: Fault; left: number }[] = [];
  return {
    add: (fault: Fault): void => void waiting.push({ fault, left: fault.times ?? 1 }),
    take: (operation: Operation): Fault | undefined => {
      const found = waiting.findIndex(({ fault, left }) => fault.on === operation && left > 0);
      const entry = waiting[found];
      if (!entry) return undefined;
      entry.left -= 1;
      if (entry.left === 0) waiting.splice(found, 1);
      return entry.fault;
    },
    clear: (): void => void waiting.splice(0),
  };
};
