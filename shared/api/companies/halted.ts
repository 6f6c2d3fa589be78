import { z } from '@hono/zod-openapi';

/** Somebody has stopped everything that the company sends. */
export const halted = z.object({ by: z.string(), reason: z.string().optional(), since: z.iso.datetime() }).openapi('Halted');
