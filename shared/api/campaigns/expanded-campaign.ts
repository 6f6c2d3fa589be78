import { z } from '@hono/zod-openapi';
import { readListed } from '#app/listed-campaign.ts';
import type { Expansion } from '../conventions/expand.ts';
import { campaignIdText } from '../conventions/ids.ts';
import { listedCampaign, listedJson } from './campaign-json.ts';

/** Where a campaign's id stands that `expand=campaign` shows whole. */
export const expandableCampaign = z
  .union([campaignIdText, listedCampaign])
  .meta({ description: 'its id; with `expand=campaign` its summary' });

export const campaignExpansion: Expansion = {
  scope: 'campaigns:read',
  kind: 'campaign',
  read: async ({ house, caller: { companyId } }, id) => {
    const found = await readListed(house, companyId, id);
    return found && listedJson(found);
  },
};
