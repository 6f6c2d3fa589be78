import type { ConsentSettings } from '#domain/company/consent-settings.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { readCampaign } from './campaign-document.ts';
import type { House } from './house.ts';
import { forgetCompany } from './known-company.ts';
import { changeCompany, companyPath, type CompanyDocument } from './register-company.ts';

export type ConsentSettingsRequest = Readonly<{ companyId: string; by: string; settings: ConsentSettings }>;
export type ShownConsentSettings = Readonly<{
  companyId: string;
  settings: ConsentSettings;
  forms: readonly Readonly<{ id: string; url: string }>[];
}>;

/** What the company says about consent, and where its forms are. Throws a Refusal for an unknown company. */
export const showConsentSettings = async (house: House, companyId: string): Promise<ShownConsentSettings> => {
  const company = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data;
  if (!company)
    throw new Refusal(
      'company_unknown',
      `there is no company ${companyId}: it comes with its first campaign ("carillon campaign put FILE")`,
    );
  const settings = company.consent ?? {};
  return { companyId, settings, forms: [] };
};

const checkCampaigns = async (house: House, { companyId, settings }: ConsentSettingsRequest): Promise<void> => {
  const { keywords = [], forms = [] } = settings;
  for (const campaignId of new Set([...keywords, ...forms].map((one) => one.campaignId))) {
    const found = await readCampaign(house.documents, campaignId);
    if (found?.companyId !== companyId)
      throw new Refusal(
        'campaign_unknown',
        `there is no campaign ${campaignId} of ${companyId}: "carillon status" shows the ones there are`,
      );
  }
};

/** Sets all of it; the same again changes nothing. Throws Refusals: company_unknown, campaign_unknown, consent_settings_invalid. */
export const setConsentSettings = async (house: House, request: ConsentSettingsRequest, cause: Cause): Promise<ShownConsentSettings> => {
  await checkCampaigns(house, request);
  await changeCompany(house, { type: 'SetConsentSettings', data: request }, cause);
  forgetCompany(house, request.companyId);
  return showConsentSettings(house, request.companyId);
};
