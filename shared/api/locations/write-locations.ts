import { changeLocation, locationOf, newLocationId } from '#app/change-location.ts';
import type { House } from '#app/house.ts';
import { showBrand } from '#app/list-registered.ts';
import type { Site } from '#domain/company/locations.ts';
import { checkMatch } from '../conventions/etag.ts';
import { Problem } from '../conventions/problem.ts';
import { operation } from '../operation.ts';
import { etagHeader, exampleLocation, exampleSite, location, locationAnswer, locationEtag, locationParams, site } from './location-json.ts';

/** Throws a Problem `brand_unknown`. */
const checkBrands = async (house: House, companyId: string, { brands = [] }: Pick<Site, 'brands'>): Promise<void> => {
  const found = await Promise.all(brands.map((id) => showBrand(house, companyId, id)));
  const unknown = brands.filter((_, n) => !found[n]);
  if (unknown.length > 0) throw new Problem('brand_unknown', `The company has no brand ${unknown.join(', ')}.`);
};

export const addLocation = operation({
  id: 'addLocation',
  method: 'post',
  path: '/v1/locations',
  summary: 'Add a site of the company',
  description: 'With the code by which your rows name it. No other location may go by its code or its name.',
  scope: 'locations:write',
  body: site,
  answers: { 201: { description: 'It is there', schema: location, headers: { ...etagHeader, Location: 'where it is' } } },
  errors: ['location_exists', 'locations_full', 'timezone_unknown', 'brand_unknown'],
  example: { body: exampleSite, answer: exampleLocation },
  run: async ({ house, caller: { companyId, by }, body, cause, origin }) => {
    await checkBrands(house, companyId, body);
    const locationId = newLocationId(companyId, cause);
    const all = await changeLocation(house, { type: 'AddLocation', data: { locationId, companyId, by, ...body } }, cause);
    const answer = locationAnswer(locationId, all.get(locationId)!, 201);
    return { ...answer, headers: { ...answer.headers, location: `${origin}/v1/locations/${locationId}` } };
  },
});

export const editLocation = operation({
  id: 'editLocation',
  method: 'put',
  path: '/v1/locations/{id}',
  summary: 'Say anew what a location is',
  description: 'All of it: an address or a phone that is left out is gone.',
  scope: 'locations:write',
  params: locationParams,
  body: site,
  needsIfMatch: true,
  answers: { 200: { description: 'The location', schema: location, headers: etagHeader } },
  errors: ['location_unknown', 'location_exists', 'timezone_unknown', 'brand_unknown'],
  example: { path: { id: 'loc_h7k2m9qxw3' }, body: exampleSite, answer: exampleLocation },
  run: async ({ house, caller: { companyId, by }, path: { id }, body, headers, cause }) => {
    const before = await locationOf(house, companyId, id);
    checkMatch(headers, locationEtag(id, before));
    await checkBrands(house, companyId, body);
    const data = { locationId: id, companyId, by, ...body, seen: before.version };
    const all = await changeLocation(house, { type: 'ReviseLocation', data }, cause);
    return locationAnswer(id, all.get(id)!);
  },
});

export const removeLocation = operation({
  id: 'removeLocation',
  method: 'delete',
  path: '/v1/locations/{id}',
  summary: 'Remove a location',
  description: 'Its code and its name are free again.',
  scope: 'locations:write',
  params: locationParams,
  answers: { 204: { description: 'It is gone' } },
  errors: ['location_unknown'],
  example: { path: { id: 'loc_h7k2m9qxw3' } },
  run: async ({ house, caller: { companyId, by }, path: { id }, cause }) => {
    await changeLocation(house, { type: 'RemoveLocation', data: { locationId: id, companyId, by } }, cause);
    return { status: 204 };
  },
});
