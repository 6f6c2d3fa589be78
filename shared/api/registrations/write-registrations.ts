import { z } from '@hono/zod-openapi';
import { changeRegistration } from '#app/change-registration.ts';
import { showBrand, showRegistration } from '#app/list-registered.ts';
import { registrationIdOf } from '#app/registrar-look.ts';
import { registrationFacts } from '#domain/registration/registration-facts.ts';
import { checkMatch, etagOf } from '../conventions/etag.ts';
import { Problem } from '../conventions/problem.ts';
import { camelFields } from '../conventions/snake-shape.ts';
import { operation } from '../operation.ts';
import { brandIdText } from './registered-schemas.ts';
import {
  etagHeader,
  exampleFacts,
  exampleRegistration,
  facts,
  registration,
  registrationAnswer,
  registrationJson,
  registrationParams,
} from './registration-json.ts';

export const createRegistration = operation({
  id: 'createRegistration',
  method: 'post',
  path: '/v1/registrations',
  summary: 'Write a registration down',
  description:
    'What a brand sends, as carriers have it (they call it a campaign). A draft may lack any of it: `missing` says what would be refused. Costs nothing before it is handed in.',
  scope: 'registrations:write',
  body: z.strictObject({ name: z.string().trim().min(1).max(200), brand: brandIdText, facts }),
  answers: {
    201: { description: 'The draft, and what is missing in it', schema: registration, headers: { ...etagHeader, Location: 'where it is' } },
  },
  errors: ['brand_unknown', 'registration_exists'],
  example: { body: { name: 'Reminders', brand: 'brd_h7k2m9qxw3', facts: exampleFacts }, answer: exampleRegistration },
  run: async ({ house, caller: { companyId, by }, body, cause, origin }) => {
    const registrationId = registrationIdOf(companyId, body.name);
    if (!(await showBrand(house, companyId, body.brand))) throw new Problem('brand_unknown');
    if (await showRegistration(house, companyId, registrationId)) throw new Problem('registration_exists');
    const data = { registrationId, companyId, brandId: body.brand, by, facts: registrationFacts.parse(camelFields(body.facts)) };
    await changeRegistration(house, { type: 'PutRegistration', data }, cause);
    const answer = await registrationAnswer(house, companyId, registrationId, 201);
    return { ...answer, headers: { ...answer.headers, location: `${origin}/v1/registrations/${registrationId}` } };
  },
});

export const editRegistration = operation({
  id: 'editRegistration',
  method: 'put',
  path: '/v1/registrations/{id}',
  summary: 'Say something else of a registration',
  description: 'All of its facts again. What was approved stays so until the change is handed in, which may cost its fee again.',
  scope: 'registrations:write',
  params: registrationParams,
  body: facts,
  needsIfMatch: true,
  answers: { 200: { description: 'As it is now', schema: registration, headers: etagHeader } },
  errors: ['registration_unknown', 'registration_pending'],
  example: { path: { id: 'reg_h7k2m9qxw3' }, body: exampleFacts, answer: exampleRegistration },
  run: async ({ house, caller: { companyId, by }, path: { id }, body, headers, cause }) => {
    const before = await registrationJson(house, companyId, id);
    checkMatch(headers, etagOf(before));
    const data = { registrationId: id, companyId, brandId: before.brand, by, facts: registrationFacts.parse(camelFields(body)) };
    await changeRegistration(house, { type: 'PutRegistration', data }, cause);
    return registrationAnswer(house, companyId, id);
  },
});
