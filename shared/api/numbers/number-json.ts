import { z } from '@hono/zod-openapi';
import type { House } from '#app/house.ts';
import { showNumber, type ShownNumber } from '#app/show-number.ts';
import { Problem } from '../conventions/problem.ts';
import { registrationIdText } from '../registrations/registered-schemas.ts';

/** In paths any short text is taken: what can be no number is one that nobody has. */
const numberText = z
  .string()
  .min(1)
  .max(40)
  .openapi({ description: 'a number in E.164; its + is written %2B in an address', example: '+12085550199' });
export const numberParams = z.object({ number: numberText });

export const e164 = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, 'a number like +12085550199')
  .openapi({ example: '+12085550199' });

export const number = z
  .object({
    object: z.literal('number'),
    id: z.string().meta({ description: 'E.164' }),
    status: z.enum(['buying', 'owned', 'assigning', 'assigned', 'releasing', 'released']),
    registration: registrationIdText.nullable(),
    verification: z.string().optional().meta({ description: 'of a toll-free number' }),
    suspended: z.object({ by: z.string(), reason: z.string().optional() }).nullable(),
    reasons: z.array(z.string()).meta({ description: 'why it was refused, in words' }),
  })
  .openapi('Number');

export const numberJson = ({ number: id, status, registrationId, verification, reasons = [], suspended }: ShownNumber) => ({
  object: 'number',
  id,
  status,
  registration: registrationId ?? null,
  ...(verification === undefined ? {} : { verification }),
  suspended: suspended ?? null,
  reasons,
});

/** Throws a Problem `number_unknown`, also for what is another company's. */
export const ownNumber = async (house: House, companyId: string, asked: string) => {
  const found = e164.safeParse(asked).success ? await showNumber(house, companyId, asked) : undefined;
  if (!found) throw new Problem('number_unknown');
  return numberJson(found);
};

export const exampleNumber = { object: 'number', id: '+12085550199', status: 'owned', registration: null, suspended: null, reasons: [] };
