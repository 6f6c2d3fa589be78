import { z } from '@hono/zod-openapi';
import { listRegistered } from '#app/list-registered.ts';
import { ofOwnBrands } from '../conventions/brand-limits.ts';
import { listAnswer, listOf, pageOf, pageQuery } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import {
  etagHeader,
  exampleRegistration,
  registration,
  registrationAnswer,
  registrationJson,
  registrationParams,
} from './registration-json.ts';

export const getRegistration = operation({
  id: 'getRegistration',
  method: 'get',
  path: '/v1/registrations/{id}',
  summary: 'One registration, and how it stands',
  scope: 'registrations:read',
  params: registrationParams,
  answers: { 200: { description: 'The registration', schema: registration, headers: etagHeader } },
  errors: ['registration_unknown'],
  example: { path: { id: 'reg_h7k2m9qxw3' }, answer: exampleRegistration },
  run: ({ house, caller: { companyId }, path: { id } }) => registrationAnswer(house, companyId, id),
});

export const listRegistrations = operation({
  id: 'listRegistrations',
  method: 'get',
  path: '/v1/registrations',
  summary: 'All registrations of the company',
  scope: 'registrations:read',
  query: z.object({
    ...pageQuery,
    brand: z.string().min(1).max(200).optional().openapi({ description: 'Of this brand alone', example: 'brd_main' }),
    status: z.string().min(1).max(40).optional().openapi({ example: 'approved' }),
  }),
  answers: { 200: { description: 'A page of them', schema: listOf('RegistrationList', registration) } },
  example: { answer: { object: 'list', data: [exampleRegistration], has_more: false, url: '/v1/registrations' } },
  run: async ({ house, caller, query, origin }) => {
    const { companyId } = caller;
    const { registrations } = await listRegistered(house, companyId);
    const wanted = registrations.filter(
      ({ brandId, status }) =>
        (query.brand === undefined || brandId === query.brand) && (query.status === undefined || status === query.status),
    );
    const seen = await ofOwnBrands({ house, caller }, wanted, ({ registrationId: id }) => ({ kind: 'registration', id }));
    const page = pageOf(seen, ({ registrationId }) => registrationId, query);
    const items = await Promise.all(page.items.map(({ registrationId }) => registrationJson(house, companyId, registrationId)));
    return listAnswer({ origin, path: '/v1/registrations', query, page: { items, hasMore: page.hasMore } });
  },
});
