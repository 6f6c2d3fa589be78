import type { ErrorCodes } from './conventions/error-codes.ts';
import type { z } from '@hono/zod-openapi';
import type { Operation } from './operation.ts';

/** Something that is posted to whoever wants to hear of it. */
export type WebhookType = Readonly<{ type: string; /** one sentence */ says: string; schema: z.ZodType; example: unknown }>;

/** One folder of this room: what there is to be asked for, the operations on it, and the codes of its own that they may answer. */
export type Resource = Readonly<{
  /** as /docs shows it */ name: string;
  description: string;
  operations: readonly Operation[];
  /** what others are called with */ webhooks?: readonly WebhookType[];
  /** codes of `Refusal`s and `Problem`s that only operations of this resource answer */
  errors: ErrorCodes;
}>;
