import { Refusal } from '#domain/kernel/refusal.ts';
import { campaignOf } from './change-campaign.ts';
import type { House } from './house.ts';
import { topics } from './topics.ts';

/** A run of the campaign, at once and not at its hour: whatever is due leaves. Throws a Refusal where it is not active, or not the company's. */
export const fireNow = async (house: House, companyId: string, campaignId: string): Promise<void> => {
  const { campaign } = await campaignOf(house, companyId, campaignId);
  if (campaign.status !== 'active')
    throw new Refusal('campaign_not_active', `${campaignId} is ${campaign.status}: only an active campaign fires`);
  await house.bus.publish(topics.campaignFire, [{ data: { campaignId }, key: campaignId }]);
};
