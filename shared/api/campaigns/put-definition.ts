import { campaignOf, changeCampaign } from '#app/change-campaign.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { checkMatch } from '../conventions/etag.ts';
import { Problem } from '../conventions/problem.ts';
import type { Call } from '../operation.ts';
import { campaignEtag } from './campaign-json.ts';

type Edit = Pick<Call, 'house' | 'caller' | 'headers' | 'cause'>;

/** A new version of a campaign, made of the one that the caller has seen (If-Match). Throws Refusals and Problems. */
export const putDefinition = async (
  { house, caller: { companyId, by }, headers, cause }: Edit,
  campaignId: string,
  edited: (before: Definition) => Definition,
) => {
  const found = await campaignOf(house, companyId, campaignId);
  checkMatch(headers, campaignEtag(campaignId, found));
  const definition = edited(found.campaign.definition);
  const isSameName = definition.name.trim().toLowerCase() === found.campaign.definition.name.trim().toLowerCase();
  if (!isSameName) throw new Problem('campaign_name_fixed');
  const data = { campaignId, definition, by, seen: found.campaign.version };
  return { campaign: await changeCampaign(house, companyId, { type: 'PutCampaign', data }, cause) };
};
