import type { PreparedAppend } from '#log/prepared-append.ts';
import type { Placed } from '#ports/event-store.ts';
import type { Held } from './stream-positions.ts';

/** An append on its way into a record. */
export type WaitingAppend = {
  readonly prepared: PreparedAppend;
  /** in the `ids` of the record that has it, and the id of its documents' writes: how it is recognised whatever became of an answer */
  readonly token: string;
  /** its stream, where its position matters */
  readonly held: Held | undefined;
  /** until then it is tried; milliseconds of performance.now() */
  readonly until: number;
  /** it was in a commit that nobody knows the end of: the position of that commit, and how the answer was lost */
  lost?: Readonly<{ at: number; error: unknown }>;
  /** path of a document that was not as this append needs it, while a lost commit with it could still land */
  doubt?: string;
  /** it goes into a record of its own, because the server refused one in which it was with others */
  alone?: boolean;
  /** its stream's position is being looked up */
  isLooking?: boolean;
  /** its stream has moved: it is found out by whom */
  isMoved?: boolean;
  readonly settle: { resolve: (placed: Placed) => void; reject: (error: unknown) => void };
};
