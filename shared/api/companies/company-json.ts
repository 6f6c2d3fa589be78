import { z } from '@hono/zod-openapi';
import { showCompany } from '#app/edit-company.ts';
import type { House } from '#app/house.ts';
import type { Caller } from '../conventions/caller.ts';
import { etagOf } from '../conventions/etag.ts';
import { companyIdText } from '../conventions/ids.ts';
import { Problem } from '../conventions/problem.ts';
import type { Answer } from '../operation.ts';
import { halted } from './halted.ts';

export const company = z
  .object({
    object: z.literal('company'),
    id: companyIdText,
    name: z.string(),
    timezone: z.string().nullable().meta({ description: 'in which its days begin and end' }),
    messages_per_day: z.int().min(1).nullable().meta({ description: 'of the whole company; null: as many as its senders may' }),
    halted: halted.nullable().meta({ description: 'somebody has stopped everything that the company sends' }),
  })
  .openapi('Company');

export const companyParams = z.object({ id: companyIdText });

/** `me` stands for the caller's own; there is no other one. Throws a Problem. */
export const ownCompany = ({ companyId }: Caller, id: string): string => {
  if (id !== 'me' && id !== companyId) throw new Problem('company_unknown');
  return companyId;
};

export const companyJson = async (house: House, companyId: string) => {
  const found = await showCompany(house, companyId);
  if (!found) throw new Problem('company_unknown');
  const { company: known, pace } = found;
  return {
    object: 'company',
    id: companyId,
    name: known.name,
    timezone: pace?.timezone ?? null,
    messages_per_day: pace?.perDay ?? null,
    halted: known.halted ?? null,
  };
};

export const companyAnswer = async (house: House, companyId: string): Promise<Answer> => {
  const body = await companyJson(house, companyId);
  return { status: 200, body, headers: { etag: etagOf(body) } };
};

export const etagHeader = { ETag: 'the state that was read' };

export const exampleCompany = {
  object: 'company',
  id: 'co_hillside',
  name: 'Hillside Dental',
  timezone: 'America/Boise',
  messages_per_day: null,
  halted: null,
};
