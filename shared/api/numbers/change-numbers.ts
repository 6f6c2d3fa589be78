import { z } from '@hono/zod-openapi';
import { assignNumber as assign } from '#app/assign-number.ts';
import { lookAtRegistered } from '#app/look-at-registered.ts';
import { releaseNumber as release } from '#app/release-number.ts';
import { shownNumber } from '#app/show-number.ts';
import { resumeNumber as resume, suspendNumber as suspend } from '#app/suspend-number.ts';
import { numberIdOf } from '#domain/registration/number-kind.ts';
import type { CompanyNumber } from '#domain/registration/number.ts';
import { acceptedAnswer } from '../conventions/long-work.ts';
import { operation, type Answer, type Call } from '../operation.ts';
import { askRegistrar, decidedAnswer } from '../registrations/ask-registrar.ts';
import { registrationIdText } from '../registrations/registered-schemas.ts';
import { exampleNumber, number, numberJson, numberParams, ownNumber } from './number-json.ts';

type About = Readonly<{ number: string; companyId: string; by: string }>;
type Asked = Pick<Call, 'house' | 'caller' | 'origin'> & Readonly<{ path: Readonly<{ number: string }> }>;

/** One of the company's own numbers, and what becomes of it. */
const changing = async (
  { house, caller: { companyId, by }, path, origin }: Asked,
  change: (about: About) => Promise<CompanyNumber>,
): Promise<Answer> => {
  const { id } = await ownNumber(house, companyId, path.number);
  const state = await askRegistrar(() => change({ number: id, companyId, by }));
  return decidedAnswer(origin, `/v1/numbers/${encodeURIComponent(id)}`, {
    id,
    status: state.status,
    body: numberJson(shownNumber(id, state)),
  });
};

const answers = { 200: { description: 'As it stands now', schema: number }, 202: acceptedAnswer };
const path = { number: '+12085550199' };

export const assignNumber = operation({
  id: 'assignNumber',
  method: 'post',
  path: '/v1/numbers/{number}/assign',
  summary: 'Put a number under an approved registration',
  description: 'Carriers take minutes to days: 202 meanwhile.',
  scope: 'numbers:manage',
  params: numberParams,
  body: z.strictObject({ registration: registrationIdText }),
  answers,
  errors: [
    'number_unknown',
    'number_needs_none',
    'number_not_bought',
    'number_released',
    'registration_unknown',
    'registration_not_approved',
    'registrar_unknown',
    'registrar_silent',
  ],
  example: {
    path,
    body: { registration: 'reg_reminders' },
    answer: { ...exampleNumber, status: 'assigned', registration: 'reg_reminders' },
  },
  run: (call) => changing(call, (about) => assign(call.house, { ...about, registrationId: call.body.registration }, call.cause)),
});

export const lookAtNumber = operation({
  id: 'lookAtNumber',
  method: 'post',
  path: '/v1/numbers/{number}/look',
  summary: 'Ask the provider now how a number stands',
  scope: 'numbers:write',
  params: numberParams,
  answers: { 200: { description: 'As it stands', schema: number } },
  errors: ['number_unknown', 'registrar_unknown', 'registrar_silent'],
  example: { path, answer: exampleNumber },
  run: async ({ house, caller: { companyId }, path: { number: asked }, cause }) => {
    const { id } = await ownNumber(house, companyId, asked);
    await askRegistrar(() => lookAtRegistered(house, { kind: 'number', companyId, id: numberIdOf(id) }, cause));
    return { status: 200, body: await ownNumber(house, companyId, id) };
  },
});

export const suspendNumber = operation({
  id: 'suspendNumber',
  method: 'post',
  path: '/v1/numbers/{number}/suspend',
  summary: 'Send nothing by a number to the United States until it is resumed',
  description: 'What waits keeps its place.',
  scope: 'numbers:write',
  params: numberParams,
  body: z.strictObject({ reason: z.string().trim().min(1).max(200).optional() }),
  answers,
  errors: ['number_unknown', 'number_not_bought', 'number_released'],
  example: {
    path,
    body: { reason: 'Complaints' },
    answer: { ...exampleNumber, suspended: { by: 'key_h7k2m9qxw3np', reason: 'Complaints' } },
  },
  run: (call) => changing(call, (about) => suspend(call.house, { ...about, reason: call.body.reason }, call.cause)),
});

export const resumeNumber = operation({
  id: 'resumeNumber',
  method: 'post',
  path: '/v1/numbers/{number}/resume',
  summary: 'Let a number send again that was suspended',
  scope: 'numbers:manage',
  params: numberParams,
  answers,
  errors: ['number_unknown', 'number_not_bought', 'number_released'],
  example: { path, answer: exampleNumber },
  run: (call) => changing(call, (about) => resume(call.house, about, call.cause)),
});

export const releaseNumber = operation({
  id: 'releaseNumber',
  method: 'post',
  path: '/v1/numbers/{number}/release',
  summary: 'Give a number back',
  description: 'Nothing goes out by it from now on, its fee ends, and somebody else may have it. This can not be taken back.',
  scope: 'numbers:manage',
  params: numberParams,
  needsIdempotencyKey: true,
  answers,
  errors: ['number_unknown', 'number_not_bought', 'registrar_unknown', 'registrar_silent'],
  example: { path, answer: { ...exampleNumber, status: 'released' } },
  run: (call) => changing(call, (about) => release(call.house, about, call.cause)),
});
