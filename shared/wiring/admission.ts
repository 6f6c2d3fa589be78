import { problem, type DoorResponse } from '#functions/door.ts';

export type Room = Readonly<{
  /** requests that are answered at a time */
  requests: number;
  /** of their bodies, together */
  bytes: number;
}>;

/** A third of a second of reports at the fastest that one core takes, and what they bring. */
export const roomOfAHouse: Room = { requests: 2_000, bytes: 64_000_000 };

const retryAfterS = 1;

/** To whoever comes while the house is full: nothing of the request was read, and providers call again. */
export const full: DoorResponse = (() => {
  const said = problem(503, 'too_busy', 'Too much is asked at the same time. Ask again in a second; nothing of this was read.');
  return { ...said, headers: { ...said.headers, 'retry-after': String(retryAfterS) } };
})();

export type Guest = Readonly<{
  /** false: there is no room for so many bytes more */
  brings: (bytes: number) => boolean;
  leave: () => void;
}>;

/** Lets in as many as there is room for; undefined: none. */
export const admission = (room: Room) => {
  let [requests, held] = [0, 0];
  return (): Guest | undefined => {
    if (requests >= room.requests || held >= room.bytes) return undefined;
    requests += 1;
    let own = 0;
    return {
      brings: (bytes) => {
        if (held + bytes > room.bytes) return false;
        own += bytes;
        held += bytes;
        return true;
      },
      leave: () => {
        requests -= 1;
        held -= own;
      },
    };
  };
};

export type Admission = ReturnType<typeof admission>;
