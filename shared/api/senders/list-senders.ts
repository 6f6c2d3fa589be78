import { z } from '@hono/zod-openapi';
import { listSenders as readSenders } from '#app/list-senders.ts';
import { showRoutes } from '#app/routes.ts';
import { channel } from '#domain/kernel/ids.ts';
import { limitKinds, type Limit } from '#domain/work/limit.ts';
import { listAnswer, listOf, pageOf, pageQuery } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';

const limit = z
  .object({
    kind: z.enum(limitKinds),
    most: z.number(),
    counts: z.enum(['messages', 'segments']),
    seconds: z.number().optional().meta({ description: 'of a window of so many seconds' }),
    calendar: z.enum(['day', 'month']).optional(),
    timezone: z.string().optional(),
  })
  .openapi('SendingLimit');

const limitJson = ({ kind, most, counts, every }: Limit) => ({
  kind,
  most,
  counts,
  ...('ms' in every ? { seconds: every.ms / 1_000 } : { calendar: every.calendar, timezone: every.zone }),
});

const sender = z
  .object({
    object: z.literal('sender'),
    id: z.string().meta({ description: 'the number' }),
    standing: z.string().nullable().meta({ description: 'how it stands with carriers, where anybody has said anything about that' }),
    brand: z.string().nullable(),
    limits: z.array(limit),
  })
  .openapi('Sender');

export const listSenders = operation({
  id: 'listSenders',
  method: 'get',
  path: '/v1/senders',
  summary: 'Numbers that the company sends from, and how fast',
  scope: 'senders:read',
  query: z.object(pageQuery),
  answers: { 200: { description: 'A page of them', schema: listOf('SenderList', sender) } },
  example: {
    answer: {
      object: 'list',
      data: [
        {
          object: 'sender',
          id: '+12085550199',
          standing: 'assigned',
          brand: 'brd_main',
          limits: [{ kind: 'number_second', most: 1, counts: 'messages', seconds: 1 }],
        },
      ],
      has_more: false,
      url: '/v1/senders',
    },
  },
  run: async ({ house, caller: { companyId }, query, origin }) => {
    const { numbers } = await readSenders(house, companyId);
    const all = numbers.map(({ number, standing, brandId, limits }) => ({
      object: 'sender',
      id: number,
      standing: standing ?? null,
      brand: brandId ?? null,
      limits: limits.map(limitJson),
    }));
    return listAnswer({ origin, path: '/v1/senders', query, page: pageOf(all, ({ id }) => id, query) });
  },
});

const pool = z.object({ object: z.literal('pool'), id: z.string(), numbers: z.array(z.string()) }).openapi('Pool');

export const listPools = operation({
  id: 'listPools',
  method: 'get',
  path: '/v1/pools',
  summary: 'Pools: numbers of which any may send',
  scope: 'senders:read',
  query: z.object(pageQuery),
  answers: { 200: { description: 'A page of them', schema: listOf('PoolList', pool) } },
  example: {
    answer: {
      object: 'list',
      data: [{ object: 'pool', id: 'pool_main', numbers: ['+12085550199', '+12085550198'] }],
      has_more: false,
      url: '/v1/pools',
    },
  },
  run: async ({ house, caller: { companyId }, query, origin }) => {
    const { pools } = await readSenders(house, companyId);
    const all = pools.map(({ poolId, numbers }) => ({ object: 'pool', id: poolId, numbers }));
    return listAnswer({ origin, path: '/v1/pools', query, page: pageOf(all, ({ id }) => id, query) });
  },
});

const route = z
  .object({
    channel,
    provider: z.string(),
    weight: z.int(),
    priority: z.int(),
    countries: z.array(z.string()).optional(),
    campaigns: z.array(z.string()).optional(),
    from: z.string().optional(),
    there: z.boolean().meta({ description: 'the house has credentials for it, and its provider carries the channel' }),
    stopped: z.boolean().meta({ description: 'nothing goes this way until a setting is mended' }),
    moved_percent: z.int().optional().meta({ description: 'what its health has taken from its weight, or given to it' }),
  })
  .openapi('Route');

const routes = z
  .object({
    object: z.literal('routes'),
    default: z.boolean().meta({ description: "nobody has set any: these follow from the company's account" }),
    routes: z.array(route),
    stops: z.array(
      z.object({
        provider: z.string(),
        channel: channel.optional(),
        from: z.string().optional(),
        code: z.string(),
        detail: z.string(),
        since: z.iso.datetime(),
      }),
    ),
  })
  .openapi('Routes');

export const listRoutes = operation({
  id: 'listRoutes',
  method: 'get',
  path: '/v1/routes',
  summary: "Which ways the company's messages take",
  description: 'And what stops them.',
  scope: 'senders:read',
  answers: { 200: { description: 'All of them', schema: routes } },
  errors: ['company_unknown'],
  example: {
    answer: {
      object: 'routes',
      default: true,
      routes: [{ channel: 'sms', provider: 'twilio', weight: 100, priority: 1, there: true, stopped: false }],
      stops: [],
    },
  },
  run: async ({ house, caller: { companyId } }) => {
    const { isDefault, routes: all, stopped } = await showRoutes(house, companyId);
    const body = {
      object: 'routes',
      default: isDefault,
      routes: all.map(({ channel: by, provider, weight, priority, countries, campaigns, from, isThere, isStopped, moved }) => ({
        channel: by,
        provider,
        weight,
        priority,
        ...(countries ? { countries } : {}),
        ...(campaigns ? { campaigns } : {}),
        ...(from === undefined ? {} : { from }),
        there: isThere,
        stopped: isStopped,
        ...(moved ? { moved_percent: moved.points } : {}),
      })),
      stops: stopped.map(({ provider, channel: by, from, code, words, since }) => ({
        provider,
        ...(by === undefined ? {} : { channel: by }),
        ...(from === undefined ? {} : { from }),
        code,
        detail: words,
        since,
      })),
    };
    return { status: 200, body };
  },
});
