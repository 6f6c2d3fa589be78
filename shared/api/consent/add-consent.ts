import { z } from '@hono/zod-openapi';
import { recordOptIn } from '#app/record-opt-in.ts';
import { operation } from '../operation.ts';
import { checkOwnBrand } from './check-own-brand.ts';
import { brandText, evidence, purpose, recorded, recordedJson, scope, throughChannel, to } from './consent-schemas.ts';

export const addConsent = operation({
  id: 'addConsent',
  method: 'post',
  path: '/v1/consents',
  summary: 'A person wants messages: lifts an opt-out',
  description:
    'Say what the person was shown, what he said, and what shows it: that is what a court asks for. What he has said of all senders here stays. Again: nothing changes.',
  scope: 'consent:write',
  body: z.strictObject({
    to,
    channel: throughChannel,
    scope,
    brand: brandText.optional(),
    purpose: purpose.default('transactional'),
    ...evidence,
  }),
  answers: { 200: { description: 'What was written down', schema: recorded } },
  errors: ['brand_unknown', 'company_unknown'],
  example: {
    body: {
      to: '+12085550123',
      purpose: 'marketing',
      shown: 'Text me offers, up to 2 a month',
      proof: 'https://www.example.com/forms/8841',
    },
    answer: { object: 'consent', families: ['sms'] },
  },
  run: async ({ house, caller: { companyId, by }, body, cause }) => {
    const { to: point, channel, scope: reach, brand, purpose: of, said, shown, proof } = body;
    await checkOwnBrand(house, companyId, brand);
    const about = { companyId, channel, to: point, scope: reach, brandId: brand, purpose: of, source: 'api' as const };
    const made = await recordOptIn(house, { ...about, person: { by, said, shown, proof } }, cause);
    return { status: 200, body: recordedJson(made) };
  },
});
