import type { Account } from '#domain/company/company.ts';
import { checkConsentSettings, type ConsentSettings } from '#domain/company/consent-settings.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { readCampaign } from './campaign-document.ts';
import { senderPath, type SenderDocument } from './conversation-of.ts';
import { numberPath } from './limits-of-sender.ts';
import { pagesAddress } from './page-url.ts';
import type { NumberDocument } from './registrar-look.ts';
import { senderWrites } from './sender-writes.ts';
import { formToken } from './form-token.ts';
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
  const address = pagesAddress(house);
  const urlOf = (id: string): string => `${address}/p/${formToken(house.vault, { companyId, formId: id })}`;
  const forms = address === undefined ? [] : (settings.forms ?? []).map(({ id }) => ({ id, url: urlOf(id) }));
  return { companyId, settings, forms };
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

/** The accounts by which texts of the company come and go. */
const accountsOf = ({ account, routes = [] }: CompanyDocument): readonly Account[] => {
  const all = [account, ...routes.filter(({ channel }) => channel === 'sms')];
  return [...new Map(all.map(({ provider, accountId }) => [`${provider} ${accountId}`, { provider, accountId }])).values()];
};

/**
 * Nothing may ever have been sent from a number of which a keyword is advertised: what comes in there is the company's from now on. Throws a Refusal for
 * one that is somebody else's.
 */
const claimSenders = async (house: House, { companyId, settings }: ConsentSettingsRequest): Promise<void> => {
  const company = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data;
  for (const { from, campaignId } of company ? [...(settings.keywords ?? []), ...(settings.forms ?? [])] : []) {
    const number = (await house.documents.get<NumberDocument>(numberPath(from)))?.data;
    const owns = accountsOf(company!).map((account) => ({ ...account, channel: 'sms' as const, sender: from }));
    const known = await house.documents.getMany<SenderDocument>(owns.map(senderPath));
    const isTheirs = known.some((one) => one && !one.data.companies.includes(companyId));
    if (isTheirs || (number?.companyId !== undefined && number.companyId !== companyId))
      throw new Refusal('sender_taken', `${from} is another company's number: take one of your own`);
    await house.documents.write(await senderWrites(house, { companyId, campaignId }, owns));
  }
};

/** Sets all of it; the same again changes nothing. Throws Refusals: company_unknown, campaign_unknown, consent_settings_invalid, sender_taken. */
export const setConsentSettings = async (house: House, request: ConsentSettingsRequest, cause: Cause): Promise<ShownConsentSettings> => {
  await checkCampaigns(house, request);
  checkConsentSettings(request.settings);
  await claimSenders(house, request);
  await changeCompany(house, { type: 'SetConsentSettings', data: request }, cause);
  forgetCompany(house, request.companyId);
  return showConsentSettings(house, request.companyId);
};
