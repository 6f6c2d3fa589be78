import { z } from '@hono/zod-openapi';
import { setConsentSettings as set, showConsentSettings, type ShownConsentSettings } from '#app/set-consent-settings.ts';
import { consentSettings as settings } from '#domain/company/consent-settings.ts';
import { checkMatch, etagOf } from '../conventions/etag.ts';
import { operation } from '../operation.ts';

const path = '/v1/consent_settings';

const shown = z
  .object({
    object: z.literal('consent_settings'),
    settings: settings.meta({ description: 'What texts about consent say, keywords, forms; what is left out is as usual' }),
    forms: z.array(z.object({ id: z.string(), url: z.string() })).meta({ description: 'where people find each form' }),
  })
  .openapi('ConsentSettings');

const json = ({ settings: all, forms }: ShownConsentSettings) => ({ object: 'consent_settings', settings: all, forms });
const example = { name: 'Hillside Dental', contact: '+12085550100', yesWithinHours: 48 };

export const getConsentSettings = operation({
  id: 'getConsentSettings',
  method: 'get',
  path,
  summary: 'What you say about consent, and where your forms are',
  scope: 'consent:read',
  answers: { 200: { description: 'The settings', schema: shown, headers: { ETag: 'the state that you read' } } },
  errors: ['company_unknown'],
  example: { answer: { object: 'consent_settings', settings: example, forms: [] } },
  run: async ({ house, caller: { companyId } }) => {
    const found = await showConsentSettings(house, companyId);
    return { status: 200, body: json(found), headers: { etag: etagOf(found.settings) } };
  },
});

export const setConsentSettings = operation({
  id: 'setConsentSettings',
  method: 'put',
  path,
  summary: 'Set all of what you say about consent',
  description: 'What is left out is as usual again. The same again changes nothing.',
  scope: 'consent:manage',
  body: settings,
  needsIfMatch: true,
  answers: { 200: { description: 'The settings', schema: shown, headers: { ETag: 'the new state' } } },
  errors: ['company_unknown', 'campaign_unknown', 'consent_settings_invalid', 'sender_taken'],
  example: { body: example, answer: { object: 'consent_settings', settings: example, forms: [] } },
  run: async ({ house, caller: { companyId, by }, body, headers, cause }) => {
    checkMatch(headers, etagOf((await showConsentSettings(house, companyId)).settings));
    const after = await set(house, { companyId, by, settings: body }, cause);
    return { status: 200, body: json(after), headers: { etag: etagOf(after.settings) } };
  },
});
