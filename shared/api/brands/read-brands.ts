import { z } from '@hono/zod-openapi';
import { listRegistered } from '#app/list-registered.ts';
import { ofOwnBrands } from '../conventions/brand-limits.ts';
import { listAnswer, listOf, pageOf, pageQuery } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import { brand, brandAnswer, brandJson, brandParams, etagHeader, exampleBrand } from './brand-json.ts';

export const getBrand = operation({
  id: 'getBrand',
  method: 'get',
  path: '/v1/brands/{id}',
  summary: 'One brand, and how it stands',
  scope: 'brands:read',
  looksAt: 'person',
  params: brandParams,
  answers: { 200: { description: 'The brand', schema: brand, headers: etagHeader } },
  errors: ['brand_unknown'],
  example: { path: { id: 'brd_h7k2m9qxw3' }, answer: exampleBrand },
  run: ({ house, caller: { companyId }, path: { id } }) => brandAnswer(house, companyId, id),
});

export const listBrands = operation({
  id: 'listBrands',
  method: 'get',
  path: '/v1/brands',
  summary: 'All brands of the company',
  scope: 'brands:read',
  looksAt: 'person',
  query: z.object(pageQuery),
  answers: { 200: { description: 'A page of them', schema: listOf('BrandList', brand) } },
  example: { answer: { object: 'list', data: [exampleBrand], has_more: false, url: '/v1/brands' } },
  run: async ({ house, caller, query, origin }) => {
    const { companyId } = caller;
    const { brands } = await listRegistered(house, companyId);
    const seen = await ofOwnBrands({ house, caller }, brands, ({ brandId: id }) => ({ kind: 'brand', id }));
    const page = pageOf(seen, ({ brandId }) => brandId, query);
    const items = await Promise.all(page.items.map(({ brandId }) => brandJson(house, companyId, brandId)));
    return listAnswer({ origin, path: '/v1/brands', query, page: { items, hasMore: page.hasMore } });
  },
});
