import { z } from '@hono/zod-openapi';
import { isAnyAmong } from '#app/brand-reach.ts';
import { locationOf, readLocations } from '#app/change-location.ts';
import { siteNamed } from '#domain/company/locations.ts';
import { listAnswer, listOf, pageOf, pageQuery } from '../conventions/pagination.ts';
import { sorted, sortOf } from '../conventions/sort.ts';
import { operation } from '../operation.ts';
import { etagHeader, exampleLocation, location, locationAnswer, locationJson, locationParams } from './location-json.ts';

export const getLocation = operation({
  id: 'getLocation',
  method: 'get',
  path: '/v1/locations/{id}',
  summary: 'One location',
  scope: 'locations:read',
  params: locationParams,
  answers: { 200: { description: 'The location', schema: location, headers: etagHeader } },
  errors: ['location_unknown'],
  example: { path: { id: 'loc_h7k2m9qxw3' }, answer: exampleLocation },
  run: async ({ house, caller: { companyId }, path: { id } }) => locationAnswer(id, await locationOf(house, companyId, id)),
});

export const listLocations = operation({
  id: 'listLocations',
  method: 'get',
  path: '/v1/locations',
  summary: 'Locations of the company',
  description: 'The last that was added first, unless `sort` says otherwise. `named` finds the one that a row means by this word.',
  scope: 'locations:read',
  query: z.object({
    ...pageQuery,
    sort: sortOf(['name', 'code']),
    named: z.string().min(1).max(200).optional().openapi({ description: 'a code or a name, in any case', example: 'boi' }),
  }),
  answers: { 200: { description: 'A page of them', schema: listOf('LocationList', location) } },
  example: { answer: { object: 'list', data: [exampleLocation], has_more: false, url: '/v1/locations' } },
  run: async ({ house, caller: { companyId, user }, query, origin }) => {
    const own = user?.brands;
    const seen = [...(await readLocations(house, companyId))].filter(([, one]) => !own || isAnyAmong(own, one.brands ?? []));
    const all = new Map(seen);
    const meant = query.named === undefined ? undefined : siteNamed(all, query.named);
    const wanted = [...all].filter(([, one]) => query.named === undefined || one === meant).reverse();
    const items = wanted.map(([id, one]) => locationJson(id, one));
    return listAnswer({ origin, path: '/v1/locations', query, page: pageOf(sorted(items, query.sort), ({ id }) => id, query) });
  },
});
