import { z } from '@hono/zod-openapi';
import { inboxPage, type InboxWanted } from '#app/list-inbox.ts';
import { listReplies } from '#app/list-replies.ts';
import type { House } from '#app/house.ts';
import { channel } from '#domain/kernel/ids.ts';
import { reachOf } from '../conventions/brand-limits.ts';
import { listAnswer, type Page } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import { campaignIdText } from '../conventions/ids.ts';
import { replyIdText, replyJson, waitingJson, waitingReply, waitsBecause } from './conversation-schemas.ts';

const query = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50).openapi({ type: 'integer', description: 'How many, 1 to 100', example: 20 }),
  starting_after: replyIdText.optional().openapi({ description: 'The last id of the page before this one' }),
  status: z.enum(['open', 'resolved', 'all']).default('open').openapi({
    description: '`open`: what waits; `resolved`: what somebody looked after; `all`: also what was understood by itself',
  }),
  waits_because: waitsBecause.optional(),
  campaign: campaignIdText.optional(),
  channel: channel.optional(),
  to: z.string().min(1).max(254).optional().openapi({ description: 'came to this number or page of yours', example: '+12085550199' }),
  assignee: z.string().min(1).max(100).optional().openapi({
    description: '`me`: whoever asks; `nobody`: those that nobody looks after; else the name that they were assigned to',
    example: 'me',
  }),
});

const assigneeOf = (asked: string | undefined, by: string): string | null | undefined =>
  asked === 'me' ? by : asked === 'nobody' ? null : asked;

const pageFor = async (house: House, status: 'open' | 'resolved' | 'all', wanted: InboxWanted): Promise<Page<Readonly<{ id: string }>>> => {
  if (status === 'open') {
    const { entries, hasMore } = await inboxPage(house, wanted);
    return { items: entries.map(waitingJson), hasMore };
  }
  const { rows, hasMore } = await listReplies(house, { ...wanted, state: status });
  return { items: rows.map(replyJson), hasMore };
};

export const listConversations = operation({
  id: 'listConversations',
  method: 'get',
  path: '/v1/conversations',
  summary: 'The inbox: replies that wait for a person, and those that were looked after',
  description:
    'Of what waits (`status=open`), the one that waits longest comes first, true this very moment. `resolved` and `all` come from the reporting tables, newest first, some seconds behind. A thread (`GET /v1/conversations/{id}`) has all that was said.',
  scope: 'conversations:read',
  looksAt: 'person',
  query,
  answers: {
    200: {
      description: 'What waits',
      schema: z
        .object({
          object: z.literal('list'),
          data: z.array(waitingReply).meta({ description: 'open: oldest first; else newest first' }),
          has_more: z.boolean(),
          url: z.string(),
        })
        .openapi('ConversationList'),
    },
  },
  errors: ['reports_away'],
  example: {
    query: { assignee: 'nobody' },
    answer: {
      object: 'list',
      data: [
        {
          object: 'conversation',
          id: 'rpl_h7k2m9qxw3npabcd',
          status: 'open',
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
    const {
      limit,
      starting_after: after,
      waits_because: code,
      assignee,
      status,
      campaign: campaignId,
      channel: through,
      to: sender,
    } = asked;
    const reach = await reachOf({ house, caller });
    const chosen = { code, assignee: assigneeOf(assignee, by), campaignId, channel: through, sender };
    const page = await pageFor(house, status, { companyId, limit, after, reach, ...chosen });
    const { body, headers } = listAnswer({ origin, path: '/v1/conversations', query: { ...asked, starting_after: undefined }, page });
    return { status: 200, body, ...(headers ? { headers } : {}) };
  },
});
