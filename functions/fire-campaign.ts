import { z } from 'zod';
import { fireCampaign } from '#app/fire-campaign.ts';
import { campaignId } from '#domain/kernel/ids.ts';
import { onEvent } from './door.ts';

/** A campaign's nextFireAt has passed. */
export default onEvent(z.object({ campaignId }), ({ campaignId }, { house, cause }) => fireCampaign(house, campaignId, cause));
