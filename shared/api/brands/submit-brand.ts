import { lookAtRegistered } from '#app/look-at-registered.ts';
import { registrarAccount } from '#app/registrar-account.ts';
import { submitBrand as submit } from '#app/submit-brand.ts';
import { acceptedAnswer } from '../conventions/long-work.ts';
import { operation } from '../operation.ts';
import { askRegistrar, decidedAnswer } from '../registrations/ask-registrar.ts';
import { submitBody } from '../registrations/registered-schemas.ts';
import { brand, brandAnswer, brandJson, brandParams, etagHeader, exampleBrand } from './brand-json.ts';

export const submitBrand = operation({
  id: 'submitBrand',
  method: 'post',
  path: '/v1/brands/{id}/submit',
  summary: 'Hand a brand in',
  description:
    '**Costs a fee**: `costs` of the brand says which. Carriers decide within minutes or days; 200 where they have decided already. What would be refused is not handed in.',
  scope: 'brands:manage',
  params: brandParams,
  body: submitBody,
  needsIdempotencyKey: true,
  answers: { 202: acceptedAnswer, 200: { description: 'It was decided before', schema: brand } },
  errors: [
    'brand_unknown',
    'brand_incomplete',
    'brand_unchanged',
    'brand_elsewhere',
    'brand_suspended',
    'brand_forgotten',
    'submission_under_way',
    'registrar_unknown',
    'registrar_silent',
  ],
  example: {
    path: { id: 'brd_h7k2m9qxw3' },
    body: {},
    answer: { ...exampleBrand, status: 'approved' },
  },
  run: async ({ house, caller: { companyId, by }, path: { id }, body, cause, origin }) => {
    await brandJson(house, companyId, id);
    const account = await registrarAccount(house, body.provider);
    await askRegistrar(() => submit(house, { brandId: id, companyId, by, account }, cause));
    const shown = await brandJson(house, companyId, id);
    return decidedAnswer(origin, `/v1/brands/${id}`, { id, status: shown.status, body: shown });
  },
});

export const lookAtBrand = operation({
  id: 'lookAtBrand',
  method: 'post',
  path: '/v1/brands/{id}/look',
  summary: 'Ask the provider now how a brand stands',
  description: 'It is asked by itself too, at least once a day, and tells by itself.',
  scope: 'brands:write',
  params: brandParams,
  answers: { 200: { description: 'As it stands', schema: brand, headers: etagHeader } },
  errors: ['brand_unknown', 'registrar_unknown', 'registrar_silent'],
  example: { path: { id: 'brd_h7k2m9qxw3' }, answer: { ...exampleBrand, status: 'pending' } },
  run: async ({ house, caller: { companyId }, path: { id }, cause }) => {
    await brandJson(house, companyId, id);
    await askRegistrar(() => lookAtRegistered(house, { kind: 'brand', companyId, id }, cause));
    return brandAnswer(house, companyId, id);
  },
});
