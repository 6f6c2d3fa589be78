import { z } from '@hono/zod-openapi';
import type { Answer, AnswerOf } from '../operation.ts';

/** What a 202 says: the work goes on, and where to look. */
export const longWork = z
  .object({
    object: z.literal('work'),
    id: z.string(),
    status: z.enum(['accepted', 'working', 'done', 'failed']),
    status_url: z.url().meta({ description: 'GET it to see how far the work is' }),
  })
  .openapi('Work');

export const acceptedAnswer: AnswerOf = {
  description: 'Accepted: it is being worked on, `status_url` (also the header Location) shows how far it is',
  schema: longWork,
  headers: { Location: 'where to see how far it is' },
};

/** 202 with Location. `path` is where the work's state is read, like `/v1/packets/pkt_1`. */
export const accepted = (origin: string, { id, path }: Readonly<{ id: string; path: string }>): Answer => ({
  status: 202,
  body: { object: 'work', id, status: 'accepted', status_url: `${origin}${path}` },
  headers: { location: `${origin}${path}` },
});
