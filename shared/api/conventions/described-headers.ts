import { z } from '@hono/zod-openapi';
import type { Definition } from '../operation.ts';
import { versions } from './versions.ts';

/** Headers of every answer. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'Request-Id': 'names this request: tell it whoever helps you',
  'Carillon-Version': 'the version that the answer is made for',
  RateLimit: 'what is left of each window: `"minute";r=5990;t=31`',
  'RateLimit-Policy': 'the windows: `"minute";q=6000;w=60`',
};

const optional = {
  'Carillon-Version': z.enum(versions).optional().openapi({ description: 'Left out: the newest' }),
  traceparent: z.string().optional().openapi({ description: 'W3C trace context: our logs go on with your trace' }),
};

const key = (isNeeded: boolean) => {
  const text = z.string().min(1).max(255).openapi({
    description: 'A text of your own, the same one when you try again: the first answer is given again for seven days',
    example: '4f8a3c0e-visit-8841',
  });
  return isNeeded ? text : text.optional();
};

/** Headers that an operation takes besides Authorization. */
export const requestHeaders = ({ method, needsIdempotencyKey, needsIfMatch }: Definition) =>
  z.object({
    ...(method === 'post' ? { 'Idempotency-Key': key(needsIdempotencyKey === true) } : {}),
    ...(needsIfMatch ? { 'If-Match': z.string().openapi({ description: 'The ETag that you have read', example: '"xyzzy"' }) } : {}),
    ...optional,
  });
