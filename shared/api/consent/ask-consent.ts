import { z } from '@hono/zod-openapi';
import { askConsent as ask } from '#app/ask-consent.ts';
import { campaignIdText, messageIdText } from '../conventions/ids.ts';
import { operation } from '../operation.ts';
import { evidence, purpose, to } from './consent-schemas.ts';

export const askConsent = operation({
  id: 'askConsent',
  method: 'post',
  path: '/v1/consents/ask',
  summary: 'Ask a person for consent by a text',
  description: 'A double opt-in: the answer YES within the hours of your consent settings makes the consent one that was given twice.',
  scope: 'consent:send',
  body: z.strictObject({
    to,
    campaign: campaignIdText,
    channel: z.enum(['sms', 'whatsapp']).default('sms'),
    purpose: purpose.default('transactional'),
    language: z.enum(['en', 'es', 'pt', 'fr']).optional(),
    frequency: z.string().trim().min(3).max(60).optional().openapi({ example: '2 messages a month' }),
    said: evidence.said,
    shown: evidence.shown,
    proof: evidence.proof,
  }),
  needsIdempotencyKey: true,
  answers: {
    200: {
      description: 'Whether he is asked',
      schema: z
        .object({
          object: z.literal('consent_question'),
          is_asked: z.boolean().meta({ description: 'false: he has said yes before' }),
          message: messageIdText.optional(),
          until: z.iso.datetime().optional().meta({ description: 'a YES after that is none' }),
        })
        .openapi('ConsentQuestion'),
    },
  },
  errors: ['campaign_unknown', 'channel_unknown', 'contact_point_invalid', 'opted_out', 'campaign_not_active', 'sender_missing'],
  example: {
    body: { to: '+12085550123', campaign: 'cmp_reminder', purpose: 'marketing', proof: 'https://www.example.com/forms/8841' },
    answer: {
      object: 'consent_question',
      is_asked: true,
      message: 'msg_h7k2m9qxw3np-0-1-sms-0',
      until: '2026-12-02T17:04:00.000Z',
    },
  },
  run: async ({ house, caller: { companyId, by }, body, cause }) => {
    const { to: point, campaign: campaignId, channel, purpose: of, language, frequency, said, shown, proof } = body;
    const about = { companyId, campaignId, channel, to: point, purpose: of, language, frequency, source: 'api' as const };
    const { isAsked, messageId, until } = await ask(house, { ...about, person: { by, said, shown, proof } }, cause);
    const answer = {
      object: 'consent_question',
      is_asked: isAsked,
      ...(messageId === undefined ? {} : { message: messageId }),
      ...(until === undefined ? {} : { until }),
    };
    return { status: 200, body: answer };
  },
});
