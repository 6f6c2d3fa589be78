import { duePages } from './due-pages.ts';
import { fillCampaignList } from './fill-campaign-list.ts';
import type { House } from './house.ts';
import type { ListedCampaign } from './listed-campaign.ts';

/** Nobody looks through more; a company that has more names what it looks for. */
const most = 10_000;

/** A company's campaigns, the newest first; what is older than the list comes into it now. */
export const listedCampaigns = async (house: House, companyId: string): Promise<readonly ListedCampaign[]> => {
  await fillCampaignList(house, companyId);
  const { documents } = house;
  const found: ListedCampaign[] = [];
  for await (const page of duePages<ListedCampaign>(documents, `companies/${companyId}/campaignList`, '9999')) {
    found.push(...page.map(({ data }) => data));
    if (found.length >= most) break;
  }
  return found.reverse();
};
