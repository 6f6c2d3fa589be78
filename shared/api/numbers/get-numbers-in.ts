import { z } from '@hono/zod-openapi';
import { addNumber as add } from '#app/add-number.ts';
import { buyNumber as buy } from '#app/buy-number.ts';
import { registrarAccount } from '#app/registrar-account.ts';
import { shownNumber } from '#app/show-number.ts';
import { acceptedAnswer } from '../conventions/long-work.ts';
import { operation } from '../operation.ts';
import { askRegistrar, decidedAnswer } from '../registrations/ask-registrar.ts';
import { provider } from '../registrations/registered-schemas.ts';
import { e164, exampleNumber, number, numberJson } from './number-json.ts';

export const buyNumber = operation({
  id: 'buyNumber',
  method: 'post',
  path: '/v1/numbers/buy',
  summary: 'Buy a number',
  description:
    '**Costs a fee each month** until it is released: about 1.15 dollars for a local number by list prices, as your provider says. 202 while the provider has not answered; whoever asks again buys no second one.',
  scope: 'numbers:manage',
  body: z.strictObject({ number: e164, provider }),
  needsIdempotencyKey: true,
  answers: { 200: { description: 'What became of it', schema: number }, 202: acceptedAnswer },
  errors: ['number_taken', 'submission_under_way', 'registrar_unknown', 'registrar_silent'],
  example: { body: { number: '+12085550199' }, answer: exampleNumber },
  run: async ({ house, caller: { companyId, by }, body, cause, origin }) => {
    const account = await registrarAccount(house, body.provider);
    const state = await askRegistrar(() => buy(house, { number: body.number, companyId, by, account }, cause));
    const shown = numberJson(shownNumber(body.number, state));
    return decidedAnswer(origin, `/v1/numbers/${encodeURIComponent(body.number)}`, { id: body.number, status: state.status, body: shown });
  },
});

export const addNumber = operation({
  id: 'addNumber',
  method: 'post',
  path: '/v1/numbers',
  summary: 'Say that the company has a number already',
  description: 'Costs nothing: the number is at the provider. Numbers that were registered elsewhere name their registration.',
  scope: 'numbers:manage',
  body: z.strictObject({
    number: e164,
    provider,
    registered_as: z.string().min(1).max(40).optional().openapi({
      description: "The registry's id of the registration that it is under, where that was made elsewhere",
      example: 'CABC123',
    }),
  }),
  answers: { 200: { description: 'The number', schema: number } },
  errors: ['number_taken', 'number_registered', 'number_not_bought', 'number_released', 'registrar_unknown'],
  example: { body: { number: '+12085550199' }, answer: exampleNumber },
  run: async ({ house, caller: { companyId, by }, body, cause }) => {
    const account = await registrarAccount(house, body.provider);
    const state = await add(house, { number: body.number, companyId, by, account, registeredAs: body.registered_as }, cause);
    return { status: 200, body: numberJson(shownNumber(body.number, state)) };
  },
});
