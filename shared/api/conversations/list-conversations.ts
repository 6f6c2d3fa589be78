import { z } from '@hono/zod-openapi';
import { inboxPage } from '#app/list-inbox.ts';
import { reachOf } from '../conventions/brand-limits.ts';
import { listAnswer } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import { replyIdText, waitingJson, waitingReply, waitsBecause } from './conversation-schemas.ts';

const query = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50).openapi({ type: 'integer', description: 'How many, 1 to 100', example: 20 }),
  starting_after: replyIdText.optional().openapi({ description: 'The last id of the page before this one' }),
  waits_because: waitsBecause.optional(),
  assignee: z.string().min(1).max(100).optional().openapi({
    description: '`me`: whoever asks; `nobody`: those that nobody looks after; else the name that they were assigned to',
    example: 'me',
  }),
});

const assigneeOf = (asked: string | undefined, by: string): string | null | undefined =>
  asked === 'me' ? by : asked === 'nobody' ? null : asked;

export const listConversations = operation({
  id: 'listConversations',
  method: 'get',
  path: '/v1/conversations',
  summary: 'The inbox: replies that wait for a person',
  description:
    'The one that waits longest comes first. What was understood by itself, or looked after, is not here: a thread (`GET /v1/conversations/{id}`) has all of it.',
  scope: 'conversations:read',
  looksAt: 'person',
  query,
  answers: {
    200: {
      description: 'What waits',
      schema: z
        .object({
          object: z.literal('list'),
          data: z.array(waitingReply).meta({ description: 'Oldest first' }),
          has_more: z.boolean(),
          url: z.string(),
        })
        .openapi('ConversationList'),
    },
  },
  example: {
    query: { assignee: 'nobody' },
    answer: {
      object: 'list',
      data: [
        {
          object: 'conversation',
          id: 'rpl_h7k2m9qxw3npabcd',
          waits_because: 'words',
          channel: 'sms',
          from: '+12085550123',
          to: '+12085550199',
          body: 'Can my daughter come along?',
          said_at: '2026-11-29T17:04:00.000Z',
          campaign: 'cmp_reminder',
          may_answer: ['msg_h7k2m9qxw3np-0-1-sms-0'],
        },
      ],
      has_more: false,
      url: '/v1/conversations',
    },
  },
  run: async ({ house, caller, query: asked, origin }) => {
    const { companyId, by } = caller;
    const { limit, starting_after: after, waits_because: code, assignee } = asked;
    const reach = await reachOf({ house, caller });
    const found = await inboxPage(house, { companyId, limit, after, code, assignee: assigneeOf(assignee, by), reach });
    const page = { items: found.entries.map(waitingJson), hasMore: found.hasMore };
    const { body, headers } = listAnswer({ origin, path: '/v1/conversations', query: { ...asked, starting_after: undefined }, page });
    return { status: 200, body, ...(headers ? { headers } : {}) };
  },
});
