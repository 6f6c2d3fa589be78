import { z } from '@hono/zod-openapi';
import { recordOptOut } from '#app/record-opt-out.ts';
import { operation } from '../operation.ts';
import { checkOwnBrand } from './check-own-brand.ts';
import { brandText, evidence, recorded, recordedJson, scope, throughChannel, to } from './consent-schemas.ts';

export const addOptOut = operation({
  id: 'addOptOut',
  method: 'post',
  path: '/v1/opt_outs',
  summary: 'No more messages to a contact point',
  description:
    'It holds from the answer on: nothing is handed to a provider after it. Again: nothing changes. What was said, and what shows it, is kept for five years.',
  scope: 'consent:write',
  body: z.strictObject({
    to,
    channel: throughChannel,
    scope,
    brand: brandText.optional(),
    until: z.iso.datetime().optional().openapi({ description: 'It ends by itself then' }),
    ...evidence,
  }),
  answers: { 200: { description: 'What was written down', schema: recorded } },
  errors: ['brand_unknown', 'company_unknown'],
  example: {
    body: { to: '+12085550123', said: 'Please stop texting me', proof: 'call 8841' },
    answer: { object: 'consent', families: ['sms'] },
  },
  run: async ({ house, caller: { companyId, by }, body, cause }) => {
    const { to: point, channel, scope: reach, brand, until, said, shown, proof } = body;
    await checkOwnBrand(house, companyId, brand);
    const about = { companyId, channel, to: point, scope: reach, brandId: brand, source: 'api' as const };
    const ends = until === undefined ? undefined : new Date(until).toISOString();
    const made = await recordOptOut(house, { ...about, until: ends, person: { by, said, shown, proof } }, cause);
    return { status: 200, body: recordedJson(made) };
  },
});
