import type { ErrorCodes } from './conventions/error-codes.ts';
import type { Operation } from './operation.ts';

/** One folder of this room: what there is to be asked for, the operations on it, and the codes of its own that they may answer. */
export type Resource = Readonly<{
  /** as /docs shows it */ name: string;
  description: string;
  operations: readonly Operation[];
  /** codes of `Refusal`s and `Problem`s that only operations of this resource answer */
  errors: ErrorCodes;
}>;
