import { z } from 'zod';
import { askConsent, type AskRequest } from '#app/ask-consent.ts';
import { recordOptIn, type OptInRequest } from '#app/record-opt-in.ts';
import { recordOptOut, type OptOutRequest } from '#app/record-opt-out.ts';
import { setConsentSettings, showConsentSettings, type ConsentSettingsRequest } from '#app/set-consent-settings.ts';
import { consentSettings } from '#domain/company/consent-settings.ts';
import { purpose } from '#domain/consent/events.ts';
import { brandId, campaignId, channel, companyId, instant } from '#domain/kernel/ids.ts';
import { commandCause } from './command-cause.ts';
import type { OpenHouse } from './open-house.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const request = {
  companyId,
  channel: channel.default('sms'),
  to: text(254),
  scope: z.enum(['channel', 'company', 'everywhere']).default('channel'),
  brandId: brandId.optional(),
  by: text(100),
  shown: text(2_000).optional(),
  said: text(1_600).optional(),
  proof: text(1_000).optional(),
};
type Given = Readonly<{ by: string; shown?: string | undefined; said?: string | undefined; proof?: string | undefined }>;

/** Written down by staff: what the person said, and what shows it. */
const byStaff = ({ by, shown, said, proof }: Given) => ({ source: 'staff' as const, person: { by, shown, said, proof } });

const optOut = {
  input: z.strictObject({ ...request, until: instant.optional() }),
  run: (open: OpenHouse, { by, shown, said, proof, ...input }: Given & Omit<OptOutRequest, 'source'>) =>
    recordOptOut(open.house, { ...input, ...byStaff({ by, shown, said, proof }) }, commandCause(open)),
};

const optIn = {
  input: z.strictObject({ ...request, purpose: purpose.default('transactional') }),
  run: (open: OpenHouse, { by, shown, said, proof, ...input }: Given & Omit<OptInRequest, 'source'>) =>
    recordOptIn(open.house, { ...input, ...byStaff({ by, shown, said, proof }) }, commandCause(open)),
};

const ask = {
  input: z.strictObject({
    companyId,
    campaignId,
    channel: channel.default('sms'),
    to: text(254),
    purpose: purpose.default('transactional'),
    from: text(254).optional(),
    language: z.enum(['en', 'es', 'pt', 'fr']).optional(),
    frequency: text(60).optional(),
    by: text(100),
    proof: text(1_000).optional(),
  }),
  run: (open: OpenHouse, { by, proof, ...input }: Omit<AskRequest, 'source' | 'person'> & Pick<Given, 'by' | 'proof'>) =>
    askConsent(open.house, { ...input, source: 'staff', person: { by, proof } }, commandCause(open)),
};

const showSettings = {
  input: z.strictObject({ companyId }),
  run: ({ house }: OpenHouse, input: { companyId: string }) => showConsentSettings(house, input.companyId),
};

const setSettings = {
  input: z.strictObject({ companyId, by: text(100), settings: consentSettings }),
  run: (open: OpenHouse, input: ConsentSettingsRequest) => setConsentSettings(open.house, input, commandCause(open)),
};

/** What people said about messages, as staff write it down, and what a company says about it. */
export const consentCommands = {
  'opt-out': optOut,
  'opt-in': optIn,
  'ask-consent': ask,
  'show-consent-settings': showSettings,
  'set-consent-settings': setSettings,
};
