import { z } from '@hono/zod-openapi';
import { listSenders } from '#app/list-senders.ts';
import { registrarAccount } from '#app/registrar-account.ts';
import { registrarOf } from '#app/registrar-of.ts';
import { showNumber } from '#app/show-number.ts';
import { ofOwnBrands } from '../conventions/brand-limits.ts';
import { listAnswer, listOf, pageOf, pageQuery } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import { askRegistrar } from '../registrations/ask-registrar.ts';
import { provider } from '../registrations/registered-schemas.ts';
import { exampleNumber, number, numberJson, numberParams, ownNumber } from './number-json.ts';

export const listNumbers = operation({
  id: 'listNumbers',
  method: 'get',
  path: '/v1/numbers',
  summary: 'Numbers that the company bought, or said that it has',
  description: 'Their pace stands in /v1/senders.',
  scope: 'numbers:read',
  query: z.object(pageQuery),
  answers: { 200: { description: 'A page of them', schema: listOf('NumberList', number) } },
  example: { answer: { object: 'list', data: [exampleNumber], has_more: false, url: '/v1/numbers' } },
  run: async ({ house, caller, query, origin }) => {
    const { companyId } = caller;
    const { numbers } = await listSenders(house, companyId);
    const own = numbers.filter(({ standing }) => standing !== undefined);
    const seen = await ofOwnBrands({ house, caller }, own, ({ number: id }) => ({ kind: 'number', id }));
    const page = pageOf(seen, (one) => one.number, query);
    const shown = await Promise.all(page.items.map((one) => showNumber(house, companyId, one.number)));
    const items = shown.flatMap((one) => (one ? [numberJson(one)] : []));
    return listAnswer({ origin, path: '/v1/numbers', query, page: { items, hasMore: page.hasMore } });
  },
});

export const getNumber = operation({
  id: 'getNumber',
  method: 'get',
  path: '/v1/numbers/{number}',
  summary: 'One number, and how it stands',
  scope: 'numbers:read',
  params: numberParams,
  answers: { 200: { description: 'The number', schema: number } },
  errors: ['number_unknown'],
  example: { path: { number: '+12085550199' }, answer: exampleNumber },
  run: async ({ house, caller: { companyId }, path }) => ({ status: 200, body: await ownNumber(house, companyId, path.number) }),
});

const available = z
  .object({ object: z.literal('available_number'), id: z.string(), place: z.string().optional() })
  .openapi('AvailableNumber');

export const searchNumbers = operation({
  id: 'searchNumbers',
  method: 'get',
  path: '/v1/numbers/available',
  summary: 'Numbers that can be had',
  description: 'Of the United States, as the provider has them now. Nobody holds them for you.',
  scope: 'numbers:read',
  query: z.object({
    area_code: z
      .string()
      .regex(/^\d{3}$/, 'three digits')
      .optional()
      .openapi({ example: '208' }),
    contains: z
      .string()
      .regex(/^\d{1,10}$/, 'digits')
      .optional()
      .openapi({ example: '555' }),
    provider,
    limit: z.coerce.number().int().min(1).max(50).default(10).openapi({ type: 'integer', example: 10 }),
  }),
  answers: {
    200: {
      description: 'Some of them',
      schema: z
        .object({ object: z.literal('list'), data: z.array(available), has_more: z.literal(false), url: z.string() })
        .openapi('AvailableNumberList'),
    },
  },
  errors: ['registrar_unknown', 'registrar_silent'],
  example: {
    query: { area_code: '208' },
    answer: {
      object: 'list',
      data: [{ object: 'available_number', id: '+12085550177', place: 'Boise' }],
      has_more: false,
      url: '/v1/numbers/available',
    },
  },
  run: async ({ house, caller: { companyId }, query }) => {
    const registrar = await registrarOf(house, companyId, await registrarAccount(house, query.provider));
    const { area_code: areaCode, contains, limit } = query;
    const found = await askRegistrar(() => registrar.searchNumbers({ country: 'US', areaCode, contains, limit }));
    const data = found.map(({ number: id, place }) => ({ object: 'available_number', id, ...(place === undefined ? {} : { place }) }));
    return { status: 200, body: { object: 'list', data, has_more: false, url: '/v1/numbers/available' } };
  },
});
