import { companies } from '../companies/companies.ts';
import { borrowedErrors } from '../conventions/borrowed-errors.ts';
import { conversations } from '../conversations/conversations.ts';
import { messages } from '../messages/messages.ts';
import { brandErrors } from '../registrations/registration-errors.ts';
import type { Resource } from '../resource.ts';
import { addConsent } from './add-consent.ts';
import { addOptOut } from './add-opt-out.ts';
import { askConsent } from './ask-consent.ts';
import { getConsentSettings, setConsentSettings } from './consent-settings.ts';
import { exportOptOuts } from './export-opt-outs.ts';
import { importOptOuts } from './import-opt-outs.ts';
import { listOptOuts } from './list-opt-outs.ts';
import { searchConsents } from './search-consents.ts';

export const consent: Resource = {
  name: 'Opt-outs and consent',
  description: 'Who wants no messages, who has agreed to which, and what shows it.',
  operations: [
    listOptOuts,
    addOptOut,
    exportOptOuts,
    importOptOuts,
    addConsent,
    askConsent,
    searchConsents,
    getConsentSettings,
    setConsentSettings,
  ],
  errors: {
    ...borrowedErrors(brandErrors, 'brand_unknown'),
    ...borrowedErrors(companies.errors, 'company_unknown'),
    ...borrowedErrors(messages.errors, 'campaign_unknown', 'campaign_not_active'),
    ...borrowedErrors(conversations.errors, 'opted_out'),
    channel_unknown: { status: 400, title: 'Nobody can be asked by this channel', words: 'Ask by sms or whatsapp.' },
    contact_point_invalid: { status: 400, title: 'This is no phone number', words: 'Nobody can be called at it: check its digits.' },
    sender_missing: { status: 400, title: 'From which number?', words: 'The campaign sends from no single number: take one that does.' },
    sender_taken: { status: 409, title: "It is another company's number", words: 'Take one of your own numbers.' },
    consent_settings_invalid: { status: 400, title: 'These settings break a rule', words: '"detail" says which, and what to do.' },
    file_unreadable: { status: 400, title: 'The file can not be read', words: 'Send CSV in UTF-8 with a line of names.' },
    column_missing: {
      status: 400,
      title: 'Which column is it?',
      words: 'Nobody can tell which column has the phone numbers or addresses: name it in "column_to".',
    },
  },
};
