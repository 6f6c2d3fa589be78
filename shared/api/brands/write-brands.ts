import { changeBrand } from '#app/change-brand.ts';
import { showBrand } from '#app/list-registered.ts';
import { brandIdOf } from '#app/registrar-look.ts';
import { brandFacts } from '#domain/registration/brand-facts.ts';
import { checkMatch, etagOf } from '../conventions/etag.ts';
import { Problem } from '../conventions/problem.ts';
import { camelFields } from '../conventions/snake-shape.ts';
import { operation } from '../operation.ts';
import { brand, brandAnswer, brandJson, brandParams, etagHeader, exampleBrand, exampleFacts, facts } from './brand-json.ts';

export const createBrand = operation({
  id: 'createBrand',
  method: 'post',
  path: '/v1/brands',
  summary: 'Write a brand down',
  description:
    'The company as carriers of the United States know it. A draft may lack any of it: `missing` says what would be refused. Costs nothing before it is handed in.',
  scope: 'brands:write',
  body: facts,
  answers: {
    201: { description: 'The draft, and what is missing in it', schema: brand, headers: { ...etagHeader, Location: 'where it is' } },
  },
  errors: ['brand_exists'],
  example: { body: exampleFacts, answer: exampleBrand },
  run: async ({ house, caller: { companyId, by }, body, cause, origin }) => {
    const said = brandFacts.parse(camelFields(body));
    const brandId = brandIdOf(companyId, said.displayName ?? '');
    if (await showBrand(house, companyId, brandId)) throw new Problem('brand_exists');
    await changeBrand(house, { type: 'PutBrand', data: { brandId, companyId, by, facts: said } }, cause);
    const answer = await brandAnswer(house, companyId, brandId, 201);
    return { ...answer, headers: { ...answer.headers, location: `${origin}/v1/brands/${brandId}` } };
  },
});

export const editBrand = operation({
  id: 'editBrand',
  method: 'put',
  path: '/v1/brands/{id}',
  summary: 'Say something else of a brand',
  description: 'All of its facts again. What was approved stays so until the change is handed in, which may cost its fee again.',
  scope: 'brands:write',
  params: brandParams,
  body: facts,
  needsIfMatch: true,
  answers: { 200: { description: 'As it is now', schema: brand, headers: etagHeader } },
  errors: ['brand_unknown', 'brand_pending'],
  example: { path: { id: 'brd_h7k2m9qxw3' }, body: exampleFacts, answer: exampleBrand },
  run: async ({ house, caller: { companyId, by }, path: { id }, body, headers, cause }) => {
    checkMatch(headers, etagOf(await brandJson(house, companyId, id)));
    await changeBrand(house, { type: 'PutBrand', data: { brandId: id, companyId, by, facts: brandFacts.parse(camelFields(body)) } }, cause);
    return brandAnswer(house, companyId, id);
  },
});
