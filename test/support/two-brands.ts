import { campaignIdOf } from '#app/campaign-document.ts';
import { changeBrand } from '#app/change-brand.ts';
import { changeCampaign } from '#app/change-campaign.ts';
import { changeNumber } from '#app/change-number.ts';
import { changeRegistration } from '#app/change-registration.ts';
import { sendOne } from '#app/send-one.ts';
import { setSender } from '#app/set-sender.ts';
import { numberIdOf } from '#domain/registration/number-kind.ts';
import { accessCause, login, sessionHeaders, signedUp } from './access.ts';
import type { ApiHouse } from './api-house.ts';
import { sendNow } from './house-steps.ts';
import { goodBrand, goodRegistration } from './registration-facts.ts';

export type OfBrand = { brand: string; registration: string; number: string; campaign: string; message: string; packet: string };

export const putCampaign = async ({ house, companyId }: ApiHouse, definition: typeof sendNow): Promise<string> => {
  const campaignId = campaignIdOf(companyId, definition.name);
  await changeCampaign(house, companyId, { type: 'PutCampaign', data: { campaignId, definition } }, accessCause(house));
  return campaignId;
};

/** The brand with a number of its own, and a registration. */
export const furnishNumber = async ({ house, companyId }: ApiHouse, of: Pick<OfBrand, 'brand' | 'registration' | 'number'>) => {
  const { brand: brandId, registration: registrationId, number } = of;
  const said = { companyId, by: 'usr_test' };
  const cause = () => accessCause(house);
  await changeBrand(house, { type: 'PutBrand', data: { ...said, brandId, facts: goodBrand } }, cause());
  const registration = { ...said, registrationId, brandId, facts: goodRegistration };
  await changeRegistration(house, { type: 'PutRegistration', data: registration }, cause());
  const data = { ...said, numberId: numberIdOf(number), kind: 'long_code', provider: 'twilio', accountId: 'ACbrands' } as const;
  await changeNumber(house, { type: 'AddNumber', data }, cause());
  await setSender(house, { kind: 'number', companyId, number, brandId }, cause());
};

/** All that a brand has, with a campaign that has sent a message to `person`. */
export const furnishBrand = async (api: ApiHouse, of: OfBrand, person = { phone: '+12085550123', name: 'Ana' }): Promise<void> => {
  const { house, companyId } = api;
  const cause = () => accessCause(house);
  await furnishNumber(api, of);
  of.campaign = await putCampaign(api, { ...sendNow, name: `Of ${of.brand}`, from: of.number, region: 'GB' });
  const on = { campaignId: of.campaign };
  await changeCampaign(house, companyId, { type: 'ApproveCampaign', data: { ...on, approvedBy: 'usr_test', version: 1 } }, cause());
  await changeCampaign(house, companyId, { type: 'ActivateCampaign', data: on }, cause());
  const rows = [{ ...person, id: of.brand }];
  const sent = await sendOne(house, { companyId, campaignId: of.campaign, rows, reference: of.brand }, cause());
  const [first] = sent.results;
  of.message = first?.outcome === 'queued' ? first.messageId : '';
  of.packet = sent.packetId;
};

/** Headers of somebody who is signed in, for some brands or for all. */
export const signedIn = async (
  { house, companyId }: ApiHouse,
  email: string,
  brands?: readonly string[],
): Promise<Readonly<Record<string, string>>> => {
  await signedUp(house, { companyId, email, role: 'owner', ...(brands ? { brands } : {}) });
  return sessionHeaders((await login(house, email)).session);
};
