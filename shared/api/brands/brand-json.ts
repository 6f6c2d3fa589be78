import { z } from '@hono/zod-openapi';
import type { House } from '#app/house.ts';
import { showBrand } from '#app/list-registered.ts';
import { readBrand } from '#app/read-brand.ts';
import { brandFacts } from '#domain/registration/brand-facts.ts';
import { etagOf } from '../conventions/etag.ts';
import { Problem } from '../conventions/problem.ts';
import { snakeCase } from '../conventions/snake-case.ts';
import { snakeShape } from '../conventions/snake-shape.ts';
import type { Answer } from '../operation.ts';
import { brandIdText, missingJson, standing } from '../registrations/registered-schemas.ts';

export const facts = z
  .strictObject(snakeShape(brandFacts))
  .openapi('BrandFacts', { description: 'What a brand says of the company (docs/REGISTRATION.md)' });

export const brand = z
  .object({
    object: z.literal('brand'),
    id: brandIdText,
    status: z.enum(['draft', 'submitting', 'pending', 'approved', 'rejected', 'suspended']),
    facts: facts.nullable().meta({ description: 'null: forgotten' }),
    score: z.number().optional().meta({ description: 'of trust, once it was vetted' }),
    tier: z.string().optional().meta({ description: 'how much carriers let through' }),
    ...standing,
  })
  .openapi('Brand');

/** Throws a Problem `brand_unknown`, also for what is another company's. */
export const brandJson = async (house: House, companyId: string, id: string) => {
  const shown = await showBrand(house, companyId, id);
  if (!shown) throw new Problem('brand_unknown');
  const state = await readBrand(house, id);
  const { brandId: _, displayName: __, missing, ...rest } = shown;
  const said = state.status === 'unknown' ? undefined : state.facts;
  return {
    object: 'brand',
    id,
    ...(snakeCase(rest) as { status: string }),
    missing: missingJson(missing),
    facts: said ? snakeCase(said) : null,
  };
};

export const brandAnswer = async (house: House, companyId: string, id: string, status = 200): Promise<Answer> => {
  const body = await brandJson(house, companyId, id);
  return { status, body, headers: { etag: etagOf(body) } };
};

export const brandParams = z.object({ id: brandIdText });
export const etagHeader = { ETag: 'the state that was read: send it as If-Match to change it' };

export const exampleFacts = {
  display_name: 'Riverside Dental',
  company_name: 'Riverside Dental Care LLC',
  entity_type: 'PRIVATE_PROFIT',
  vertical: 'HEALTHCARE',
  ein: '84-2913576',
  phone: '+12085550123',
  email: 'office@riverside.example',
  website: 'https://riverside.example',
  street: '12 Main Street',
  city: 'Boise',
  state: 'ID',
  postal_code: '83702',
  country: 'US',
};

export const exampleBrand = {
  object: 'brand',
  id: 'brd_h7k2m9qxw3',
  status: 'draft',
  reasons: [],
  missing: [],
  costs:
    'handing it in costs 4 dollars once, and 40 for the vetting that gives a score (about, by list prices; look at what your provider says)',
  facts: exampleFacts,
};
