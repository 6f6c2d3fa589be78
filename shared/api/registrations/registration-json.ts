import { z } from '@hono/zod-openapi';
import type { House } from '#app/house.ts';
import { showRegistration } from '#app/list-registered.ts';
import { readRegistration } from '#app/read-brand.ts';
import { registrationFacts } from '#domain/registration/registration-facts.ts';
import { etagOf } from '../conventions/etag.ts';
import { Problem } from '../conventions/problem.ts';
import { snakeCase } from '../conventions/snake-case.ts';
import { snakeShape } from '../conventions/snake-shape.ts';
import type { Answer } from '../operation.ts';
import { brandIdText, missingJson, registrationIdText, standing } from './registered-schemas.ts';

export const facts = z
  .strictObject(snakeShape(registrationFacts))
  .openapi('RegistrationFacts', { description: 'What a registration says to carriers (docs/REGISTRATION.md)' });

export const registration = z
  .object({
    object: z.literal('registration'),
    id: registrationIdText,
    brand: brandIdText,
    status: z.string().meta({ description: 'draft, submitting, pending, approved, rejected, appealed, suspended or expired' }),
    facts: facts.nullable().meta({ description: 'null: forgotten' }),
    expires_at: z.string().optional(),
    per_second: z.number().optional().meta({ description: 'what carriers let through' }),
    tier: z.string().optional(),
    ...standing,
  })
  .openapi('Registration');

/** Throws a Problem `registration_unknown`, also for what is another company's. */
export const registrationJson = async (house: House, companyId: string, id: string) => {
  const shown = await showRegistration(house, companyId, id);
  if (!shown) throw new Problem('registration_unknown');
  const state = await readRegistration(house, id);
  const { registrationId: _, brandId, useCase: __, missing, ...rest } = shown;
  const said = state.status === 'unknown' ? undefined : state.facts;
  const same = snakeCase(rest) as { status: string };
  return { object: 'registration', id, brand: brandId, ...same, missing: missingJson(missing), facts: said ? snakeCase(said) : null };
};

export const registrationAnswer = async (house: House, companyId: string, id: string, status = 200): Promise<Answer> => {
  const body = await registrationJson(house, companyId, id);
  return { status, body, headers: { etag: etagOf(body) } };
};

export const registrationParams = z.object({ id: registrationIdText });
export const etagHeader = { ETag: 'the state that was read: send it as If-Match to change it' };

export const exampleFacts = {
  use_case: 'CUSTOMER_CARE',
  description: 'Riverside Dental reminds its patients of their appointments and asks them to confirm or move them.',
  samples: ['Riverside Dental: Ana, you see Dr. Kim on Tue Nov 3 at 9:00 AM. Reply C to confirm. Reply STOP to opt out.'],
  help_message: 'Riverside Dental: for help call 208-555-0123.',
};

export const exampleRegistration = {
  object: 'registration',
  id: 'reg_h7k2m9qxw3',
  brand: 'brd_h7k2m9qxw3',
  status: 'draft',
  reasons: [],
  missing: [],
  costs: 'handing it in costs 15 dollars for the look at it, whatever comes of that, and 1.50 to 10 each month while it stands',
  facts: exampleFacts,
};
