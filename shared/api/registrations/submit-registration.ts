import { z } from '@hono/zod-openapi';
import { appealRegistration as appeal } from '#app/appeal-registration.ts';
import { lookAtRegistered } from '#app/look-at-registered.ts';
import { registrarAccount } from '#app/registrar-account.ts';
import { submitRegistration as submit } from '#app/submit-registration.ts';
import { acceptedAnswer } from '../conventions/long-work.ts';
import { operation } from '../operation.ts';
import { askRegistrar, decidedAnswer } from './ask-registrar.ts';
import { submitBody } from './registered-schemas.ts';
import {
  etagHeader,
  exampleRegistration,
  registration,
  registrationAnswer,
  registrationJson,
  registrationParams,
} from './registration-json.ts';

const exampleDecided = { ...exampleRegistration, status: 'approved' };

export const submitRegistration = operation({
  id: 'submitRegistration',
  method: 'post',
  path: '/v1/registrations/{id}/submit',
  summary: 'Hand a registration in',
  description:
    '**Costs a fee**, and another each month: `costs` says which. Carriers decide within days; 200 where they have decided already. What would be refused is not handed in.',
  scope: 'registrations:manage',
  params: registrationParams,
  body: submitBody,
  needsIdempotencyKey: true,
  answers: { 202: acceptedAnswer, 200: { description: 'It was decided before', schema: registration } },
  errors: [
    'registration_unknown',
    'registration_incomplete',
    'registration_unchanged',
    'registration_suspended',
    'registration_forgotten',
    'brand_not_approved',
    'submission_under_way',
    'registrar_unknown',
    'registrar_silent',
  ],
  example: { path: { id: 'reg_h7k2m9qxw3' }, body: {}, answer: exampleDecided },
  run: async ({ house, caller: { companyId, by }, path: { id }, body, cause, origin }) => {
    await registrationJson(house, companyId, id);
    const account = await registrarAccount(house, body.provider);
    await askRegistrar(() => submit(house, { registrationId: id, companyId, by, account }, cause));
    const shown = await registrationJson(house, companyId, id);
    return decidedAnswer(origin, `/v1/registrations/${id}`, { id, status: shown.status, body: shown });
  },
});

export const appealRegistration = operation({
  id: 'appealRegistration',
  method: 'post',
  path: '/v1/registrations/{id}/appeal',
  summary: 'Ask that what was refused be looked at again',
  scope: 'registrations:manage',
  params: registrationParams,
  body: z.strictObject({
    argument: z
      .string()
      .trim()
      .min(1)
      .max(2_000)
      .openapi({ description: 'What the reviewers have overlooked', example: 'The opt-in form is at the front desk, photo attached.' }),
    by_letter: z.boolean().optional().openapi({ description: 'You have written to the provider yourself: only write it down' }),
  }),
  answers: { 202: acceptedAnswer, 200: { description: 'It was decided before', schema: registration } },
  errors: [
    'registration_unknown',
    'nothing_refused',
    'appeal_by_letter',
    'appeal_refused',
    'appeal_unanswered',
    'registrar_unknown',
    'registrar_silent',
  ],
  example: { path: { id: 'reg_h7k2m9qxw3' }, body: { argument: 'The opt-in form is at the front desk.' }, answer: exampleDecided },
  run: async ({ house, caller: { companyId, by }, path: { id }, body, cause, origin }) => {
    await registrationJson(house, companyId, id);
    const about = { registrationId: id, companyId, by, argument: body.argument, byLetter: body.by_letter };
    await askRegistrar(() => appeal(house, about, cause));
    const shown = await registrationJson(house, companyId, id);
    return decidedAnswer(origin, `/v1/registrations/${id}`, { id, status: shown.status, body: shown });
  },
});

export const lookAtRegistration = operation({
  id: 'lookAtRegistration',
  method: 'post',
  path: '/v1/registrations/{id}/look',
  summary: 'Ask the provider now how a registration stands',
  description: 'It is asked by itself too, at least once a day, and tells by itself.',
  scope: 'registrations:write',
  params: registrationParams,
  answers: { 200: { description: 'As it stands', schema: registration, headers: etagHeader } },
  errors: ['registration_unknown', 'registrar_unknown', 'registrar_silent'],
  example: { path: { id: 'reg_h7k2m9qxw3' }, answer: { ...exampleRegistration, status: 'pending' } },
  run: async ({ house, caller: { companyId }, path: { id }, cause }) => {
    await registrationJson(house, companyId, id);
    await askRegistrar(() => lookAtRegistered(house, { kind: 'registration', companyId, id }, cause));
    return registrationAnswer(house, companyId, id);
  },
});
